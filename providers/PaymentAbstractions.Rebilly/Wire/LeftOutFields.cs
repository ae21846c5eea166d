namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Determines the fields of a payment for which Rebilly has no field; the result lists them.</summary>
internal static class LeftOutFields
{
    public static List<string> Of(PaymentMethodRequest request, RebillyOptions options)
    {
        var fields = new List<string>();
        // The address belongs to the customer, and a transaction has no field for it. Source: core API reference, customers.
        if (request.Customer?.Address is not null)
        {
            fields.Add("Customer.Address");
        }

        // A transaction only states whether the merchant initiated it.
        if (request.StoredCredentialUse != StoredCredentialUse.None)
        {
            fields.Add(nameof(request.StoredCredentialUse));
        }

        // The order reference is sent in a custom field, or as the description if the request has none.
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
