namespace PaymentAbstractions.Sandbox;

/// <summary>Splits a request target into decoded segments and query values.</summary>
internal static class RequestTarget
{
    public static (string[] Segments, IReadOnlyDictionary<string, string> Query) Parse(string target)
    {
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? target : target[..question];
        var query = question < 0 ? "" : target[(question + 1)..];
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        return (segments, ParsePairs(query));
    }

    /// <summary>Reads <c>a=1&amp;b=2</c>, as in a query or a form. The last value of a name wins.</summary>
    public static IReadOnlyDictionary<string, string> ParsePairs(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? pair : pair[..equals];
            var value = equals < 0 ? "" : pair[(equals + 1)..];
            values[Decode(name)] = Decode(value);
        }

        return values;
    }

    private static string Decode(string value) => Uri.UnescapeDataString(value.Replace('+', ' '));
}
