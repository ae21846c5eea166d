namespace PaymentAbstractions;

/// <summary>Suggests the known name that is closest to a misspelled one, for messages about options.</summary>
/// <remarks>Thread-safe. Never pass a secret: the suggestion becomes part of a message.</remarks>
public static class NearestName
{
    private const int LongestText = 40;
    private const int LettersPerChange = 5;

    /// <summary>Formats a question that suggests the closest name.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="names">The known names.</param>
    /// <returns>For example <c> Did you mean 'Rebilly'?</c>, with the leading space; empty when no name is close.</returns>
    public static string Hint(string? text, IEnumerable<string> names) =>
        Of(text, names) is { } name ? $" Did you mean '{name}'?" : "";

    /// <summary>Finds the closest name, counting changed, missing, added and swapped letters.</summary>
    /// <param name="text">The text as written; case does not matter.</param>
    /// <param name="names">The known names.</param>
    /// <returns>The name, or <see langword="null"/> when every name differs in more than one letter in five.</returns>
    public static string? Of(string? text, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
        {
            return null;
        }

        var nearest = names
            .Select(name => (Name: name, Distance: Distance(text.ToUpperInvariant(), name.ToUpperInvariant())))
            .OrderBy(one => one.Distance)
            .FirstOrDefault();
        return
            nearest.Name is { } found
            && nearest.Distance <= Math.Max(1, Math.Min(text.Length, found.Length) / LettersPerChange)
            ? found
            : null;
    }

    // The optimal string alignment distance; the texts are short.
    private static int Distance(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                var change = one[i - 1] == other[j - 1] ? 0 : 1;
                var least = Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1);
                least = Math.Min(least, table[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    least = Math.Min(least, table[i - 2, j - 2] + 1);
                }

                table[i, j] = least;
            }
        }

        return table[one.Length, other.Length];
    }
}
