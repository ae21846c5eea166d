using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>A one-time or network token that stands for a payment method.</summary>
/// <remarks>Immutable and thread-safe. Prints as a mask.</remarks>
[JsonConverter(typeof(SecretJsonConverter<PaymentToken>))]
public sealed class PaymentToken : Secret
{
    /// <summary>Wraps the value.</summary>
    /// <param name="value">The token as the provider gave it, 1 to 4096 characters without control characters.</param>
    /// <exception cref="PaymentRequestException">The value is missing or malformed.</exception>
    public PaymentToken(string value)
        : base(RequireText(value, nameof(PaymentToken), 4096)) { }
}
