using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PaymentAbstractions.Benchmarks.Provider;

/// <summary>The answer to a sale: one realistic transaction with an id of its own, the present time, and what the request named.</summary>
internal static partial class TransactionAnswer
{
    /// <summary>More than any answer needs.</summary>
    public const int MaxLength = 8 * 1024;

    private const string Id = "id";
    private const string Now = "now";

    private static readonly Part[] Parts = [.. Load()];

    private static long _lastId;

    /// <summary>Writes the answer.</summary>
    /// <param name="request">The body of the request.</param>
    /// <param name="destination">At least <see cref="MaxLength"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Write(ReadOnlySpan<byte> request, Span<byte> destination)
    {
        Span<byte> id = stackalloc byte[18];
        Interlocked.Increment(ref _lastId).TryFormat(id, out _, "D18", CultureInfo.InvariantCulture);
        Span<byte> now = stackalloc byte[20];
        TimeProvider.System.GetUtcNow().TryFormat(now, out _, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        var length = 0;
        foreach (var part in Parts)
        {
            part.Text.CopyTo(destination[length..]);
            length += part.Text.Length;
            var value =
                part.EchoOf is not null ? ValueAfter(part.EchoOf, request)
                : part.Placeholder == Id ? id
                : part.Placeholder == Now ? now
                : [];
            value.CopyTo(destination[length..]);
            length += value.Length;
        }

        return length;
    }

    /// <summary>Reads a value of the request as it stands there, quotes included.</summary>
    /// <param name="name">The member's name with quotes and colon.</param>
    /// <param name="request">The body of the request.</param>
    /// <returns>The value.</returns>
    /// <remarks>A search instead of a parser, so that the provider's side costs next to nothing in memory. No value holds a
    /// comma.</remarks>
    public static ReadOnlySpan<byte> ValueAfter(ReadOnlySpan<byte> name, ReadOnlySpan<byte> request)
    {
        var value = request[(request.IndexOf(name) + name.Length)..];
        return value[..value.IndexOfAny(",}"u8)];
    }

    private static IEnumerable<Part> Load()
    {
        using var stream = typeof(TransactionAnswer).Assembly.GetManifestResourceStream("transaction.json")!;
        var json = JsonNode.Parse(stream)!.ToJsonString();
        var start = 0;
        foreach (Match match in Placeholder().Matches(json))
        {
            var text = Encoding.UTF8.GetBytes(json[start..match.Index]);
            start = match.Index + match.Length;
            var echo = match.Groups["echo"];
            yield return echo.Success
                ? new Part(text, Encoding.UTF8.GetBytes($"\"{echo.Value}\":"), Placeholder: null)
                : new Part(text, EchoOf: null, match.Groups["own"].Value);
        }

        yield return new Part(Encoding.UTF8.GetBytes(json[start..]), EchoOf: null, Placeholder: null);
    }

    [GeneratedRegex("\"@(?<echo>\\w+)\"|\\{(?<own>id|now)\\}")]
    private static partial Regex Placeholder();

    private sealed record Part(byte[] Text, byte[]? EchoOf, string? Placeholder);
}
