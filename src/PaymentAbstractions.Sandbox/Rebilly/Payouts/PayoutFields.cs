namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The fields of a payout request that a merchant sends.</summary>
internal sealed record PayoutFields
{
    private const int UrlLength = 2083;

    public required string CustomerId { get; init; }

    public required string Currency { get; init; }

    public required decimal Amount { get; init; }

    public string? InstrumentId { get; init; }

    public string? Description { get; init; }

    public string? RedirectUrl { get; init; }

    /// <summary>Reads a request; the result is valid only if <paramref name="fields"/> has no errors.</summary>
    public static PayoutFields Read(FieldReader fields, Organization organization)
    {
        if (fields.RequiredId("websiteId") is { } website && website != organization.Account.WebsiteId)
        {
            fields.Fail("websiteId", "The website does not exist.");
        }

        var customer = fields.RequiredId("customerId");
        if (customer is not null && !organization.Customers.ContainsKey(customer))
        {
            fields.Fail("customerId", "The customer does not exist.");
        }

        var instrument = fields.Id("paymentInstrumentId");
        if (
            instrument is not null
            && !(organization.Vault.Find(instrument) is { IsDeactivated: false } known && known.CustomerId == customer)
        )
        {
            fields.Fail("paymentInstrumentId", "The customer has no such payment instrument.");
        }

        var currency = fields.RequiredText("currency", 3, CurrencyRules.IsCode) ?? "";
        return new()
        {
            CustomerId = customer ?? "",
            Currency = currency,
            Amount = ReadAmount(fields, currency),
            InstrumentId = instrument,
            Description = fields.Text("description", int.MaxValue),
            RedirectUrl = fields.Text("selectedPaymentInstrumentRedirectUrl", UrlLength, FieldPatterns.IsWebAddress),
        };
    }

    private static decimal ReadAmount(FieldReader fields, string currency)
    {
        fields.Require("amount");
        if (fields.Number("amount") is not { } amount)
        {
            return 0;
        }

        TransactionRequestReader.CheckAmount(fields, amount, currency);
        if (amount == 0)
        {
            fields.Fail("amount", "The amount must be greater than zero.");
        }

        return amount;
    }
}
