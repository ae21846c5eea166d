using System.Globalization;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly;

/// <summary>Selects rows of a collection and their order. Source: core API reference, collections.</summary>
/// <param name="Path">The path of the collection.</param>
internal sealed record CollectionQuery(string Path)
{
    public const string OldestFirst = CreatedTime;

    private const string CreatedTime = "createdTime";

    /// <summary>Conditions on members, in the API's own syntax; <see langword="null"/> for every row.</summary>
    public string? Filter { get; init; }

    /// <summary>The earliest creation time of a row.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The latest creation time of a row, inclusive.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>A text to search for.</summary>
    public string? Search { get; init; }

    /// <summary>The sort order; only an order by time can be read beyond the largest offset.</summary>
    public string Sort { get; init; } = OldestFirst;

    /// <summary>The objects to embed.</summary>
    public ValueList<string> Expand { get; init; } = [];

    public bool IsOldestFirst => Sort == OldestFirst;

    public bool IsNewestFirst => Sort == $"-{CreatedTime}";

    /// <summary>The same query, starting at the time of the last row that was read.</summary>
    public CollectionQuery After(DateTimeOffset last) =>
        IsNewestFirst ? this with { Until = last } : this with { From = last };

    public ProviderRequest Page(int limit, int offset)
    {
        var time =
            From is null && Until is null
                ? null
                : $"{CreatedTime}:{(From is { } from ? Text(from) : "")}..{(Until is { } until ? Text(until) : "")}";
        var filter = string.Join(';', new[] { Filter, time }.Where(one => !string.IsNullOrEmpty(one)));
        List<string> parts =
        [
            .. Part("filter", filter),
            .. Part("q", Search),
            .. Part("sort", Sort),
            .. Part("expand", string.Join(',', Expand)),
            string.Create(CultureInfo.InvariantCulture, $"limit={limit}"),
            string.Create(CultureInfo.InvariantCulture, $"offset={offset}"),
        ];
        return ProviderRequest.Get($"{Path}?{string.Join('&', parts)}");
    }

    private static IEnumerable<string> Part(string name, string? value) =>
        string.IsNullOrEmpty(value) ? [] : [$"{name}={Uri.EscapeDataString(value)}"];

    private static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
