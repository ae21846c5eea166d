using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Json;

/// <summary>
/// Writes an AVS result as its letter and its findings, for example {c:{"Code":"A","Street":"Match","PostalCode":"NoMatch"}}, and
/// <c>null</c> when no result was given. A result that the table does not contain has a letter and no findings; a result that was created
/// from words has findings and no letter.
/// </summary>
/// <remarks>This type is thread-safe. The findings are written with the letter because they depend on the brand of the card.</remarks>
public sealed class AvsResultJsonConverter : JsonConverter<AvsResult>
{
    private const string Code = nameof(AvsResult.Code);
    private const string Street = nameof(AvsResult.Street);
    private const string PostalCode = nameof(AvsResult.PostalCode);
    private const string Name = nameof(AvsResult.Name);

    /// <inheritdoc />
    public override AvsResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        var parts = FlatObject.Read(ref reader, options, Code, Street, PostalCode, Name);
        if (parts is [var letter, null, null, null])
        {
            return letter is null ? throw new JsonException() : new AvsResult(letter, meaning: null);
        }

        var (street, postalCode, name) = (
            FlatObject.EnumOf<VerificationMatch>(parts[1]),
            FlatObject.EnumOf<VerificationMatch>(parts[2]),
            FlatObject.EnumOf<VerificationMatch>(parts[3])
        );
        return parts[0] is { } code
            ? new AvsResult(code, new AvsMeaning(code, street, postalCode, name))
            : AvsResult.FromWords(street, postalCode, name);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, AvsResult value, JsonSerializerOptions options)
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
            (Street, value.IsUnmapped ? null : $"{value.Street}"),
            (PostalCode, value.IsUnmapped ? null : $"{value.PostalCode}"),
            (Name, value.IsUnmapped || value.Name == VerificationMatch.NotProvided ? null : $"{value.Name}")
        );
    }
}
