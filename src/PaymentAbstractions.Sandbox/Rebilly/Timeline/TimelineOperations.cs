using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The timeline of a transaction: its events, and comments. Only comments can be deleted.</summary>
internal sealed class TimelineOperations(RebillyWorld world)
{
    private const string Comment = "timeline-comment-created";
    private const int LongestComment = 10_000;

    private static readonly Dictionary<string, ListField<TimelineMessage>> Fields = new(StringComparer.Ordinal)
    {
        ["id"] = ListField<TimelineMessage>.Text(message => message.Id),
        ["type"] = ListField<TimelineMessage>.Text(message => message.Type),
        ["occurredTime"] = ListField<TimelineMessage>.Time(message => message.OccurredTime),
    };

    public SandboxResponse List(RebillyCall call, string id) =>
        call.Organization.Book.Find(id) is { } transaction
            ? new CollectionQuery<TimelineMessage>(Fields, world.Problems).Answer(
                Messages(transaction),
                call.Query,
                Write
            )
            : world.Problems.NotFound();

    public SandboxResponse Read(RebillyCall call, string id, string messageId) =>
        call.Organization.Book.Find(id) is { } transaction
        && Messages(transaction).FirstOrDefault(message => message.Id == messageId) is { } found
            ? SandboxResponse.Json(200, Write(found))
            : world.Problems.NotFound();

    public SandboxResponse Create(RebillyCall call, string id)
    {
        if (call.Organization.Book.Find(id) is not { } transaction)
        {
            return world.Problems.NotFound();
        }

        var fields = call.Fields();
        var text = fields.RequiredText("message", LongestComment);
        if (fields.Errors.Count > 0)
        {
            return world.Problems.Invalid(fields.Errors);
        }

        var message = new TimelineMessage(world.NextId("tl"), Comment, "direct-api", text!, world.Now);
        transaction.Comments.Add(message);
        return SandboxResponse
            .Json(201, Write(message))
            .WithHeader("Location", world.UrlOf(call.Organization, $"transactions/{id}/timeline/{message.Id}"));
    }

    public SandboxResponse Delete(RebillyCall call, string id, string messageId)
    {
        if (call.Organization.Book.Find(id) is not { } transaction)
        {
            return world.Problems.NotFound();
        }

        return transaction.Comments.RemoveAll(message => message.Id == messageId) > 0
                ? new SandboxResponse { Status = 204 }
            : Messages(transaction).Any(message => message.Id == messageId)
                ? world.Problems.Of(409, "Only comments can be deleted.")
            : world.Problems.NotFound();
    }

    private static IEnumerable<TimelineMessage> Messages(TransactionRecord transaction)
    {
        yield return new(
            $"tl_{transaction.Id}",
            "transaction-initiated",
            "rebilly",
            "The transaction was initiated.",
            transaction.CreatedTime
        );
        if (!transaction.IsUnknown)
        {
            yield return new(
                $"tl_{transaction.Id}_result",
                $"transaction-{transaction.Result}",
                "rebilly",
                $"The transaction was {transaction.Result}.",
                transaction.ProcessedTime ?? transaction.CreatedTime
            );
        }

        foreach (var comment in transaction.Comments)
        {
            yield return comment;
        }
    }

    private static JsonObject Write(TimelineMessage message) =>
        new()
        {
            ["id"] = message.Id,
            ["type"] = message.Type,
            ["triggeredBy"] = message.TriggeredBy,
            ["message"] = message.Text,
            ["occurredTime"] = TransactionJson.Time(message.OccurredTime),
            ["_links"] = new JsonArray(),
        };
}
