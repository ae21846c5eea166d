using System.Text;

namespace PaymentAbstractions.Conformance;

/// <summary>JSON bodies that no provider documents: an adapter must neither throw nor draw a conclusion from them.</summary>
public static class HostileBodies
{
    /// <summary>Bodies that are unrelated to the provider: empty, not JSON, JSON of another shape, 10,000 opening brackets.</summary>
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

    /// <summary>Ends a JSON object with a text that is not valid UTF-8.</summary>
    /// <param name="start">The object up to and including the quotation mark that starts the text, for example <c>{"id":"</c>.</param>
    /// <returns>The bytes of the body.</returns>
    public static byte[] NotUtf8(string start) => [.. Encoding.UTF8.GetBytes(start), 0xC3, 0x28, .. "\"}"u8];

    /// <summary>The common bodies, and an answer of the provider inside a list and repeated twice.</summary>
    /// <param name="body">An actual answer of the provider.</param>
    /// <returns>The bodies.</returns>
    public static IReadOnlyList<string> Of(string body) => [.. Common, $"[{body}]", body + body];

    /// <summary>Replaces a part of an answer.</summary>
    /// <param name="body">An actual answer of the provider.</param>
    /// <param name="original">The part to replace, exactly as it is in the answer.</param>
    /// <param name="hostile">The replacement.</param>
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
