using System.Globalization;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Reads transactions in answers; member names are case-insensitive.</summary>
/// <remarks>
/// Source: the pages on submitting a stored transaction and on transaction details, and published answers. Deciding members are read
/// strictly: ids, success, status, type, the two amounts, customer and payment method. The clock and the time zone of the server are not
/// known, so a time is only for display and tolerant comparison.
/// </remarks>
internal sealed class TransactionReader(Currency currency)
{
    /// <summary>Reads the answer to a write. The answer to a capture or void contains little more than the id.</summary>
    /// <returns>The transaction; <see langword="null"/> unless the answer claims success.</returns>
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
                RefusalText.OfHeader(answer) is not null ? "The answer claims success but contains an error text."
                : shown.Status is ProviderStatus.Reversed or ProviderStatus.Declined
                    ? "The answer claims success but shows a transaction that is voided or failed."
                : shown.Contradiction,
            UnreadableFields = fields.Unreadable,
        };
    }

    /// <summary>Reads the answer to a read.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="id">The requested id. The page says to disregard the id in the answer, which is zero.</param>
    /// <returns>The transaction; <see langword="null"/> when the answer is not a transaction.</returns>
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

    /// <summary>Reads a list.</summary>
    /// <returns>The rows; <see langword="null"/> unless the list is complete by its own count and the deciding members of each row can be
    /// read.</returns>
    public IReadOnlyList<ProviderTransaction>? OfList(TransportAnswer answer)
    {
        // An empty list and an answer that is not a list both lack transactions; only the count distinguishes them.
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

    /// <summary>The id that an answer shows under either of its names: 0 when it shows none, -1 when it shows two different ids.</summary>
    public static long IdOf(JsonFields fields) =>
        (fields.DecidingWhole("ID") ?? 0, fields.DecidingWhole("TransactionId") ?? 0) switch
        {
            (0, var id) => id,
            (var id, 0) => id,
            var (id, other) => id == other ? id : -1,
        };

    /// <summary>The JSON object of a successful answer.</summary>
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
            // If a capture shows a different amount than the total, it is not documented which one applies, so the smaller one is used.
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
        : (null, $"The answer's '{name}' is not an amount in {currency.Code}.");

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

    // Zero means "none".
    private static string? NotZero(long? id) => id is { } value and not 0 ? Text(value) : null;

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
