using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PaymentAbstractions.Conformance;

/// <summary>The shape of the writes of one operation, without the values that differ each time: keys, orders, ids and times.</summary>
internal sealed class WireTemplate
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly HashSet<string> Varying = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host",
        "Content-Length",
        "Connection",
        "Date",
        "User-Agent",
        "traceparent",
        "tracestate",
        "Request-Id",
        "baggage",
    };

    private readonly string?[] _parts;

    private WireTemplate(string?[] parts) => _parts = parts;

    /// <summary>Creates a template from the writes of two equal requests; null when their shapes differ.</summary>
    public static WireTemplate? Of(IReadOnlyList<ReceivedRequest> one, IReadOnlyList<ReceivedRequest> other)
    {
        var (first, second) = (PartsOf(one), PartsOf(other));
        return first.Length != second.Length
            ? null
            : new WireTemplate([.. first.Zip(second, (part, twin) => part == twin ? part : null)]);
    }

    /// <summary>Whether writes have the same content, as far as can be determined.</summary>
    public bool Fits(IReadOnlyList<ReceivedRequest> writes)
    {
        var parts = PartsOf(writes);
        return parts.Length == _parts.Length
            && parts.Zip(_parts, (part, expected) => expected is null || part == expected).All(isEqual => isEqual);
    }

    /// <summary>Whether one of the writes contains a text, however it is escaped.</summary>
    public static bool Shows(IReadOnlyList<ReceivedRequest> writes, string text)
    {
        var wire = TextOf(writes);
        return wire.Contains(text, StringComparison.OrdinalIgnoreCase)
            || WebUtility.UrlDecode(wire).Contains(text, StringComparison.OrdinalIgnoreCase)
            || Unescape(wire).Contains(text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The parts of writes: names, values and path segments.</summary>
    public static string[] PartsOf(IReadOnlyList<ReceivedRequest> writes) =>
        [
            .. Regex
                .Matches(TextOf(writes), @"[^\s""{}\[\],:;<>&?]+", RegexOptions.None, Patience)
                .Select(match => match.Value),
        ];

    private static string Unescape(string text) =>
        Regex.Replace(
            text.Replace("\\/", "/", StringComparison.Ordinal),
            @"\\u(?<code>[0-9A-Fa-f]{4})",
            match => ((char)Convert.ToInt32(match.Groups["code"].Value, 16)).ToString(),
            RegexOptions.ExplicitCapture,
            Patience
        );

    private static string TextOf(IReadOnlyList<ReceivedRequest> writes)
    {
        var text = new StringBuilder();
        foreach (var write in writes)
        {
            text.Append(write.Method).Append(' ').Append(write.Path).Append('\n');
            foreach (var (name, value) in write.Headers.OrderBy(header => header.Key, StringComparer.Ordinal))
            {
                if (!Varying.Contains(name))
                {
                    text.Append(name).Append(": ").Append(value).Append('\n');
                }
            }

            text.Append('\n').Append(write.Body).Append('\n');
        }

        return text.ToString();
    }
}
