using System.Globalization;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Reads what answers show of transactions, whatever the casing of their members.</summary>
/// <remarks>
/// Source: the pages on submitting a stored transaction and on transaction details, and published answers. What decides is read
/// strictly: ids, success, status, type, the two amounts, customer and payment method. The clock and the zone of the server are not
/// known, so a time is for display and tolerant comparison.
/// </remarks>
internal sealed class TransactionReader(Currency currency)
{
    /// <summary>What the answer to a write shows. A capture or void answers little more than the id.</summary>
    /// <returns>The facts; <see langword="null"/> unless the answer claims success.</returns>
    public ProviderTransaction? OfWrite(TransportAnswer answer, PaymentOperation operation)
    {
        if (FieldsOf(answer) is not { } fields || fields.DecidingFlag("Success") != true)
        {
            return null;
        }

        var id = IdOf(fields);
        var shown = operation is PaymentOperation.Capture or PaymentOperation.Void
            ? new ProviderTransaction
            {
                Id = id > 0 ? Text(id) : null,
                Type = operation,
                Contradiction = fields.Problem,
            }
            : Of(fields, id);
        return shown with
        {
            Provider = shown.Provider with { Message = fields.Text("Message") },
            Contradiction =
                RefusalText.OfHeader(answer) is not null ? "The answer claims success and carries an error text."
                : shown.Status is ProviderStatus.Reversed or ProviderStatus.Declined
                    ? "The answer claims success and shows a transaction that is voided or failed."
                : shown.Contradiction,
            UnreadableFields = fields.Unreadable,
        };
    }

    /// <summary>What the answer to a read shows.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="id">The id that was asked for. The page says to disregard that of the answer, which then is zero.</param>
    /// <returns>The facts; <see langword="null"/> when the answer is no transaction.</returns>
    public ProviderTransaction? OfRead(TransportAnswer answer, string id)
    {
        if (FieldsOf(answer) is not { } fields)
        {
            return null;
        }

        var named = IdOf(fields);
        var shown = Of(fields, named);
        return named == 0 ? shown with { Id = id } : shown;
    }

    /// <summary>What a list shows.</summary>
    /// <returns>The rows; <see langword="null"/> unless the list is whole by its own count and what decides is readable in each row.</returns>
    public IReadOnlyList<ProviderTransaction>? OfList(TransportAnswer answer)
    {
        // An empty list and an answer that is none both lack transactions; the count tells them apart.
        if (
            FieldsOf(answer) is not { } fields
            || fields.DecidingWhole("TransactionCount") is not { } count
            || fields.DecidingObjects("Transactions") is not { } items
            || items.Count != count
        )
        {
            return null;
        }

        List<ProviderTransaction> rows = [.. items.Select(item => Of(item, IdOf(item)))];
        return rows.Exists(row => row.Contradiction is not null) ? null : rows;
    }

    /// <summary>The id that an answer shows under either of its names: 0 when it shows none, -1 when it shows two.</summary>
    public static long IdOf(JsonFields fields) =>
        (fields.DecidingWhole("ID") ?? 0, fields.DecidingWhole("TransactionId") ?? 0) switch
        {
            (0, var id) => id,
            (var id, 0) => id,
            var (id, other) => id == other ? id : -1,
        };

    /// <summary>The object that a successful answer is.</summary>
    public static JsonFields? FieldsOf(TransportAnswer answer) =>
        answer is { Evidence: TransportEvidence.Answered, StatusCode: >= 200 and < 300 }
            ? JsonFields.Read(answer, ignoreCase: true)
            : null;

    private ProviderTransaction Of(JsonFields fields, long id)
    {
        var type = Vocabulary.OperationOf(fields.DecidingText("TransactionType"));
        var word = fields.DecidingText("Status");
        var (status, isSettled) = Vocabulary.StatusOf(word);
        var (total, totalProblem) = Amount(fields, "TotalAmount");
        var (captured, capturedProblem) = Amount(fields, "CaptureAmount");
        var shown = new ProviderTransaction
        {
            Id = id > 0 ? Text(id) : null,
            Type = type,
            Status = status,
            IsSettled = isSettled,
            IsOpen = type == PaymentOperation.Authorize && !isSettled && captured is not { IsPositive: true },
            Requested = total,
            // Where a capture shows another amount than the total, nobody knows which one counts: the smaller.
            Returnable = captured is { IsPositive: true } part && part < total ? part : total,
            IsAdjusted = captured is { IsPositive: true } other && other != total,
            AmountProblem = totalProblem ?? capturedProblem,
            CustomerId = NotZero(fields.DecidingWhole("CustomerID")),
            Description = fields.Text("Description"),
            DataLevel = LevelOf(fields.Text("Level")),
            CreatedAt = fields.Time("TransactionTime"),
            Provider = new ProviderDetails { Code = word, AuthorizationCode = fields.Text("AuthorizationCode") },
            PaymentMethod = MethodOf(fields),
            View = mask => new TransactionViewReader(currency, mask).Read(fields),
        };
        return shown with { Contradiction = fields.Problem, UnreadableFields = fields.Unreadable };
    }

    private (Money? Amount, string? Problem) Amount(JsonFields fields, string name) =>
        fields.DecidingFigure(name) is not { } figure ? (null, null)
        : ProviderMoney.Read(figure, currency) is { IsNegative: false } amount ? (amount, null)
        : (null, $"The answer's '{name}' is no amount in {currency.Code}.");

    private static PaymentMethodDetails MethodOf(JsonFields fields)
    {
        var cardType = fields.Text("CardType");
        return new PaymentMethodDetails
        {
            Kind = string.IsNullOrEmpty(cardType) ? PaymentMethodKind.None : PaymentMethodKind.PaymentCard,
            Id = NotZero(fields.DecidingWhole("PaymentMethodID")),
            Brand = CardBrand.FromProvider(cardType),
            LastFour = fields.Text("CardLast4"),
        };
    }

    private static CommercialDataLevel? LevelOf(string? level) =>
        level switch
        {
            "1" => CommercialDataLevel.LevelI,
            "2" => CommercialDataLevel.LevelII,
            "3" => CommercialDataLevel.LevelIII,
            _ => null,
        };

    // Zero stands for "none".
    private static string? NotZero(long? id) => id is { } value and not 0 ? Text(value) : null;

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
