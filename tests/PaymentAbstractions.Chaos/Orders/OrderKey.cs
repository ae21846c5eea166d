using System.Globalization;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Chaos;

/// <summary>A key that a shop makes for a step of an order, such as <c>o00017-sale-1</c>. It can be made again after a crash.</summary>
internal sealed record OrderKey(string Order, string Step, int Attempt)
{
    /// <summary>The maximum number of keys for one step; after that many, the shopper gives up.</summary>
    public const int MaxAttempts = 3;

    public static IReadOnlyList<string> Steps { get; } =
    ["sale", "authorize", "capture", "void", "refund", "credit", "setup"];

    public static OrderKey? Parse(string text) =>
        text.Split('-') is [var order, var step, var attempt]
        && int.TryParse(attempt, CultureInfo.InvariantCulture, out var number)
            ? new OrderKey(order, step, number)
            : null;

    public static IEnumerable<OrderKey> AllOf(string order) =>
        Steps.SelectMany(step =>
            Enumerable.Range(1, MaxAttempts).Select(attempt => new OrderKey(order, step, attempt))
        );

    public IdempotencyKey ToKey() => new(ToString());

    public JournalKey ToJournalKey() => new(ChaosGateway.Environment, ToKey());

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Order}-{Step}-{Attempt}");
}
