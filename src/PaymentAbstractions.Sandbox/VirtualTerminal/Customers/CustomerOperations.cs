using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>The operations on customers: list, read, add, update, delete.</summary>
internal sealed class CustomerOperations(VirtualTerminalWorld world)
{
    private static readonly string[] ContactFields =
    [
        "Code",
        "PrimaryContact",
        "PrimaryContactPhone",
        "PrimaryContactEmailAddress",
    ];

    public SandboxResponse List(VirtualTerminalCall call) =>
        WireJson.Ok(
            new JsonArray([
                .. call.Merchant.Vault.Customers.Select(customer =>
                    CustomerJson.Of(customer, withMethods: false, success: false)
                ),
            ]),
            world.Profile
        );

    public SandboxResponse Read(VirtualTerminalCall call, long id) =>
        call.Merchant.Vault.FindCustomer(id) is { } customer
            ? WireJson.Ok(CustomerJson.Of(customer, withMethods: true, success: false), world.Profile)
            : Refusals.CustomerNotFound;

    public SandboxResponse Add(VirtualTerminalCall call)
    {
        var vault = call.Merchant.Vault;
        var name = call.Body.Text("Name");
        if ((Taken(vault, name, null) ?? Unreadable(call.Body)) is { } refusal)
        {
            return refusal;
        }

        var customer = new CustomerRecord { Name = name! };
        Apply(customer, call.Body);
        return WireJson.Ok(
            CustomerJson.Of(vault.AddCustomer(customer), withMethods: true, success: true),
            world.Profile
        );
    }

    public SandboxResponse Update(VirtualTerminalCall call)
    {
        var vault = call.Merchant.Vault;
        if (vault.FindCustomer(call.Body.Id("CustomerID")) is not { } customer)
        {
            return Refusals.CustomerNotFound;
        }

        var name = call.Body.Has("Name") ? call.Body.Text("Name") : customer.Name;
        if ((Taken(vault, name, customer) ?? Unreadable(call.Body)) is { } refusal)
        {
            return refusal;
        }

        customer.Name = name!;
        Apply(customer, call.Body);
        return Done();
    }

    public SandboxResponse Delete(VirtualTerminalCall call)
    {
        if (call.Merchant.Vault.FindCustomer(call.Body.Id("CustomerID")) is not { } customer)
        {
            return Refusals.CustomerNotFound;
        }

        call.Merchant.Vault.Remove(customer);
        return Done();
    }

    /// <summary>The refusal of a name that is missing or belongs to another customer; null when the name is available.</summary>
    public static SandboxResponse? Taken(CustomerVault vault, string? name, CustomerRecord? owner)
    {
        if (string.IsNullOrEmpty(name))
        {
            return Refusals.Of(500, "Customer Name is required");
        }

        return vault.FindByName(name) is { } other && other != owner
            ? Refusals.Of(500, $"Customer with Name {name} already exists for merchant")
            : null;
    }

    private static SandboxResponse? Unreadable(BodyReader fields)
    {
        foreach (var name in ContactFields)
        {
            fields.Text(name);
        }

        return fields.Problem is { } problem ? Refusals.Of(500, problem) : null;
    }

    private static void Apply(CustomerRecord customer, BodyReader fields)
    {
        customer.Code = Given(ContactFields[0], customer.Code);
        customer.PrimaryContact = Given(ContactFields[1], customer.PrimaryContact);
        customer.PrimaryContactPhone = Given(ContactFields[2], customer.PrimaryContactPhone);
        customer.PrimaryContactEmailAddress = Given(ContactFields[3], customer.PrimaryContactEmailAddress);

        string? Given(string name, string? before) => fields.Has(name) ? fields.Text(name) : before;
    }

    private SandboxResponse Done() => WireJson.Ok(new JsonObject { ["Success"] = true }, world.Profile);
}
