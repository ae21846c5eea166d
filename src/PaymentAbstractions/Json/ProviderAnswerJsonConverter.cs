using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Json;

/// <summary>Writes a provider's answer with its body, which is no readable property, for example <c>{"HttpStatus":"402","Body":"…"}</c>.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class ProviderAnswerJsonConverter : JsonConverter<ProviderAnswer>
{
    private const string HttpStatus = nameof(ProviderAnswer.HttpStatus);
    private const string Body = nameof(ProviderAnswer.Body);

    /// <inheritdoc />
    public override ProviderAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var parts = FlatObject.Read(ref reader, options, HttpStatus, Body);
        return
            parts is [{ } status, { } body]
            && int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ProviderAnswer { HttpStatus = number, Body = body }
            : throw new JsonException();
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, ProviderAnswer value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        FlatObject.Write(
            writer,
            options,
            (HttpStatus, value.HttpStatus.ToString(CultureInfo.InvariantCulture)),
            (Body, value.Body)
        );
    }
}
