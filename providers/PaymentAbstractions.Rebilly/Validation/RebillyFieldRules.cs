using System.Net;

namespace PaymentAbstractions.Rebilly;

/// <summary>What holds for one field, whichever request it is in.</summary>
internal static class RebillyFieldRules
{
    public static void Id(string field, string? value, ProblemList problems)
    {
        if (!string.IsNullOrWhiteSpace(value) && !RebillyIds.IsValid(value))
        {
            problems.Add(field, RebillyIds.Rule);
        }
    }

    public static void Text(string field, string? value, int most, ProblemList problems)
    {
        if (value?.Length > most)
        {
            problems.Add(field, $"has {value.Length} characters, at most {most} are allowed.");
        }

        if (value.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            problems.Add(field, "contains characters beyond U+FFFF (such as emoji), which Rebilly refuses.");
        }
    }

    public static void Address(string field, Uri? uri, ProblemList problems)
    {
        if (uri is not null && !IsWebAddress(uri))
        {
            problems.Add(field, "must be an http or https address of at most 2083 characters.");
        }
    }

    public static void RequiredId(string field, string? value, ProblemList problems)
    {
        if (value is null || !RebillyIds.IsValid(value))
        {
            problems.Add(field, RebillyIds.Rule);
        }
    }

    private static bool IsWebAddress(Uri uri) =>
        uri.IsAbsoluteUri
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.OriginalString.Length <= 2083
        && IsUnicode(uri.OriginalString);

    // The parser also takes a single number for an address of version 4.
    public static bool IsIpAddress(string text) =>
        IPAddress.TryParse(text, out _) && (text.Contains(':') || text.Count(c => c == '.') == 3);

    public static bool IsUnicode(string? text)
    {
        for (var i = 0; i < text?.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    public static void Range(string field, int value, int least, int most, ProblemList problems)
    {
        if (value < least || value > most)
        {
            problems.Add(field, $"must be {least} to {most}.");
        }
    }
}
