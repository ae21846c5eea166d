using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The cryptogram that proves an authentication by 3-D Secure (CAVV, AAV, AEVV).</summary>
/// <remarks>Instances are immutable and thread-safe. <c>ToString</c> returns a mask.</remarks>
[JsonConverter(typeof(SecretJsonConverter<AuthenticationValue>))]
public sealed class AuthenticationValue : Secret
{
    /// <summary>Wraps the value.</summary>
    /// <param name="value">
    /// The value as the 3-D Secure server gave it, usually base64; 1 to 128 characters without control characters.
    /// </param>
    /// <exception cref="PaymentRequestException">The value is missing or malformed.</exception>
    public AuthenticationValue(string value)
        : base(RequireText(value, nameof(AuthenticationValue), 128)) { }
}
