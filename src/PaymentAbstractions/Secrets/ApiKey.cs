using System.ComponentModel;
using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>A provider's API key.</summary>
/// <remarks>Instances are immutable and thread-safe. <c>ToString</c> returns a mask.</remarks>
[TypeConverter(typeof(ApiKeyConverter))]
[JsonConverter(typeof(SecretJsonConverter<ApiKey>))]
public sealed class ApiKey : Secret
{
    /// <summary>Wraps the value.</summary>
    /// <param name="value">The key as the provider gave it, 1 to 1024 characters without control characters.</param>
    /// <exception cref="PaymentRequestException">The value is missing or malformed.</exception>
    public ApiKey(string value)
        : base(RequireText(value, nameof(ApiKey), 1024)) { }
}
