using System.Text.Json.Serialization;
using PaymentAbstractions;

namespace Checkout.Payments;

/// <summary>A capture, void or refund, as it was saved before it was sent.</summary>
/// <param name="Request">The request.</param>
/// <param name="StartedAt">When it was saved.</param>
/// <param name="Who">The person who did it.</param>
public sealed record OrderStep(PaymentRequest Request, DateTimeOffset StartedAt, string Who)
{
    /// <summary>The result; <see langword="null"/> while it is under way, or when this process died before it was answered.</summary>
    public PaymentResult? Result { get; init; }

    /// <summary>Whether money may have moved and it is not known yet.</summary>
    [JsonIgnore]
    public bool IsInDoubt => Result?.Outcome is null or PaymentOutcome.Pending or PaymentOutcome.Unknown;

    /// <summary>Whether the whole of it or a part was approved.</summary>
    [JsonIgnore]
    public bool HasMovedMoney => Result?.Outcome is PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved;

    /// <summary>What a look-up needs.</summary>
    public PaymentAttempt ToAttempt() => PaymentAttempt.Of(Request, StartedAt, Request.Original?.Gateway);
}
