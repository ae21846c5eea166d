using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Json;

/// <summary>Writes a value as its text, for example <c>"49.90 USD"</c>, and <c>null</c> when it is not given.</summary>
/// <typeparam name="T">The type of the value. Its <c>ToString</c> returns the text that it can be parsed from.</typeparam>
/// <remarks>This type is thread-safe. Text that cannot be parsed causes a <see cref="JsonException"/> that does not quote it.</remarks>
public sealed class TextJsonConverter<T> : JsonConverter<T>
    where T : IParsable<T>
{
    /// <inheritdoc />
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => default,
            JsonTokenType.String => Parse(ref reader),
            _ => throw new JsonException(),
        };

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (IsGiven(value))
        {
            writer.WriteStringValue(value.ToString());
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <inheritdoc />
    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => Parse(ref reader);

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(
            IsGiven(value)
                ? value.ToString()!
                : throw new NotSupportedException($"A {typeof(T).Name} that is not given cannot name a JSON property.")
        );
    }

    private static bool IsGiven(T value) => !EqualityComparer<T>.Default.Equals(value, default);

    // The serializer adds a message with the type and the path to an exception without a message, never the text.
    private static T Parse(ref Utf8JsonReader reader) =>
        T.TryParse(reader.GetString(), provider: null, out var value) && IsGiven(value)
            ? value
            : throw new JsonException();
}
