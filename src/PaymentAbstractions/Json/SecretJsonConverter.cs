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
            $"{typeof(T).Name} is secret and is not read from JSON; create it where the value arrives."
        );

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException(
            $"{typeof(T).Name} is secret and is never written to JSON. Write a request whose payment method is a stored one, "
                + "or write the parts of it that are needed."
        );
}
