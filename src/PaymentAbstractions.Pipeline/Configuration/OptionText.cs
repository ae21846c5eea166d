using System.Globalization;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>
/// Checks the texts of simple options before a binder does, because its messages lack the problem and the allowed values.
/// </summary>
internal static class OptionText
{
    /// <summary>Checks a text against the type of its option.</summary>
    /// <param name="type">The type. Only durations, enums, booleans and numbers are checked.</param>
    /// <param name="text">The text.</param>
    /// <returns>The text for the binder, and the problem; <see langword="null"/> when there is none.</returns>
    public static (string Text, string? Problem) Read(Type type, string text)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(TimeSpan))
        {
            return DurationText.TryParse(text, out var value)
                ? (value.ToString("c", CultureInfo.InvariantCulture), null)
                : (text, DurationText.Problem(text));
        }

        if (type.IsEnum)
        {
            var names = Enum.GetNames(type);
            return (text, names.Contains(text, StringComparer.OrdinalIgnoreCase) ? null : Choice(text, names));
        }

        var form =
            type == typeof(bool) && !bool.TryParse(text, out _) ? "true or false"
            : (type == typeof(int) || type == typeof(long)) && !IsWhole(text) ? "a whole number"
            : null;
        return (text, form is null ? null : $"is {QuotedText.Of(text)}, and must be {form}.");
    }

    /// <summary>Describes a text that is not one of the allowed values.</summary>
    public static string Choice(string? text, IReadOnlyList<string> names) =>
        $"is {QuotedText.Of(text)}, and must be one of {string.Join(", ", names)}.{NearestName.Hint(text, names)}";

    /// <summary>Describes a key that is not known.</summary>
    public static string UnknownKey(string key, string kind, IReadOnlyList<string> known) =>
        $"is not {kind}.{NearestName.Hint(key, known)} Known names: {string.Join(", ", known)}.";

    private static bool IsWhole(string text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _);
}
