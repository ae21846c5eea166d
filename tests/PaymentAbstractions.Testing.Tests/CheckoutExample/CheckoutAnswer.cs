namespace PaymentAbstractions.Testing.Tests.CheckoutExample;

/// <summary>What the checkout page shows and the order remembers.</summary>
public sealed record CheckoutAnswer(CheckoutStep Step)
{
    public string? TransactionToStore { get; init; }

    public Money? StillToPay { get; init; }

    public Uri? BankPage { get; init; }

    public PaymentAttempt? AttemptToFind { get; init; }
}
