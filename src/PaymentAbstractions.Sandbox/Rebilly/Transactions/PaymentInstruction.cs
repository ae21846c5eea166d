namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>How a transaction is paid, in one of five forms, which only differ by their members.</summary>
internal sealed record PaymentInstruction
{
    private static readonly string[] Forms = ["token", "paymentInstrumentId", "method"];

    public string? Token { get; private init; }

    public string? InstrumentId { get; private init; }

    public InstrumentDetails? Details { get; private init; }

    public IReadOnlyList<string> Methods { get; private init; } = [];

    public string? ReceivedBy { get; private init; }

    public string? Reference { get; private init; }

    public static PaymentInstruction? Read(FieldReader request, RebillySandboxOptions options)
    {
        const string Name = "paymentInstruction";
        if (request.Object(Name) is not { } fields)
        {
            return null;
        }

        var forms = Forms.Count(fields.Has);
        if (forms > 1)
        {
            request.Fail(Name, "Specify only one of a token, a payment instrument or a method.");
            return null;
        }

        if (fields.Has("token"))
        {
            return new() { Token = fields.Id("token") };
        }

        if (fields.Has("paymentInstrumentId"))
        {
            return new() { InstrumentId = fields.Id("paymentInstrumentId") };
        }

        return fields.Has("method")
            ? new() { Details = ReadNumbers(fields, request, options) }
            : new()
            {
                Methods = fields.Texts("methods", FieldReader.IdLength),
                ReceivedBy = fields.Text("receivedBy", 255),
                Reference = fields.Text("reference", 255),
            };
    }

    private static InstrumentDetails? ReadNumbers(
        FieldReader fields,
        FieldReader request,
        RebillySandboxOptions options
    )
    {
        if (fields.OneOf("method", InstrumentDetails.Card, InstrumentDetails.Bank) is null)
        {
            return null;
        }

        var details = InstrumentReader.Read(fields, options);
        if (fields.Id("customerId") != request.Id("customerId"))
        {
            fields.Fail("customerId", "The customer must be that of the transaction.");
        }

        return details;
    }
}
