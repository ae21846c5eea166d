using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Reads a transaction in the provider's own terms; member names are case-insensitive.</summary>
/// <param name="currency">The currency of the account; answers contain none.</param>
/// <param name="mask">Masks secrets in a text of the answer.</param>
internal sealed class TransactionViewReader(Currency currency, Func<string?, string?> mask)
{
    public VirtualTerminalTransaction Read(JsonFields fields) =>
        new()
        {
            Id = fields.Whole("ID") ?? fields.Whole("TransactionId"),
            AuthorizationCode = Text(fields, "AuthorizationCode"),
            CustomerId = fields.Whole("CustomerID"),
            CustomerName = Text(fields, "CustomerName"),
            Account = Text(fields, "Account"),
            Type = Text(fields, "TransactionType"),
            CreatedAt = fields.Time("TransactionTime"),
            Level = fields.Whole("Level"),
            TotalAmount = AmountOf(fields, "TotalAmount"),
            TaxAmount = AmountOf(fields, "TaxAmount"),
            ShippingAmount = AmountOf(fields, "ShippingAmount"),
            CaptureAmount = AmountOf(fields, "CaptureAmount"),
            CustomerPONumber = Text(fields, "CustomerPONumber"),
            Description = Text(fields, "Description"),
            Source = Text(fields, "TransactionSource"),
            Status = Text(fields, "Status"),
            PaymentMethodId = fields.Whole("PaymentMethodID"),
            CardholderFirstName = Text(fields, "CardholderFirstName"),
            CardholderLastName = Text(fields, "CardholderLastName"),
            CardType = Text(fields, "CardType"),
            CardLastFour = Text(fields, "CardLast4"),
            Billing = AddressOf(fields.Inside("Billing")),
            ShippingAddressId = fields.Whole("ShippingAddressID"),
            Shipping = AddressOf(fields.Inside("Shipping")),
            LineItems = [.. fields.Objects("LineItems").Select(LineOf)],
            Message = Text(fields, "Message"),
        };

    // The page writes two of the names with a space, published answers without.
    private VirtualTerminalLineItem LineOf(JsonFields fields) =>
        new()
        {
            Id = fields.Whole("ID"),
            CommodityCode = Text(fields, "CommodityCode") ?? Text(fields, "Commodity Code"),
            Description = Text(fields, "Description"),
            Price = AmountOf(fields, "Price"),
            ProductCode = Text(fields, "ProductCode"),
            UnitOfMeasure = Text(fields, "UnitOfMeasure") ?? Text(fields, "Unit of Measure"),
        };

    private Address? AddressOf(JsonFields fields)
    {
        var address = new Address
        {
            Organization = Text(fields, "Tag"),
            Line1 = Text(fields, "Address1"),
            Line2 = Text(fields, "Address2"),
            City = Text(fields, "City"),
            Region = Text(fields, "State"),
            PostalCode = Text(fields, "Postal"),
            Phone = Text(fields, "Phone"),
        };
        return address == new Address() ? null : address;
    }

    private Money? AmountOf(JsonFields fields, string name) =>
        fields.Figure(name) is { } figure ? ProviderMoney.Read(figure, currency) : null;

    private string? Text(JsonFields fields, string name) => mask(fields.Text(name));
}
