using PaymentAbstractions.Adapters;
using static PaymentAbstractions.Rebilly.RebillyFieldRules;

namespace PaymentAbstractions.Rebilly;

/// <summary>
/// The limits of a search. The core API reference (collections) documents no maximum lengths; these limits keep the URL short.
/// </summary>
internal static class SearchRules
{
    private const int LongestFilter = 1000;
    private const int LongestSearch = 255;

    // Members that the query itself filters by. If one were also in the filter, one of the two conditions would be lost.
    private static readonly string[] OwnFields = ["createdTime", "customerId", "type"];

    public static void Check(TransactionQuery query, ProblemList problems)
    {
        Id(nameof(query.CustomerId), query.CustomerId, problems);
        if (query.OptionsOf<RebillyRequestOptions>() is not null)
        {
            problems.Add(
                nameof(query.ProviderOptions),
                $"have {nameof(RebillyRequestOptions)}, which apply to payments; use {nameof(RebillyQueryOptions)}."
            );
        }

        if (query.OptionsOf<RebillyQueryOptions>() is not { } own)
        {
            return;
        }

        const string root = $"{nameof(query.ProviderOptions)}.";
        Length(root + nameof(own.Filter), own.Filter, LongestFilter, problems);
        Length(root + nameof(own.Search), own.Search, LongestSearch, problems);
        foreach (var field in OwnFields.Where(field => Names(own.Filter, field)))
        {
            problems.Add(
                root + nameof(own.Filter),
                $"names '{field}', which the query itself filters by; use {nameof(query.From)}, {nameof(query.Until)}, "
                    + $"{nameof(query.CustomerId)} or {nameof(query.Operations)}."
            );
        }

        if (own.Sort is { } sort && !sort.Split(',').All(IsMember))
        {
            problems.Add(
                root + nameof(own.Sort),
                $"is {QuotedText.Of(sort)}; use members such as '-amount,createdTime', with a minus sign for descending order."
            );
        }

        OperatorRules.Expand(root + nameof(own.Expand), own.Expand, problems);
    }

    private static bool Names(string? filter, string field) =>
        filter?.Split(';').Any(part => part.Split(':')[0].Trim().TrimStart('!') == field) == true;

    private static bool IsMember(string text)
    {
        var name = text.StartsWith('-') ? text[1..] : text;
        return name.Length is > 0 and <= 50 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_');
    }
}
