using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PaymentAbstractions.Benchmarks.Provider;

/// <summary>The answer to a sale: one realistic transaction, with amount, currency, customer and key of the request.</summary>
internal static partial class TransactionAnswer
{
    /// <summary>More than any answer needs.</summary>
    public const int MaxLength = 8 * 1024;

    private static readonly Part[] Parts = Load();

    /// <summary>Writes the answer.</summary>
    /// <param name="request">The body of the request.</param>
    /// <param name="destination">At least <see cref="MaxLength"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Write(ReadOnlySpan<byte> request, Span<byte> destination)
    {
        var length = 0;
        foreach (var part in Parts)
        {
            part.Text.CopyTo(destination[length..]);
            length += part.Text.Length;
            if (part.EchoOf is not null)
            {
                var value = ValueAfter(part.EchoOf, request);
                value.CopyTo(destination[length..]);
                length += value.Length;
            }
        }

        return length;
    }

    // A search instead of a parser, so that the provider's side costs next to nothing in memory. No value holds a comma.
    private static ReadOnlySpan<byte> ValueAfter(byte[] name, ReadOnlySpan<byte> request)
    {
        var value = request[(request.IndexOf(name) + name.Length)..];
        return value[..value.IndexOfAny(",}"u8)];
    }

    private static Part[] Load()
    {
        using var stream = typeof(TransactionAnswer).Assembly.GetManifestResourceStream("transaction.json")!;
        var json = JsonNode.Parse(stream)!.ToJsonString();
        var pieces = Echo().Split(json);
        return
        [
            .. pieces
                .Chunk(2)
                .Select(pair => new Part(
                    Encoding.UTF8.GetBytes(pair[0]),
                    pair.Length == 2 ? Encoding.UTF8.GetBytes($"\"{pair[1]}\":") : null
                )),
        ];
    }

    [GeneratedRegex("\"@(\\w+)\"")]
    private static partial Regex Echo();

    private sealed record Part(byte[] Text, byte[]? EchoOf);
}
