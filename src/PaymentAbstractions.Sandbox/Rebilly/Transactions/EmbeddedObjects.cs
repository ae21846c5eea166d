using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>A transaction with the objects of the query parameter <c>expand</c>. Unknown names are ignored.</summary>
internal static class EmbeddedObjects
{
    public static JsonObject Of(TransactionRecord transaction, RebillyCall call, RebillyWorld world)
    {
        var organization = call.Organization;
        var json = TransactionJson.Of(transaction, organization, world);
        var names = call
            .Query.GetValueOrDefault("expand", "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length == 0)
        {
            return json;
        }

        var embedded = new JsonObject();
        foreach (var name in names)
        {
            if (Find(name) is { } found)
            {
                embedded[name] = found;
            }
        }

        json["_embedded"] = embedded;
        return json;

        JsonNode? Find(string name) =>
            name switch
            {
                "customer" => organization.Customers.TryGetValue(transaction.CustomerId, out var customer)
                    ? CustomerJson.Of(customer, organization)
                    : null,
                "parentTransaction" => transaction.ParentId is { } parent && organization.Book.Find(parent) is { } found
                    ? TransactionJson.Of(found, organization, world)
                    : null,
                "childTransactions" => new JsonArray([
                    .. transaction.Children.Select(child => TransactionJson.Of(child, organization, world)),
                ]),
                "paymentCard" or "bankAccount" => transaction.Instrument is { } instrument
                && (instrument.Details.Method == InstrumentDetails.Card) == (name == "paymentCard")
                    ? InstrumentJson.Of(instrument, world)
                    : null,
                "website" => new JsonObject { ["id"] = transaction.WebsiteId },
                "organization" => new JsonObject { ["id"] = organization.Account.OrganizationId },
                _ => null,
            };
    }
}
