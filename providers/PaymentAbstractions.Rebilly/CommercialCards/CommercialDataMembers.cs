using System.Text.Json;

namespace PaymentAbstractions.Rebilly;

/// <summary>Writes members of the commercial card data's JSON text and omits values that are not set.</summary>
internal static class CommercialDataMembers
{
    public static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void Amount(Utf8JsonWriter json, string name, Money? value)
    {
        if (value is { } money)
        {
            json.WriteNumber(name, money.Amount);
        }
    }

    public static void Rate(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } percent)
        {
            json.WriteNumber(name, percent);
        }
    }

    // The first value of each enumeration is "not specified" or the default, so it is not written.
    public static void Word<T>(Utf8JsonWriter json, string name, T value)
        where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(value, default))
        {
            json.WriteString(name, JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
        }
    }
}
