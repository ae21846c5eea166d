namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Which fields of a payment Rebilly has no place for; the result lists them.</summary>
internal static class LeftOutFields
{
    public static List<string> Of(PaymentMethodRequest request)
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

        return fields;
    }
}
