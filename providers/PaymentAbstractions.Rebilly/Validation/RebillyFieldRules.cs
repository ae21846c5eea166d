using System.Net.Mail;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly;

/// <summary>Rules for one field that are the same in every request.</summary>
internal static class RebillyFieldRules
{
    public static void Id(string field, string? value, ProblemList problems)
    {
        if (!string.IsNullOrWhiteSpace(value) && !RebillyIds.IsValid(value))
        {
            problems.Add(field, $"is {QuotedText.Of(value)}, and {RebillyIds.Rule}");
        }
    }

    public static void Length(string field, string? value, int most, ProblemList problems)
    {
        if (value?.Length > most)
        {
            problems.Add(field, $"has {value.Length} characters, at most {most} are allowed.");
        }

        if (!IsUnicode(value))
        {
            problems.Add(field, "is not valid Unicode.");
        }
    }

    public static void Text(string field, string? value, int most, ProblemList problems)
    {
        Length(field, value, most, problems);
        if (IsUnicode(value) && value.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            problems.Add(field, "contains characters beyond U+FFFF (such as emoji), which Rebilly refuses.");
        }
    }

    // Source: core API reference, ContactObject: format email.
    public static void Email(string field, string? value, ProblemList problems)
    {
        if (
            !string.IsNullOrEmpty(value)
            && !(MailAddress.TryCreate(value, out var address) && address.Address == value && value.Contains('.'))
        )
        {
            problems.Add(
                field,
                $"is {QuotedText.Of(value)}, which is not an email address such as name@example.com; correct it or omit it."
            );
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
            problems.Add(field, $"is {QuotedText.Of(value)}, and {RebillyIds.Rule}");
        }
    }

    private static bool IsWebAddress(Uri uri) =>
        uri.IsAbsoluteUri
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.OriginalString.Length <= 2083
        && IsUnicode(uri.OriginalString);

    public static bool IsUnicode(string? text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text!.Length; i++)
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
}
