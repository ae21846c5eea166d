using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Selects the events of an organization's transactions and writes their bodies.</summary>
internal sealed class TransactionEvents(Organization organization, RebillyWorld world)
{
    private const string Processed = "transaction-processed";
    private const string Declined = "transaction-declined";
    private const string OffsiteCompleted = "offsite-payment-completed";
    private const string GatewayCompleted = "waiting-gateway-transaction-completed";
    private const string TimeoutResolved = "transaction-timeout-resolved";
    private const string NotificationUrl = "notificationUrl";

    /// <summary>Called when a transaction was entered; its result may already be known.</summary>
    public void Entered(TransactionRecord transaction, TransactionRecord? parent)
    {
        if (!transaction.IsUnknown)
        {
            RaiseResult(transaction, parent);
        }
    }

    /// <summary>Called when the result of an open transaction became known.</summary>
    public void Ended(TransactionRecord transaction, string openStatus, TransactionRecord? parent)
    {
        var ending = openStatus switch
        {
            TransactionStatus.WaitingApproval or TransactionStatus.Offsite => OffsiteCompleted,
            _ when TransactionStatus.IsBroken(openStatus) => TimeoutResolved,
            _ => GatewayCompleted,
        };
        Raise(transaction, ending);
        if (ending == OffsiteCompleted || (IsUndoing(transaction) && transaction.IsApproved))
        {
            RaiseResult(transaction, parent);
        }

        if (ending != GatewayCompleted && transaction.NotificationUrl is { } template)
        {
            Notify(transaction, template);
        }
    }

    /// <summary>Called when the customer opened the approval page.</summary>
    public void Redirected(TransactionRecord transaction, SandboxRequest request) =>
        RaiseCustomer(
            "customer-redirected-offsite",
            transaction,
            request,
            world.UrlOf(organization, $"approvals/{transaction.Id}")
        );

    /// <summary>Called when the customer was sent back from the approval page.</summary>
    public void Returned(TransactionRecord transaction, SandboxRequest request, string target) =>
        RaiseCustomer("customer-returned", transaction, request, target);

    /// <summary>Queues an event with the default body and the additional members of the event.</summary>
    public void Raise(
        TransactionRecord transaction,
        string eventType,
        TransactionRecord? child = null,
        Action<JsonObject>? more = null
    ) =>
        world.Webhooks.Raise(
            organization.Account.OrganizationId,
            eventType,
            transaction.Id,
            transaction.Revision,
            () => Payload(transaction, eventType, child, more).ToJsonString()
        );

    private void RaiseResult(TransactionRecord transaction, TransactionRecord? parent)
    {
        if (transaction.Result == TransactionResult.Declined)
        {
            Raise(transaction, Declined);
        }
        else if (transaction.IsApproved && parent is not null && IsUndoing(transaction))
        {
            Raise(parent, UndoneBy(transaction, parent), transaction);
        }
        else if (transaction.IsApproved)
        {
            Raise(transaction, Processed);
        }
    }

    private static bool IsUndoing(TransactionRecord transaction) =>
        transaction.Type is TransactionType.Void or TransactionType.Refund;

    private static string UndoneBy(TransactionRecord child, TransactionRecord parent)
    {
        if (child.Type == TransactionType.Void)
        {
            return "transaction-voided";
        }

        var refunded = parent
            .Children.Where(one =>
                one is { Type: TransactionType.Refund, IsApproved: true, Status: not TransactionStatus.Voided }
            )
            .Sum(one => one.Amount);
        return refunded >= parent.Amount ? "transaction-refunded" : "transaction-partially-refunded";
    }

    private void RaiseCustomer(
        string eventType,
        TransactionRecord transaction,
        SandboxRequest request,
        string redirectUrl
    ) =>
        Raise(
            transaction,
            eventType,
            more: payload =>
            {
                payload["redirectUrl"] = redirectUrl;
                // The sandbox listens only on the loopback address.
                payload["ipAddress"] = "127.0.0.1";
                payload["httpHeaders"] = new JsonObject(
                    request.Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))
                );
            }
        );

    private JsonObject Payload(
        TransactionRecord transaction,
        string eventType,
        TransactionRecord? child,
        Action<JsonObject>? more
    )
    {
        var embedded = new JsonObject { ["transaction"] = TransactionJson.Of(transaction, organization, world) };
        if (child is not null)
        {
            embedded["childTransaction"] = TransactionJson.Of(child, organization, world);
        }

        var link = new JsonObject
        {
            ["rel"] = "transaction",
            ["href"] = world.UrlOf(organization, $"transactions/{transaction.Id}"),
        };
        var payload = new JsonObject { ["transactionId"] = transaction.Id, ["eventType"] = eventType };
        more?.Invoke(payload);
        payload["_embedded"] = embedded;
        payload["_links"] = new JsonArray(link);
        return payload;
    }

    private void Notify(TransactionRecord transaction, string template)
    {
        var text = template
            .Replace("{id}", Uri.EscapeDataString(transaction.Id), StringComparison.Ordinal)
            .Replace("{result}", Uri.EscapeDataString(transaction.Result), StringComparison.Ordinal);
        if (Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            world.Webhooks.Notify(address, NotificationUrl, transaction.Id, transaction.Revision);
        }
    }
}
