namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Which fields of a payment Rebilly has no place for; the result lists them.</summary>
internal static class LeftOutFields
{
    public static List<string> Of(PaymentMethodRequest request, RebillyOptions options)
    {
        var fields = new List<string>();
        // The address belongs to the customer, and a transaction takes none of it. Source: core API reference, customers.
        if (request.Customer?.Address is not null)
        {
            fields.Add("Customer.Address");
        }

        // A transaction says no more than whether the merchant initiated it.
        if (request.StoredCredentialUse != StoredCredentialUse.None)
        {
            fields.Add(nameof(request.StoredCredentialUse));
        }

        // It takes the place of a description that is not given, or a custom field.
        var order = request switch
        {
            ChargeRequest charge => charge.OrderReference,
            CreditRequest credit => credit.OrderReference,
            _ => default,
        };
        if (order.IsSpecified && request.Description is not null && options.OrderReferenceCustomField is null)
        {
            fields.Add(nameof(ChargeRequest.OrderReference));
        }

        return fields;
    }
}
