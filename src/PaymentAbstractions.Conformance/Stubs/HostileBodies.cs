using System.Text;

namespace PaymentAbstractions.Conformance;

/// <summary>JSON bodies that no provider documents: an adapter must neither throw at one nor conclude anything from it.</summary>
public static class HostileBodies
{
    /// <summary>Bodies that have nothing to do with the provider: nothing, no JSON, JSON of another shape, 10,000 open brackets.</summary>
    public static IReadOnlyList<string> Common { get; } =
    [
        "",
        " ",
        "null",
        "[]",
        "{}",
        "true",
        "\"approved\"",
        "{",
        "{\"id\":",
        "<html>approved</html>",
        new string('[', 10_000),
    ];

    /// <summary>Ends a JSON object in a text that is not UTF-8.</summary>
    /// <param name="start">The object up to and with the quotation mark that opens the text, as in <c>{"id":"</c>.</param>
    /// <returns>The bytes of the body.</returns>
    public static byte[] NotUtf8(string start) => [.. Encoding.UTF8.GetBytes(start), 0xC3, 0x28, .. "\"}"u8];

    /// <summary>The common bodies, and an answer of the provider in a list and twice in a row.</summary>
    /// <param name="body">An answer that the provider really gives.</param>
    /// <returns>The bodies.</returns>
    public static IReadOnlyList<string> Of(string body) => [.. Common, $"[{body}]", body + body];

    /// <summary>Replaces a part of an answer.</summary>
    /// <param name="body">An answer that the provider really gives.</param>
    /// <param name="original">The part, as it stands there.</param>
    /// <param name="hostile">What to write instead.</param>
    /// <returns>The changed answer.</returns>
    /// <exception cref="ArgumentException">The part is not in the answer, so nothing would be changed.</exception>
    public static string Changed(string body, string original, string hostile)
    {
        ArgumentNullException.ThrowIfNull(body);
        return body.Contains(original, StringComparison.Ordinal)
            ? body.Replace(original, hostile, StringComparison.Ordinal)
            : throw new ArgumentException($"{original} is not in {body}", nameof(original));
    }
}
