using System.Globalization;

namespace PaymentAbstractions.Tool;

/// <summary>A line of a reconciliation; scripts rely on the names of the members.</summary>
internal sealed record ReconciledOutput(
    string Status,
    DateTime? At,
    string? Operation,
    string? Key,
    string? Order,
    string? Transaction,
    IReadOnlyList<string> Others,
    IReadOnlyList<string> Candidates,
    string? Outcome,
    decimal? Amount,
    string? Currency,
    string? ShownOutcome,
    decimal? ShownAmount,
    string? ShownCurrency,
    string? Explanation
)
{
    public static readonly string[] Columns =
    [
        "Status",
        "At",
        "Operation",
        "Key",
        "Order",
        "Transaction",
        "Outcome",
        "Amount",
        "Shown outcome",
        "Shown amount",
        "Explanation",
    ];

    /// <summary>The names of <see cref="ToValues"/>, which are also the JSON names.</summary>
    public static readonly string[] Names =
    [
        "status",
        "at",
        "operation",
        "key",
        "order",
        "transaction",
        "others",
        "candidates",
        "outcome",
        "amount",
        "currency",
        "shownOutcome",
        "shownAmount",
        "shownCurrency",
        "explanation",
    ];

    public static ReconciledOutput Of(ReconciledPayment line) =>
        new(
            line.Status.ToString(),
            line.At?.UtcDateTime,
            line.Operation == PaymentOperation.Unknown ? null : line.Operation.ToString(),
            line.IdempotencyKey.IsSpecified ? line.IdempotencyKey.Value : null,
            line.OrderReference.IsSpecified ? line.OrderReference.Value : null,
            line.Transaction?.TransactionId,
            [.. line.Others.Select(other => other.TransactionId)],
            [.. line.Candidates.Select(candidate => candidate.TransactionId)],
            line.JournalOutcome?.ToString(),
            line.JournalAmount?.Amount,
            line.JournalAmount?.Currency.Code,
            line.ShownOutcome?.ToString(),
            line.ShownAmount?.Amount,
            line.ShownAmount?.Currency.Code,
            line.Explanation
        );

    public static string[] RowOf(ReconciledPayment line) =>
        [
            line.Status.ToString(),
            line.At is { } at ? Report.Text(at) : "",
            line.Operation == PaymentOperation.Unknown ? "" : line.Operation.ToString(),
            line.IdempotencyKey.IsSpecified ? line.IdempotencyKey.Value : "",
            line.OrderReference.IsSpecified ? line.OrderReference.Value : "",
            line.Transaction?.TransactionId ?? "",
            line.JournalOutcome?.ToString() ?? "",
            line.JournalAmount?.ToString() ?? "",
            line.ShownOutcome?.ToString() ?? "",
            line.ShownAmount?.ToString() ?? "",
            line.Explanation ?? "",
        ];

    public string[] ToValues() =>
        [
            Status,
            At?.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "",
            Operation ?? "",
            Key ?? "",
            Order ?? "",
            Transaction ?? "",
            string.Join(' ', Others),
            string.Join(' ', Candidates),
            Outcome ?? "",
            Amount?.ToString(CultureInfo.InvariantCulture) ?? "",
            Currency ?? "",
            ShownOutcome ?? "",
            ShownAmount?.ToString(CultureInfo.InvariantCulture) ?? "",
            ShownCurrency ?? "",
            Explanation ?? "",
        ];
}
