namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The operations on customers.</summary>
internal sealed class CustomerOperations(RebillyWorld world)
{
    private static readonly Dictionary<string, ListField<CustomerRecord>> Fields = new(StringComparer.Ordinal)
    {
        ["id"] = ListField<CustomerRecord>.Text(customer => customer.Id),
        ["createdTime"] = ListField<CustomerRecord>.Time(customer => customer.CreatedTime),
        ["updatedTime"] = ListField<CustomerRecord>.Time(customer => customer.UpdatedTime),
    };

    public SandboxResponse List(RebillyCall call) =>
        new CollectionQuery<CustomerRecord>(Fields, world.Problems).Answer(
            call.Organization.Customers.Values.Reverse(),
            call.Query,
            customer => CustomerJson.Of(customer, call.Organization)
        );

    public SandboxResponse Read(RebillyCall call, string id) =>
        call.Organization.Customers.TryGetValue(id, out var customer)
            ? SandboxResponse.Json(200, CustomerJson.Of(customer, call.Organization))
            : world.Problems.NotFound();

    public SandboxResponse Create(RebillyCall call) => Save(call, id: null);

    public SandboxResponse Upsert(RebillyCall call, string id) =>
        id.Length <= FieldReader.IdLength && FieldPatterns.IsId(id)
            ? Save(call, id)
            : world.Problems.Invalid("id", "This field has an invalid format.");

    private SandboxResponse Save(RebillyCall call, string? id)
    {
        var organization = call.Organization;
        var known = id is null ? null : organization.Customers.GetValueOrDefault(id);
        var fields = call.Fields();
        var address = ContactRules.Read(fields, "primaryAddress");
        var customFields = CustomFieldRules.Read(fields, world.Options.CustomFieldKeys);
        var token = ReadToken(fields, organization);
        CheckRest(fields, organization, known);
        if (fields.Errors.Count > 0)
        {
            return world.Problems.Invalid(fields.Errors);
        }

        var customer = known ?? Add(organization, id);
        customer.PrimaryAddress = address;
        customer.CustomFields = customFields;
        customer.Locale = fields.Text("locale", FieldReader.IdLength);
        customer.UpdatedTime = world.Now;
        customer.DefaultInstrumentId = fields.Id("defaultPaymentInstrumentId") ?? customer.DefaultInstrumentId;
        if (known is not null)
        {
            customer.Revision++;
        }

        if (token is not null)
        {
            token.UsageTime = world.Now;
            customer.DefaultInstrumentId = organization.Vault.Store(customer, token.Details).Instrument.Id;
        }

        return SandboxResponse
            .Json(known is null ? 201 : 200, CustomerJson.Of(customer, organization))
            .WithHeader("Location", world.UrlOf(organization, $"customers/{customer.Id}"));
    }

    private CustomerRecord Add(Organization organization, string? id)
    {
        var customer = new CustomerRecord { Id = id ?? world.NextId("cus"), CreatedTime = world.Now };
        organization.Customers.Add(customer.Id, customer);
        return customer;
    }

    private TokenRecord? ReadToken(FieldReader fields, Organization organization)
    {
        if (fields.Id("paymentToken") is not { } id)
        {
            return null;
        }

        if (organization.Tokens.GetValueOrDefault(id) is { } token && token.IsUsable(world.Now))
        {
            return token;
        }

        fields.Fail("paymentToken", "The token is unknown, used or expired.");
        return null;
    }

    private static void CheckRest(FieldReader fields, Organization organization, CustomerRecord? known)
    {
        if (fields.Id("websiteId") is { } website && website != organization.Account.WebsiteId)
        {
            fields.Fail("websiteId", "The website does not exist.");
        }

        if (fields.Id("defaultPaymentInstrumentId") is { } instrument)
        {
            if (known is null || organization.Vault.Find(instrument)?.CustomerId != known.Id)
            {
                fields.Fail("defaultPaymentInstrumentId", "The customer has no such payment instrument.");
            }
        }

        fields.Id("preferredPayoutInstrumentId");
        fields.Id("personId");
        fields.Text("locale", FieldReader.IdLength);
        foreach (var number in fields.Objects("taxNumbers"))
        {
            number.Require("type");
            number.OneOf("type", "eu-vat", "other");
            number.RequiredText("value", 255);
        }
    }
}
