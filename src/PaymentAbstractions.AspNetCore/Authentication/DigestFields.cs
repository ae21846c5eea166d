using System.Text;

namespace PaymentAbstractions;

/// <summary>Reads the credentials of HTTP Digest: <c>name=value</c> or <c>name="value"</c>, separated by commas.</summary>
internal static class DigestFields
{
    private const int Longest = 4096;

    /// <returns>The fields; <see langword="null"/> when the text is malformed or repeats a field.</returns>
    public static Dictionary<string, string>? Read(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        while (Skip(text, ref at, ' ', '\t', ','))
        {
            var equals = text.IndexOf('=', at);
            if (equals < 0)
            {
                return null;
            }

            var name = text[at..equals].Trim();
            at = equals + 1;
            Skip(text, ref at, ' ', '\t');
            if (Value(text, ref at) is not { } value || name.Length == 0 || !fields.TryAdd(name, value))
            {
                return null;
            }
        }

        return fields;
    }

    private static string? Value(string text, ref int at)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var comma = text.IndexOf(',', Math.Min(at, text.Length));
            var end = comma < 0 ? text.Length : comma;
            var plain = text[Math.Min(at, end)..end].Trim();
            at = end;
            return plain;
        }

        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                at++;
                return value.ToString();
            }

            // A backslash escapes the next character.
            at += text[at] == '\\' && at + 1 < text.Length ? 1 : 0;
            value.Append(text[at]);
        }

        return null;
    }

    private static bool Skip(string text, ref int at, params ReadOnlySpan<char> characters)
    {
        while (at < text.Length && characters.Contains(text[at]))
        {
            at++;
        }

        return at < text.Length;
    }
}
