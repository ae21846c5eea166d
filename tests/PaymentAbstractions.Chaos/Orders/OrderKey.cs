using System.Globalization;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Chaos;

/// <summary>The keys that a shop makes for the steps of an order: <c>o00017-sale-1</c>. Each can be made again after a crash.</summary>
internal sealed record OrderKey(string Order, string Step, int Attempt)
{
    /// <summary>The most keys of one step: a shopper gives up after so many buttons.</summary>
    public const int MostAttempts = 3;

    public static IReadOnlyList<string> Steps { get; } =
    ["sale", "authorize", "capture", "void", "refund", "credit", "setup"];

    public static OrderKey? Parse(string text) =>
        text.Split('-') is [var order, var step, var attempt]
        && int.TryParse(attempt, CultureInfo.InvariantCulture, out var number)
            ? new OrderKey(order, step, number)
            : null;

    public static IEnumerable<OrderKey> AllOf(string order) =>
        Steps.SelectMany(step =>
            Enumerable.Range(1, MostAttempts).Select(attempt => new OrderKey(order, step, attempt))
        );

    public IdempotencyKey ToKey() => new(ToString());

    public JournalKey ToJournalKey() => new(ChaosGateway.Environment, ToKey());

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Order}-{Step}-{Attempt}");
}
