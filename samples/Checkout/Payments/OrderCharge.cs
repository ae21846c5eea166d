using System.Text.Json.Serialization;
using PaymentAbstractions;

namespace Checkout.Payments;

/// <summary>The current attempt to pay, as it was saved before anything was sent. It holds no card data.</summary>
/// <param name="Request">The request. A repeat and the completion of a form send the same one.</param>
/// <param name="Gateway">The gateway that it goes to, regardless of the current default.</param>
/// <param name="StartedAt">When it was saved.</param>
public sealed record OrderCharge(ChargeRequest Request, string Gateway, DateTimeOffset StartedAt)
{
    /// <summary>The key of the request.</summary>
    [JsonIgnore]
    public IdempotencyKey Key => Request.IdempotencyKey;

    /// <summary>Whether the customer enters the payment method at the provider.</summary>
    [JsonIgnore]
    public bool IsHosted => Request.PaymentMethod is CustomerChoicePaymentMethod;

    /// <summary>What a look-up needs.</summary>
    public PaymentAttempt ToAttempt() => PaymentAttempt.Of(Request, StartedAt, Gateway);
}
