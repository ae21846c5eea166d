using PaymentAbstractions;

namespace Checkout.Payments;

/// <summary>A capture, void or refund, as it was saved before it was sent.</summary>
/// <param name="Request">The request. A repeat sends the same one.</param>
public sealed record OrderStep(PaymentRequest Request)
{
    /// <summary>The result; <see langword="null"/> while it is under way, or when this process died before it was answered.</summary>
    public PaymentResult? Result { get; init; }

    /// <summary>Whether money may have moved and the outcome is not known yet.</summary>
    public bool IsInDoubt => Result?.Outcome is null or PaymentOutcome.Pending or PaymentOutcome.Unknown;

    /// <summary>What a look-up needs.</summary>
    public PaymentAttempt ToAttempt(DateTimeOffset startedAt) =>
        PaymentAttempt.Of(Request, startedAt, Request.Original?.Gateway);
}
