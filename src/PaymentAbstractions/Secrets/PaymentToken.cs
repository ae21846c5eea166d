using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>A one-time or network token for a payment method.</summary>
/// <remarks>Instances are immutable and thread-safe. <c>ToString</c> returns a mask.</remarks>
[JsonConverter(typeof(SecretJsonConverter<PaymentToken>))]
public sealed class PaymentToken : Secret
{
    /// <summary>Wraps the value.</summary>
    /// <param name="value">The token as the provider gave it, 1 to 4096 characters without control characters.</param>
    /// <exception cref="PaymentRequestException">The value is missing or malformed.</exception>
    public PaymentToken(string value)
        : base(RequireText(value, nameof(PaymentToken), 4096)) { }
}
