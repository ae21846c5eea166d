using System.Runtime.CompilerServices;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

// Operations on a transaction for operators; payments and recovery never use them. Source: core API reference, transactions.
internal sealed partial class RebillyAdapter : IRebillyTransactions
{
    private const string TransactionName = "The transaction";
    private const string MessageName = "The message";

    public async Task<RebillyTransaction?> GetAsync(
        string transactionId,
        ValueList<string>? expand = null,
        CancellationToken cancellationToken = default
    )
    {
        OperatorRules.Check(transactionId, problems => OperatorRules.Expand(nameof(expand), expand ?? [], problems));
        var embedded = string.Join(',', expand ?? []);
        var path = embedded.Length > 0 ? $"{PathOf(transactionId)}?expand={Escape(embedded)}" : PathOf(transactionId);
        var answer = await ReadOrNoneAsync(ProviderRequest.Get(path), TransactionName, IsNotFound, cancellationToken)
            .ConfigureAwait(false);
        return answer is null ? null : ViewOf(answer, transactionId) ?? throw CannotRead(TransactionName, answer);
    }

    public async Task<RebillyGatewayAnswer?> QueryGatewayAsync(
        string transactionId,
        CancellationToken cancellationToken = default
    )
    {
        OperatorRules.Check(transactionId);
        const string what = "The gateway's answer";
        var answer = await ReadOrNoneAsync(
                ProviderRequest.Post($"{PathOf(transactionId)}/query"),
                what,
                IsNotFound,
                cancellationToken
            )
            .ConfigureAwait(false);
        return answer is null ? null
            : JsonFields.Read(answer) is { } body && body.DecidingText("transactionId") == transactionId
                ? new RebillyGatewayAnswer
                {
                    TransactionId = transactionId,
                    Result = Masked(body.Text("result")),
                    Status = Masked(body.Text("status")),
                    Amount = ProviderMoney.Read(body.Figure("amount"), body.Text("currency")),
                }
            : throw CannotRead(what, answer);
    }

    public async Task<RebillyChangeResult> UpdateStatusAsync(
        string transactionId,
        RebillyStatusUpdate update,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(update);
        OperatorRules.Check(transactionId, problems => OperatorRules.Update(update, problems));
        var result = Vocabulary.ResultOf(update.Result);
        var answer = await StoreAsync(
                ProviderRequest.Json(
                    HttpMethod.Post,
                    $"{PathOf(transactionId)}/update",
                    json =>
                    {
                        json.WriteString("result", result);
                        if (update.Amount is { } amount)
                        {
                            json.WriteNumber("amount", amount.Amount);
                            json.WriteString("currency", amount.Currency.Code);
                        }
                    }
                ),
                cancellationToken
            )
            .ConfigureAwait(false);
        // Only the record that Rebilly shows now proves the change.
        return Changed(
            answer,
            transactionId,
            shown => shown.Result == result && (update.Amount is not { } amount || shown.Amount == amount)
        );
    }

    public async Task<RebillyChangeResult> SetCustomFieldsAsync(
        string transactionId,
        Metadata customFields,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(customFields);
        OperatorRules.Check(transactionId, problems => OperatorRules.CustomFields(customFields, problems));
        var answer = await StoreAsync(
                ProviderRequest.Json(
                    HttpMethod.Patch,
                    PathOf(transactionId),
                    json =>
                    {
                        json.WriteStartObject("customFields");
                        foreach (var (name, value) in customFields)
                        {
                            json.WriteString(name, value);
                        }

                        json.WriteEndObject();
                    }
                ),
                cancellationToken
            )
            .ConfigureAwait(false);
        // Compare with the raw answer, because the values that are shown may be masked.
        var stored = JsonFields.Read(answer)?.Members("customFields") ?? Metadata.Empty;
        return Changed(
            answer,
            transactionId,
            _ => customFields.All(field => stored.TryGetValue(field.Key, out var value) && value == field.Value)
        );
    }

    public IAsyncEnumerable<RebillyTimelineMessage> ListTimelineAsync(
        string transactionId,
        CancellationToken cancellationToken = default
    )
    {
        OperatorRules.Check(transactionId);
        return ReadTimelineAsync(transactionId, cancellationToken);
    }

