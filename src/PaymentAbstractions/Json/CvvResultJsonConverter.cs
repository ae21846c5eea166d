using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Json;

/// <summary>
/// Writes the result of a security code check as its letter and its status, for example {c:{"Code":"M","Status":"Match"}}, and <c>null</c>
/// when no result was given.
/// </summary>
/// <remarks>This type is thread-safe. The status is written with the letter because it depends on the brand of the card.</remarks>
public sealed class CvvResultJsonConverter : JsonConverter<CvvResult>
{
    private const string Code = nameof(CvvResult.Code);
    private const string Status = nameof(CvvResult.Status);

    /// <inheritdoc />
    public override CvvResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        var parts = FlatObject.Read(ref reader, options, Code, Status);
        var status = FlatObject.EnumOf<CvvStatus>(parts[1]);
        return status == CvvStatus.NotProvided ? throw new JsonException()
            : parts[0] is { } code ? new CvvResult(code, status)
            : CvvResult.FromStatus(status);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, CvvResult value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        if (value.IsNotProvided)
        {
            writer.WriteNullValue();
            return;
        }

        FlatObject.Write(
            writer,
            options,
            (Code, value.Code.Length == 0 ? null : value.Code),
            (Status, $"{value.Status}")
        );
    }
}
