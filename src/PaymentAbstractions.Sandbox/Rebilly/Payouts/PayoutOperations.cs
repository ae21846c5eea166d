using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The operations on payout requests, except changes with PATCH, splits, allocations and timelines.</summary>
/// <remarks>
/// Unverified: that an update of a canceled or partially paid request is refused with 422 if it is inconsistent with that, and a second
/// cancellation with 409.
/// </remarks>
internal sealed class PayoutOperations(RebillyWorld world)
{
    private const int DescriptionLength = 255;

    private static readonly Dictionary<string, ListField<PayoutRecord>> Fields = new(StringComparer.Ordinal)
    {
        ["id"] = ListField<PayoutRecord>.Text(payout => payout.Id),
        ["customerId"] = ListField<PayoutRecord>.Text(payout => payout.Given.CustomerId),
        ["currency"] = ListField<PayoutRecord>.Text(payout => payout.Given.Currency),
        ["amount"] = ListField<PayoutRecord>.Number(payout => payout.Given.Amount),
        ["createdTime"] = ListField<PayoutRecord>.Time(payout => payout.CreatedTime),
        ["updatedTime"] = ListField<PayoutRecord>.Time(payout => payout.UpdatedTime),
    };

    public SandboxResponse List(RebillyCall call) =>
        new CollectionQuery<PayoutRecord>(Fields, world.Problems)
        {
            IgnoredFilters = world.Profile.PayoutCustomerFilter == RebillyFilterSupport.Ignored ? ["customerId"] : [],
        }.Answer(
            call.Organization.Payouts.All.Reverse(),
            call.Query,
            payout => PayoutJson.Of(payout, call.Organization, world)
        );

    public SandboxResponse Read(RebillyCall call, string id) =>
        call.Organization.Payouts.Find(id) is { } payout
            ? SandboxResponse.Json(200, PayoutJson.Of(payout, call.Organization, world))
            : world.Problems.NotFound();

    public SandboxResponse Create(RebillyCall call) => Save(call, id: null);

    public SandboxResponse Upsert(RebillyCall call, string id) =>
        id.Length <= FieldReader.IdLength && FieldPatterns.IsId(id)
            ? Save(call, id)
            : world.Problems.Invalid("id", "This field has an invalid format.");

    public SandboxResponse Cancel(RebillyCall call, string id)
    {
        var organization = call.Organization;
        if (organization.Payouts.Find(id) is not { } payout)
        {
            return world.Problems.NotFound();
        }

        var fields = call.Fields();
        var by = fields.OneOf("canceledBy", "merchant", "customer") ?? "customer";
        var description = fields.Text("description", DescriptionLength);
        if (fields.Errors.Count > 0)
        {
            return world.Problems.Invalid(fields.Errors);
        }

        if (payout.Cancellation is not null || organization.Payouts.AvailableOf(payout) == 0)
        {
            return world.Problems.Of(409, "The payout request is canceled or fulfilled.");
        }

        payout.Cancellation = new JsonObject { ["canceledBy"] = by, ["description"] = description };
        organization.Payouts.Changed(payout, "payout-request-canceled");
        return Saved(organization, payout, 200);
    }

    public SandboxResponse ListInstruments(RebillyCall call, string id)
    {
        var organization = call.Organization;
        return organization.Payouts.Find(id) is { } payout
            ? SandboxResponse.Json(
                200,
                new JsonArray([
                    .. organization
                        .Vault.All.Where(one => one.CustomerId == payout.Given.CustomerId && !one.IsDeactivated)
                        .Select(one => PayoutJson.Method(one, payout, organization)),
                ])
            )
            : world.Problems.NotFound();
    }

    private SandboxResponse Save(RebillyCall call, string? id)
    {
        var (organization, fields) = (call.Organization, call.Fields());
        var given = PayoutFields.Read(fields, organization);
        var known = id is null ? null : organization.Payouts.Find(id);
        if (fields.Errors.Count == 0 && known is not null && known.Given != given)
        {
            CheckChange(known, given, fields, organization.Payouts);
        }

        if (fields.Errors.Count > 0)
        {
            return world.Problems.Invalid(fields.Errors);
        }

        if (known is null)
        {
            var payout = new PayoutRecord
            {
                Id = id ?? world.NextId("pout_req"),
                CreatedTime = world.Now,
                UpdatedTime = world.Now,
                Given = given,
            };
            organization.Payouts.Add(payout);
            organization.Payouts.Raise(payout, "payout-request-created");
            return Saved(organization, payout, 201);
        }

        if (known.Given != given)
        {
            known.Given = given;
            organization.Payouts.Changed(known, "payout-request-modified");
        }

        return Saved(organization, known, 200);
    }

    private static void CheckChange(PayoutRecord known, PayoutFields given, FieldReader fields, PayoutBook book)
    {
        var paid = book.PaidOf(known);
        if (known.Cancellation is not null)
        {
            fields.Fail("status", "The payout request is canceled.");
        }
        else if (paid > 0 && (known.Given.CustomerId != given.CustomerId || known.Given.Currency != given.Currency))
        {
            fields.Fail("customerId", "A part was already paid out to the customer in this currency.");
        }
        else if (paid > given.Amount)
        {
            fields.Fail("amount", "More than this amount was already paid out.");
        }
    }

    private SandboxResponse Saved(Organization organization, PayoutRecord payout, int status) =>
        SandboxResponse
            .Json(status, PayoutJson.Of(payout, organization, world))
            .WithHeader("Location", world.UrlOf(organization, $"payout-requests/{payout.Id}"));
}
