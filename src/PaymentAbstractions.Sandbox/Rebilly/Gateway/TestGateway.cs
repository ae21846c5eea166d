namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Decides transactions like the provider's TestProcessor, unless a directive specifies otherwise.</summary>
internal static class TestGateway
{
    public const string Name = "TestProcessor";
    public const string AccountId = "gw_acc_sandbox";

    public static GatewayDecision NoAccount { get; } =
        new()
        {
            Result = TransactionResult.Declined,
            Message = "No gateway account available to process this transaction",
        };

    /// <summary>The decision for a transaction that was processed elsewhere: the gateway is not asked.</summary>
    public static GatewayDecision Outside { get; } =
        new() { Result = TransactionResult.Approved, Message = "Processed outside" };

    /// <summary>Decides a transaction.</summary>
    /// <param name="directive">The directive in the description.</param>
    /// <param name="details">The instrument; null when the customer has not chosen one yet or none is involved.</param>
    /// <param name="checksInstrument">Whether the instrument is presented to its issuer.</param>
    /// <param name="now">The time, for expired cards.</param>
    public static GatewayDecision Decide(
        SandboxDirective directive,
        InstrumentDetails? details,
        bool checksInstrument,
        DateTimeOffset now
    )
    {
        var decision = Final(directive, details, checksInstrument, now);
        return decision with
        {
            PendingStatus =
                directive.Status
                ?? (
                    checksInstrument && details is { Pan: TestCards.AsksForApproval }
                        ? TransactionStatus.WaitingApproval
                        : null
                ),
            AvsCode = directive.Avs ?? (details?.BillingAddress?["postalCode"] is null ? "U" : "Y"),
            CvvCode = directive.Cvv ?? CvvOf(details, decision.Code),
        };
    }

    private static GatewayDecision Final(
        SandboxDirective directive,
        InstrumentDetails? details,
        bool checksInstrument,
        DateTimeOffset now
    )
    {
        if (directive.Result is { } result && result != TransactionResult.Approved)
        {
            return new() { Result = result, Message = $"The transaction was {result} before it reached the gateway" };
        }

        var code =
            directive.Code
            ?? (checksInstrument && details is not null ? TestCards.DeclineCodeOf(details, now) : null)
            ?? "00";
        var partly = ResponseMessages.IsPartialApproval(code);
        return new()
        {
            Result =
                partly || ResponseMessages.IsApproval(code) ? TransactionResult.Approved : TransactionResult.Declined,
            Code = code,
            Message = ResponseMessages.Response(code),
            PartialAmount = partly ? directive.Amount : null,
        };
    }

    private static string CvvOf(InstrumentDetails? details, string? code) =>
        code == "N7" ? "N"
        : details is { HasSecurityCode: true } ? "M"
        : "P";
}
