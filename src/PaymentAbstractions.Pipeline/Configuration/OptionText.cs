using System.Globalization;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>Reads what a simple option may be, before a binder does: a binder says neither what is wrong nor what would be right.</summary>
internal static class OptionText
{
    /// <summary>Checks a text against the type of its option.</summary>
    /// <param name="type">The type; of another one than a duration, choice, flag or number nothing is said.</param>
    /// <param name="text">The text.</param>
    /// <returns>The text for the binder, and what is wrong with it; none when nothing is.</returns>
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

    /// <summary>Says that a text is none of some choices.</summary>
    public static string Choice(string? text, IReadOnlyList<string> names) =>
        $"is {QuotedText.Of(text)}, and must be one of {string.Join(", ", names)}.{NearestName.Hint(text, names)}";

    /// <summary>Says that a key is none of those that are known.</summary>
    public static string UnknownKey(string key, string kind, IReadOnlyList<string> known) =>
        $"is not {kind}.{NearestName.Hint(key, known)} Known are: {string.Join(", ", known)}.";

    private static bool IsWhole(string text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _);
}
