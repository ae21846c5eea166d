using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Writes a customer in the format of the API.</summary>
internal static class CustomerJson
{
    public static JsonObject Of(CustomerRecord customer, Organization organization)
    {
        var address = customer.PrimaryAddress;
        var instrument = customer.DefaultInstrumentId is { } id ? organization.Vault.Find(id) : null;
        var payments = organization.Book.All.Where(transaction =>
            transaction.CustomerId == customer.Id
            && transaction.IsApproved
            && transaction.Type is (TransactionType.Sale or TransactionType.Capture)
        );
        return new()
        {
            ["id"] = customer.Id,
            ["organizationId"] = organization.Account.OrganizationId,
            ["websiteId"] = organization.Account.WebsiteId,
            ["primaryAddress"] = address?.DeepClone(),
            ["firstName"] = address?["firstName"]?.DeepClone(),
            ["lastName"] = address?["lastName"]?.DeepClone(),
            ["email"] = (address?["emails"] as JsonArray)?.FirstOrDefault()?["value"]?.DeepClone(),
            ["defaultPaymentInstrument"] = instrument is null
                ? null
                : new JsonObject { ["method"] = instrument.Details.Method, ["paymentInstrumentId"] = instrument.Id },
            ["customFields"] = customer.CustomFields?.DeepClone() ?? new JsonObject(),
            ["locale"] = customer.Locale,
            ["paymentCount"] = payments.Count(),
            ["tags"] = new JsonArray(),
            ["revision"] = customer.Revision,
            ["createdTime"] = TransactionJson.Time(customer.CreatedTime),
            ["updatedTime"] = TransactionJson.Time(customer.UpdatedTime),
            ["_links"] = new JsonArray(),
        };
    }
}
