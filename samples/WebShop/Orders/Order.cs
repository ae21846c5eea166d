using PaymentAbstractions;

namespace WebShop.Orders;

/// <summary>What the shop wants to be paid for, and how far it has come.</summary>
/// <param name="Number">The order's number.</param>
/// <param name="Total">What it costs.</param>
public sealed record Order(string Number, Money Total)
{
    public OrderStatus Status { get; init; }

    /// <summary>The number of the attempt to pay, part of the key. It counts up when a new key is needed, and only then.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The attempt whose outcome is not known yet. As long as there is one, nothing is charged.</summary>
    public PaymentAttempt? InDoubt { get; init; }

    /// <summary>What was paid so far.</summary>
    public Money Paid { get; init; } = Money.Zero(Total.Currency);

    /// <summary>The payment that a refund works on, or a void when only a part was paid.</summary>
    public TransactionReference? Transaction { get; init; }

    public Money StillDue => Total - Paid;

    public IdempotencyKey Key => new($"order-{Number}-attempt-{Attempt}");
}
