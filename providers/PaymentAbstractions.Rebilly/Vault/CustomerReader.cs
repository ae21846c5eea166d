using PaymentAbstractions.Adapters;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Reads customers. Source: core API reference, customers.</summary>
internal static class CustomerReader
{
    /// <returns>The customer; <see langword="null"/> when it has no id.</returns>
    public static VaultCustomer? Read(JsonFields fields)
    {
        if (fields.DecidingText("id") is not { } id)
        {
            return null;
        }

        var address = AddressReader.Read(fields.Inside("primaryAddress"));
        var name =
            $"{fields.Text("firstName") ?? address?.FirstName} {fields.Text("lastName") ?? address?.LastName}".Trim();
        return new VaultCustomer
        {
            Id = id,
            ProviderId = id,
            Name = name.Length > 0 ? name : address?.Organization,
            Address = address,
            DefaultPaymentMethodId = fields.Inside("defaultPaymentInstrument").Text("paymentInstrumentId"),
            CreatedAt = fields.Time("createdTime"),
        };
    }
}
