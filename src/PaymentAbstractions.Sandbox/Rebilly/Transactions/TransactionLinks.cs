using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The links of a transaction: an array of rel and href.</summary>
internal static class TransactionLinks
{
    public static JsonArray Of(TransactionRecord transaction, Organization organization, RebillyWorld world)
    {
        var self = world.UrlOf(organization, $"transactions/{transaction.Id}");
        var links = new JsonArray();
        Add("self", self);
        Add("website", world.UrlOf(organization, $"websites/{transaction.WebsiteId}"));
        Add("customer", world.UrlOf(organization, $"customers/{transaction.CustomerId}"));
        Add("queryUrl", $"{self}/query");
        Add("updateUrl", $"{self}/update");
        if (transaction.GatewayAccountId is { } account)
        {
            Add("gatewayAccount", world.UrlOf(organization, $"gateway-accounts/{account}"));
        }

        if (transaction.Instrument is { } instrument)
        {
            Add("paymentCard", world.UrlOf(organization, $"payment-instruments/{instrument.Id}"));
        }

        if (transaction.ParentId is { } parent)
        {
            Add("parentTransaction", world.UrlOf(organization, $"transactions/{parent}"));
        }

        if (transaction.IsApproved)
        {
            Add("refundUrl", $"{self}/refund");
        }

        if (transaction.Status == TransactionStatus.WaitingApproval)
        {
            Add("approvalUrl", world.UrlOf(organization, $"approvals/{transaction.Id}"));
        }

        if (transaction.RedirectUrl is { } redirect)
        {
            Add("redirectUrl", redirect);
        }

        return links;

        void Add(string rel, string href) => links.Add((JsonNode)new JsonObject { ["rel"] = rel, ["href"] = href });
    }
}
