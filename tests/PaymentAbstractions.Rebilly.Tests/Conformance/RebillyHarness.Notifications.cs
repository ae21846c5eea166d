using System.Text;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests.Conformance;

public abstract partial class RebillyHarness
{
    // Core API reference, webhooks: the default body of "transaction processed" and "transaction declined".
    public override ReceivedNotification NotificationOf(string transactionId, PaymentOutcome claimed)
    {
        var isApproved = claimed == PaymentOutcome.Approved;
        var body = new JsonObject
        {
            ["transactionId"] = transactionId,
            ["eventType"] = isApproved ? "transaction-processed" : "transaction-declined",
            ["_embedded"] = new JsonObject
            {
                ["transaction"] = new JsonObject
                {
                    ["id"] = transactionId,
                    ["type"] = "sale",
                    ["status"] = "completed",
                    ["result"] = isApproved ? "approved" : "declined",
                },
            },
            ["_links"] = new JsonArray
            {
                new JsonObject
                {
                    ["rel"] = "transaction",
                    ["href"] = $"https://api-sandbox.rebilly.com/organizations/acct_main/transactions/{transactionId}",
                },
            },
        };
        return new ReceivedNotification
        {
            ContentType = "application/json",
            Body = Encoding.UTF8.GetBytes(body.ToJsonString()),
        };
    }
}
