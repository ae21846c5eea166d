using System.Text.RegularExpressions;

namespace PaymentAbstractions.Conformance;

/// <summary>Searches a text for a secret.</summary>
internal static class ShownSecret
{
    private const int LongEnoughAnywhere = 8;

    /// <summary>Whether a text shows a secret. Short ones are digits that occur by chance in longer numbers, times, addresses and ids.</summary>
    public static bool IsIn(string text, string secret) =>
        secret.Length >= LongEnoughAnywhere
            ? text.Contains(secret, StringComparison.OrdinalIgnoreCase)
            : Regex.IsMatch(
                text,
                $@"(?<!\w|\d[.:]|[0-9a-fA-F]{{4}}-){Regex.Escape(secret)}(?!\w|[.:]\d|-[0-9a-fA-F]{{4}})",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(10)
            );
}
