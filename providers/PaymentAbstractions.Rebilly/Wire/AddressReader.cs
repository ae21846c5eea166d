using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Reads a contact. Source: core API reference, ContactObject.</summary>
internal static class AddressReader
{
    /// <returns>The address; <see langword="null"/> when it is empty.</returns>
    public static Address? Read(JsonFields fields)
    {
        var address = new Address
        {
            FirstName = Given("firstName"),
            LastName = Given("lastName"),
            Organization = Given("organization"),
            Line1 = Given("address"),
            Line2 = Given("address2"),
            City = Given("city"),
            Region = Given("region"),
            PostalCode = Given("postalCode"),
            Country = Given("country"),
            Phone = First("phoneNumbers"),
            Email = First("emails"),
        };
        return address == new Address() ? null : address;

        string? Given(string name) => fields.Text(name) is { Length: > 0 } text ? text : null;

        // Selects the entry that is marked as primary, or else the first.
        string? First(string name)
        {
            var all = fields.Objects(name);
            return all.OrderByDescending(one => one.Flag("primary") == true).FirstOrDefault()?.Text("value");
        }
    }
}
