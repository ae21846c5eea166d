namespace PaymentAbstractions;

/// <summary>Creates <see cref="Metadata"/>; the compiler calls it for collection expressions.</summary>
public static class MetadataBuilder
{
    /// <summary>Copies the names and values.</summary>
    /// <param name="pairs">The names and values; names must be unique.</param>
    /// <returns>The metadata.</returns>
    /// <exception cref="ArgumentException">A name is repeated or empty.</exception>
    public static Metadata Create(ReadOnlySpan<KeyValuePair<string, string>> pairs)
    {
        if (pairs.IsEmpty)
        {
            return Metadata.Empty;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            if (string.IsNullOrEmpty(pair.Key) || !names.Add(pair.Key))
            {
                throw new ArgumentException($"The metadata name '{pair.Key}' is empty or repeated.", nameof(pairs));
            }
        }

        return new Metadata(pairs.ToArray());
    }
}