    public async Task<RebillyTimelineMessage?> GetTimelineMessageAsync(
        string transactionId,
        string messageId,
        CancellationToken cancellationToken = default
    )
    {
        OperatorRules.Check(transactionId, messageId);
        var answer = await ReadOrNoneAsync(
                ProviderRequest.Get(TimelineOf(transactionId, messageId)),
                MessageName,
                IsNotFound,
                cancellationToken
            )
            .ConfigureAwait(false);
        return answer is null ? null
            : JsonFields.Read(answer) is { } body && MessageOf(body) is { } message && message.Id == messageId ? message
            : throw CannotRead(MessageName, answer);
    }

    public async Task<RebillyChangeResult> AddCommentAsync(
        string transactionId,
        string comment,
        CancellationToken cancellationToken = default
    )
    {
        OperatorRules.Check(transactionId, problems => OperatorRules.Comment(comment, problems));
        var answer = await StoreAsync(
                ProviderRequest.Json(
                    HttpMethod.Post,
                    $"{PathOf(transactionId)}/timeline",
                    json => json.WriteString("message", comment)
                ),
                cancellationToken
            )
            .ConfigureAwait(false);
        var message = answer.StatusCode is 200 or 201 && JsonFields.Read(answer) is { } body ? MessageOf(body) : null;
        return ToChange(Stored(answer, method: null, _ => message?.Id, answer.StatusCode is 200 or 201)) with
        {
            Message = message,
        };
    }

    public async Task<RebillyChangeResult> DeleteTimelineMessageAsync(
        string transactionId,
        string messageId,
        CancellationToken cancellationToken = default
    )
    {
        OperatorRules.Check(transactionId, messageId);
        var answer = await StoreAsync(ProviderRequest.Delete(TimelineOf(transactionId, messageId)), cancellationToken)
            .ConfigureAwait(false);
        return ToChange(Stored(answer, method: null, _ => messageId, answer.StatusCode == 204));
    }

    private async IAsyncEnumerable<RebillyTimelineMessage> ReadTimelineAsync(
        string transactionId,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // The rows of the timeline have no createdTime to sort by.
        var query = new CollectionQuery($"{PathOf(transactionId)}/timeline") { Sort = "" };
        await foreach (var row in ListAsync(query, cancellationToken).ConfigureAwait(false))
        {
            yield return MessageOf(row) ?? throw Unreadable("timeline");
        }
    }

    private RebillyChangeResult Changed(TransportAnswer answer, string id, Func<RebillyTransaction, bool> isDone)
    {
        var shown = answer.StatusCode is 200 or 201 ? ViewOf(answer, id) : null;
        var isShown = shown is not null && isDone(shown);
        return ToChange(Stored(answer, method: null, _ => isShown ? id : null, answer.StatusCode is 200 or 201)) with
        {
            Transaction = isShown ? shown : null,
        };
    }

    private static RebillyChangeResult ToChange(VaultResult stored) =>
        new()
        {
            Outcome = stored.Outcome,
            Reason = stored.Reason,
            Problems = stored.Problems,
        };

    private RebillyTransaction? ViewOf(TransportAnswer answer, string id) =>
        JsonFields.Read(answer) is { } body && body.DecidingText("id") == id
            ? new RebillyTransactionReader(Masked).Read(body)
            : null;

    private RebillyTimelineMessage? MessageOf(JsonFields fields) =>
        fields.DecidingText("id") is { Length: > 0 } id
            ? new RebillyTimelineMessage
            {
                Id = id,
                Type = Masked(fields.Text("type")),
                TriggeredBy = Masked(fields.Text("triggeredBy")),
                Text = Masked(fields.Text("message")),
                OccurredAt = fields.Time("occurredTime"),
            }
            : null;

    private static string PathOf(string transactionId) => $"transactions/{Escape(transactionId)}";

    private static string TimelineOf(string transactionId, string messageId) =>
        $"{PathOf(transactionId)}/timeline/{Escape(messageId)}";
}
