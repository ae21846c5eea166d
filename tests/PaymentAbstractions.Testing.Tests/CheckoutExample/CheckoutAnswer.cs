namespace PaymentAbstractions.Testing.Tests.CheckoutExample;

/// <summary>The answer that the checkout page shows and that the order stores.</summary>
public sealed record CheckoutAnswer(CheckoutStep Step)
{
    public string? TransactionToStore { get; init; }

    public Money? StillToPay { get; init; }

    public Uri? BankPage { get; init; }

    public PaymentAttempt? AttemptToFind { get; init; }
}
