namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The operations on payment instruments.</summary>
internal sealed class InstrumentOperations(RebillyWorld world)
{
    private static readonly Dictionary<string, ListField<InstrumentRecord>> Fields = new(StringComparer.Ordinal)
    {
        ["id"] = ListField<InstrumentRecord>.Text(instrument => instrument.Id),
        ["customerId"] = ListField<InstrumentRecord>.Text(instrument => instrument.CustomerId),
        ["method"] = ListField<InstrumentRecord>.Text(instrument => instrument.Details.Method),
        ["createdTime"] = ListField<InstrumentRecord>.Time(instrument => instrument.CreatedTime),
    };

    public SandboxResponse List(RebillyCall call) =>
        new CollectionQuery<InstrumentRecord>(Fields, world.Problems).Answer(
            call.Organization.Vault.All.Reverse(),
            call.Query,
            instrument => InstrumentJson.Of(instrument, world)
        );

    public SandboxResponse Read(RebillyCall call, string id) =>
        call.Organization.Vault.Find(id) is { } instrument
            ? SandboxResponse.Json(200, InstrumentJson.Of(instrument, world))
            : world.Problems.NotFound();

    /// <summary>Creates an instrument; an existing instrument of the customer is updated and returned with 303.</summary>
    public SandboxResponse Create(RebillyCall call)
    {
        var organization = call.Organization;
        var fields = call.Fields();
        TokenRecord? token = null;
        var details = fields.Has("token")
            ? ReadToken(fields, organization, out token)
            : InstrumentReader.Read(fields, world.Options);
        var customer = organization.Customers.GetValueOrDefault(fields.RequiredId("customerId") ?? "");
        if (customer is null)
        {
            fields.Fail("customerId", "The customer does not exist.");
        }

        if (fields.Errors.Count > 0)
        {
            return world.Problems.Invalid(fields.Errors);
        }

        if (token is not null)
        {
            token.UsageTime = world.Now;
        }

        var (instrument, created) = organization.Vault.Store(customer!, details!);
        return SandboxResponse
            .Json(created ? 201 : 303, InstrumentJson.Of(instrument, world))
            .WithHeader("Location", world.UrlOf(organization, $"payment-instruments/{instrument.Id}"));
    }

    public SandboxResponse Patch(RebillyCall call, string id)
    {
        if (call.Organization.Vault.Find(id) is not { } instrument)
        {
            return world.Problems.NotFound();
        }

        var fields = call.Fields();
        TokenRecord? token = null;
        var details = fields.Has("token")
            ? ReadToken(fields, call.Organization, out token) ?? instrument.Details
            : InstrumentReader.WithSecurityCode(instrument.Details, fields);
        details = details with
        {
            ExpMonth = fields.Integer("expMonth", 1, 12) ?? details.ExpMonth,
            ExpYear = fields.Integer("expYear", 2000, 2099) ?? details.ExpYear,
            BankName = fields.Text("bankName", 255) ?? details.BankName,
            AccountType = fields.OneOf("accountType", "checking", "savings", "other") ?? details.AccountType,
            BillingAddress = ContactRules.Read(fields, "billingAddress") ?? details.BillingAddress,
            CustomFields = CustomFieldRules.Read(fields, world.Options.CustomFieldKeys) ?? details.CustomFields,
            UseAsBackup = fields.Has("useAsBackup") ? fields.Flag("useAsBackup") : details.UseAsBackup,
        };
        if (fields.Errors.Count > 0)
        {
            return world.Problems.Invalid(fields.Errors);
        }

        if (token is not null)
        {
            token.UsageTime = world.Now;
        }

        instrument.Details = details;
        instrument.Revision++;
        instrument.UpdatedTime = world.Now;
        return SandboxResponse.Json(200, InstrumentJson.Of(instrument, world));
    }

    public SandboxResponse Deactivate(RebillyCall call, string id)
    {
        if (call.Organization.Vault.Find(id) is not { } instrument)
        {
            return world.Problems.NotFound();
        }

        if (instrument.IsDeactivated)
        {
            return world.Problems.Of(409, "The payment instrument is already deactivated.");
        }

        instrument.IsDeactivated = true;
        instrument.Revision++;
        instrument.UpdatedTime = world.Now;
        return SandboxResponse
            .Json(201, InstrumentJson.Of(instrument, world))
            .WithHeader("Location", world.UrlOf(call.Organization, $"payment-instruments/{instrument.Id}"));
    }

    private InstrumentDetails? ReadToken(FieldReader fields, Organization organization, out TokenRecord? token)
    {
        token = organization.Tokens.GetValueOrDefault(fields.Id("token") ?? "");
        if (token is null || !token.IsUsable(world.Now))
        {
            fields.Fail("token", "The token is unknown, used or expired.");
            return null;
        }

        return token.Details with
        {
            CustomFields = CustomFieldRules.Read(fields, world.Options.CustomFieldKeys),
            UseAsBackup = fields.Flag("useAsBackup"),
        };
    }
}
