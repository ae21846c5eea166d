using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Json;

/// <summary>
/// Writes a response code as its characters, its source and the other values that it was read with, for example
/// {c:{"Value":"79","Source":"Provider","Brand":"Mastercard","MerchantAdvice":"03"}}.
/// </summary>
/// <remarks>
/// This type is thread-safe. Meaning, category and advice follow from these values; <c>null</c> reads as
/// <see cref="ResponseCode.Unmapped"/>.
/// </remarks>
public sealed class ResponseCodeJsonConverter : JsonConverter<ResponseCode>
{
    private const string Source = nameof(ResponseCode.Source);
    private const string Value = nameof(ResponseCode.Value);
    private const string Brand = nameof(ResponseCode.Brand);
    private const string Original = nameof(ResponseCode.Original);
    private const string MerchantAdvice = nameof(ResponseCode.MerchantAdvice);
    private const string Payment = nameof(Payment);
    private const string Authenticated = nameof(Authenticated);
    private const string Unauthenticated = nameof(Unauthenticated);
    private const string MerchantInitiated = nameof(MerchantInitiated);

    /// <inheritdoc />
    public override ResponseCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        var parts = FlatObject.Read(ref reader, options, Value, Source, Brand, Original, MerchantAdvice, Payment);
        var payment = parts[5] ?? "";
        var code = ResponseCode.FromRecord(
            parts[3] ?? parts[0],
            CardBrand.FromProvider(parts[2]),
            payment.Contains(Unauthenticated, StringComparison.Ordinal) ? false
                : payment.Contains(Authenticated, StringComparison.Ordinal) ? true
                : null,
            payment.Contains(MerchantInitiated, StringComparison.Ordinal),
            PaymentAbstractions.MerchantAdvice.FromProvider(parts[4]),
            FlatObject.EnumOf<ResponseCodeSource>(parts[1])
        );
        return code.Value == parts[0] || parts[0] == ResponseCode.Unmapped.Value ? code : throw new JsonException();
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, ResponseCode value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        var reading = value.Reading;
        FlatObject.Write(
            writer,
            options,
            (Value, value.Value),
            (Source, $"{value.Source}"),
            (Brand, value.Brand.IsSpecified ? value.Brand.Value : null),
            (Original, value.Original),
            (MerchantAdvice, reading?.MerchantAdvice?.Code),
            (Payment, TextOf(reading))
        );
    }

    private static string? TextOf(ResponseReading? reading)
    {
        string?[] words =
        [
            reading?.IsAuthenticated is { } isAuthenticated
                ? (isAuthenticated ? Authenticated : Unauthenticated)
                : null,
            reading is { IsMerchantInitiated: true } ? MerchantInitiated : null,
        ];
        var text = string.Join(' ', words.OfType<string>());
        return text.Length == 0 ? null : text;
    }
}
