using System.Globalization;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>Checks how a provider authenticates its webhooks.</summary>
internal static class WebhookRules
{
    private const int MinSecretLength = 16;
    private const int MaxSecretLength = 500;
    private const int MaxNameLength = 100;

    public static void Check(WebhookOptions options, ProblemList problems)
    {
        if (!options.Enabled)
        {
            return;
        }

        if (options.Authentication is not { } authentication || !Enum.IsDefined(authentication))
        {
            Add(
                problems,
                nameof(options.Authentication),
                $"is missing. Set it to one of: {string.Join(", ", Enum.GetNames<WebhookAuthentication>())}."
            );
            return;
        }

        var isHeader = authentication == WebhookAuthentication.Header;
        if (isHeader)
        {
            CheckName(nameof(options.HeaderName), options.HeaderName, isHeader, problems);
            CheckSecret(nameof(options.HeaderValue), options.HeaderValue, problems);
        }
        else
        {
            CheckName(nameof(options.UserName), options.UserName, isHeader, problems);
            CheckSecret(nameof(options.Password), options.Password, problems);
        }

        (string Key, object? Value)[] unused = isHeader
            ? [(nameof(options.UserName), options.UserName), (nameof(options.Password), options.Password)]
            : [(nameof(options.HeaderName), options.HeaderName), (nameof(options.HeaderValue), options.HeaderValue)];
        foreach (var (key, _) in unused.Where(one => one.Value is not null))
        {
            Add(problems, key, $"is not used with {nameof(options.Authentication)} {authentication}; leave it out.");
        }
    }

    // With a colon, a user name could not be separated from its password; a header name is a token (RFC 9110, 5.6.2).
    private static void CheckName(string key, string? name, bool isHeader, ProblemList problems)
    {
        if (
            name is not { Length: > 0 and <= MaxNameLength }
            || !name.All(c =>
                isHeader
                    ? char.IsAsciiLetterOrDigit(c) || c is '-' or '_'
                    : c is > ' ' and <= '~' and not (':' or '"' or '\\')
            )
        )
        {
            Add(
                problems,
                key,
                name is null
                    ? "is missing."
                    : $"is {QuotedText.Of(name)}, and must have 1 to {MaxNameLength} {(isHeader ? "letters, digits, - or _" : "printable ASCII characters without spaces, : \" and \\")}."
            );
        }
    }

    private static void CheckSecret(string key, ApiKey? secret, ProblemList problems)
    {
        if (
            secret?.Reveal() is not { Length: >= MinSecretLength and <= MaxSecretLength } text
            || !text.All(c => c is > ' ' and <= '~')
        )
        {
            Add(
                problems,
                key,
                secret is null
                    ? "is missing."
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"must have {MinSecretLength} to {MaxSecretLength} printable ASCII characters without spaces, because it alone authenticates the provider."
                    )
            );
        }
    }

    private static void Add(ProblemList problems, string key, string message) =>
        problems.Add($"{nameof(GatewayOptions.Webhooks)}:{key}", message);
}
