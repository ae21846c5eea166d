namespace PaymentAbstractions;

/// <summary>
/// Finds <c>.</c> and <c>..</c> as segments of a path. Escaping does not make them harmless, because servers decode an escaped dot.
/// </summary>
internal static class PathSteps
{
    private static readonly char[] Separators = ['/', '\\', '?', '#'];

    /// <summary>Whether a segment of the text is <c>.</c> or <c>..</c>, as it is or after servers and proxies have decoded it.</summary>
    public static bool In(string text)
    {
        while (text.AsSpan().ContainsAny('.', '%'))
        {
            if (text.Split(Separators).Any(segment => segment is "." or ".."))
            {
                return true;
            }

            var decoded = Uri.UnescapeDataString(text);
            if (decoded == text)
            {
                break;
            }

            text = decoded;
        }

        return false;
    }
}
