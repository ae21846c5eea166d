using System.Globalization;
using System.Text.Json;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Writes requests that change customers and their cards. Source: the page on tasks, and the requests of public clients.</summary>
internal sealed class CustomerRequests(VirtualTerminalOptions options)
{
    /// <summary>
    /// Creates a customer. Its name is its code: names are unique at the provider, so two processes cannot create the customer twice.
    /// </summary>
    public ProviderRequest Add(Customer customer) =>
        Post(
            "customer/add",
            json =>
            {
                Write(json, customer.Id, customer.Id, customer.Address);
                json.WriteStartArray("PaymentMethods");
                json.WriteEndArray();
            }
        );

    public ProviderRequest Update(TerminalCustomer known, Customer customer) =>
        Post(
            "customer/update",
            json =>
            {
                json.WriteNumber("CustomerID", known.Number);
                Write(json, known.Name, known.Code, customer.Address);
            }
        );

    public ProviderRequest Delete(TerminalCustomer customer) =>
        Post("customer/delete", json => json.WriteNumber("CustomerID", customer.Number));

    public ProviderRequest DeleteMethod(string id) =>
        Post("paymentmethod/delete", json => json.WriteNumber("PaymentMethodId", VirtualTerminalIds.Parse(id)));

    // The paths of reads contain the API key.
    public ProviderRequest Read(long number) =>
        ProviderRequest.Get(string.Create(CultureInfo.InvariantCulture, $"customer/{number}")) with
        {
            PathSecret = options.ApiKey,
        };

    public ProviderRequest List() => ProviderRequest.Get("customers") with { PathSecret = options.ApiKey };

    /// <summary>The fields of a customer for which the API has no field.</summary>
    public static ValueList<string> LeftOut(Customer customer)
    {
        var address = customer.Address;
        (string Field, string? Value)[] fields =
        [
            ("Customer.Address.Organization", HasName(address) ? address!.Organization : null),
            ("Customer.Address.Line1", address?.Line1),
            ("Customer.Address.Line2", address?.Line2),
            ("Customer.Address.City", address?.City),
            ("Customer.Address.Region", address?.Region),
            ("Customer.Address.PostalCode", address?.PostalCode),
            ("Customer.Address.Country", address?.Country),
        ];
        return [.. fields.Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => field.Field)];
    }

    private static bool HasName(Address? address) =>
        !string.IsNullOrEmpty(address?.FirstName) || !string.IsNullOrEmpty(address?.LastName);

    private static string? ContactOf(Address address) =>
        HasName(address) ? $"{address.FirstName} {address.LastName}".Trim() : address.Organization;

    private static void Write(Utf8JsonWriter json, string? name, string? code, Address? address)
    {
        json.Optional("Name", name);
        json.Optional("Code", code);
        if (address is not null)
        {
            json.Optional("PrimaryContact", ContactOf(address));
            json.Optional("PrimaryContactPhone", address.Phone);
            json.Optional("PrimaryContactEmailAddress", address.Email);
        }
    }

    private ProviderRequest Post(string path, Action<Utf8JsonWriter> write) =>
        ProviderRequest.Json(
            HttpMethod.Post,
            path,
            json =>
            {
                json.WriteString("ApiKey", options.ApiKey!.Reveal());
                json.WriteString("MID", options.MerchantId);
                write(json);
            }
        );
}
