using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Json;

/// <summary>Refuses to write a secret to JSON and to read one from JSON.</summary>
/// <typeparam name="T">The type of the secret.</typeparam>
/// <remarks>
/// This type is thread-safe. Without it, a request that is logged, cached or queued as JSON would contain card data in clear text.
/// </remarks>
public sealed class SecretJsonConverter<T> : JsonConverter<T>
    where T : Secret
{
    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException(
            $"{typeof(T).Name} is secret and cannot be read from JSON; create it from the value in code."
        );

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException(
            $"{typeof(T).Name} is secret and cannot be written to JSON. Write a request with a stored payment method, "
                + "or write only the parts that are needed."
        );
}
