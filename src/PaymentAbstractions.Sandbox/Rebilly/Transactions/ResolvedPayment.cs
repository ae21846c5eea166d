namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The instrument of a request. Nothing is stored until the whole request is known to be valid.</summary>
internal sealed record ResolvedPayment
{
    public InstrumentRecord? Existing { get; private init; }

    public TokenRecord? Token { get; private init; }

    public InstrumentDetails? New { get; private init; }

    /// <summary>Finds the objects that a request refers to, and records those that do not exist.</summary>
    public static ResolvedPayment Resolve(
        TransactionRequest request,
        FieldReader fields,
        Organization organization,
        CustomerRecord? customer,
        DateTimeOffset now
    )
    {
        var instruction = request.Instruction;
        if (instruction is null)
        {
            var standard = customer?.DefaultInstrumentId is { } id ? organization.Vault.Find(id) : null;
            return Known(
                standard,
                request,
                fields,
                "paymentInstruction",
                "The customer has no default payment instrument."
            );
        }

        if (instruction.InstrumentId is { } instrumentId)
        {
            return Known(
                organization.Vault.Find(instrumentId),
                request,
                fields,
                "paymentInstruction.paymentInstrumentId",
                "The customer has no such payment instrument."
            );
        }

        if (instruction.Token is not { } tokenId)
        {
            return new() { New = instruction.Details };
        }

        if (organization.Tokens.GetValueOrDefault(tokenId) is { } token && token.IsUsable(now))
        {
            return new() { Token = token, New = token.Details };
        }

        fields.Fail("paymentInstruction.token", "The token is unknown, used or expired.");
        return new();
    }

    /// <summary>Stores a new instrument and uses up the token.</summary>
    public InstrumentRecord? Commit(Organization organization, CustomerRecord customer, DateTimeOffset now)
    {
        if (Token is not null)
        {
            Token.UsageTime = now;
        }

        return New is null ? Existing : organization.Vault.Store(customer, New).Instrument;
    }

    private static ResolvedPayment Known(
        InstrumentRecord? instrument,
        TransactionRequest request,
        FieldReader fields,
        string field,
        string message
    )
    {
        if (instrument is null || instrument.IsDeactivated || instrument.CustomerId != request.CustomerId)
        {
            fields.Fail(field, message);
            return new();
        }

        return new() { Existing = instrument };
    }
}
