using System.Globalization;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Filters, sorts and pages a collection, with the pagination headers.</summary>
internal sealed class CollectionQuery<T>(IReadOnlyDictionary<string, ListField<T>> fields, Problems problems)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    /// <summary>Filters that are accepted but have no effect.</summary>
    public IReadOnlyList<string> IgnoredFilters { get; init; } = [];

    /// <summary>The texts that <c>q</c> searches, case-insensitively; by default it finds nothing.</summary>
    public Func<T, IEnumerable<string?>> SearchedTexts { get; init; } = _ => [];

    /// <summary>Answers a page of <paramref name="items"/>, which are in their default order.</summary>
    public SandboxResponse Answer(
        IEnumerable<T> items,
        IReadOnlyDictionary<string, string> query,
        Func<T, JsonNode> write
    )
    {
        if (Number(query, "limit", DefaultLimit) is not { } limit)
        {
            return problems.Invalid("limit", "The limit must be an integer from 0 to 1000.");
        }

        if (Number(query, "offset", 0) is not { } offset)
        {
            return problems.Invalid("offset", "The offset must be an integer from 0 to 1000.");
        }

        if (Filter(query.GetValueOrDefault("filter", "")) is not { } accepts)
        {
            return problems.Invalid("filter", "The filter cannot be read.");
        }

        var words = query.GetValueOrDefault("q", "");
        var found = items.Where(accepts).Where(item => words.Length == 0 || Has(item, words));
        if (Sort(found, query.GetValueOrDefault("sort", "")) is not { } sorted)
        {
            return problems.Invalid("sort", "The sort order cannot be read.");
        }

        var all = sorted.ToList();
        var page = new JsonArray([.. all.Skip(offset).Take(limit).Select(write)]);
        return SandboxResponse
            .Json(200, page)
            .WithHeader("Pagination-Total", all.Count.ToString(CultureInfo.InvariantCulture))
            .WithHeader("Pagination-Limit", limit.ToString(CultureInfo.InvariantCulture))
            .WithHeader("Pagination-Offset", offset.ToString(CultureInfo.InvariantCulture));
    }

    private bool Has(T item, string words) =>
        SearchedTexts(item).Any(text => text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true);

    private static int? Number(IReadOnlyDictionary<string, string> query, string name, int standard)
    {
        if (!query.TryGetValue(name, out var text))
        {
            return standard;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= MaxLimit
            ? value
            : null;
    }

    private Func<T, bool>? Filter(string text)
    {
        var clauses = new List<Func<T, bool>>();
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? part : part[..colon];
            if (colon < 0 || !fields.TryGetValue(name, out var field))
            {
                return null;
            }

            if (Clause(field, part[(colon + 1)..]) is not { } clause)
            {
                return null;
            }

            if (!IgnoredFilters.Contains(name, StringComparer.Ordinal))
            {
                clauses.Add(clause);
            }
        }

        return item => clauses.TrueForAll(clause => clause(item));
    }

    private static Func<T, bool>? Clause(ListField<T> field, string values)
    {
        var negated = values.StartsWith('!');
        var tests = (negated ? values[1..] : values).Split(',').Select(field.Test).ToList();
        return tests.Contains(null) ? null : item => tests.Exists(test => test!(item)) != negated;
    }

    private IEnumerable<T>? Sort(IEnumerable<T> items, string text)
    {
        IOrderedEnumerable<T>? sorted = null;
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var descending = part.StartsWith('-');
            if (!fields.TryGetValue(descending ? part[1..] : part, out var field))
            {
                return null;
            }

            sorted = (sorted, descending) switch
            {
                (null, false) => items.OrderBy(field.Get, FieldOrder.Instance),
                (null, true) => items.OrderByDescending(field.Get, FieldOrder.Instance),
                (_, false) => sorted.ThenBy(field.Get, FieldOrder.Instance),
                (_, true) => sorted.ThenByDescending(field.Get, FieldOrder.Instance),
            };
        }

        return sorted ?? items;
    }
}
