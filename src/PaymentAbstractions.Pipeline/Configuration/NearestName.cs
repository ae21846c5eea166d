namespace PaymentAbstractions;

/// <summary>Finds what a text that names nothing was probably meant to be, for the messages of options.</summary>
/// <remarks>Thread-safe. Never give it a secret: what it finds goes into a message.</remarks>
public static class NearestName
{
    private const int LongestText = 40;
    private const int LettersPerChange = 5;

    /// <summary>Asks about the nearest of some names.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="names">What would have been right.</param>
    /// <returns>For example <c> Did you mean 'Rebilly'?</c>, with the space before it; empty when no name is near.</returns>
    public static string Hint(string? text, IEnumerable<string> names) =>
        Of(text, names) is { } name ? $" Did you mean '{name}'?" : "";

    /// <summary>Finds the nearest of some names: one that few changed, missing, added or swapped letters make of the text.</summary>
    /// <param name="text">What was written; case does not matter.</param>
    /// <param name="names">What would have been right.</param>
    /// <returns>The name; <see langword="null"/> when none is near: more than a letter in five would have to change.</returns>
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
