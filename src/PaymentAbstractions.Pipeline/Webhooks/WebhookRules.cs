using System.Globalization;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>Checks how a provider authenticates its webhooks.</summary>
internal static class WebhookRules
{
    private const string Prefix = $"{nameof(GatewayOptions.Webhooks)}:";
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
                nameof(options.Authentication),
                $"is missing. Say {string.Join(", ", Enum.GetNames<WebhookAuthentication>())}."
            );
            return;
        }

        var isHeader = authentication == WebhookAuthentication.Header;
        CheckName(
            isHeader ? nameof(options.HeaderName) : nameof(options.UserName),
            isHeader ? options.HeaderName : options.UserName,
            isHeader
        );
        CheckSecret(
            isHeader ? nameof(options.HeaderValue) : nameof(options.Password),
            isHeader ? options.HeaderValue : options.Password
        );
        (string Key, object? Value)[] unused = isHeader
            ? [(nameof(options.UserName), options.UserName), (nameof(options.Password), options.Password)]
            : [(nameof(options.HeaderName), options.HeaderName), (nameof(options.HeaderValue), options.HeaderValue)];
        foreach (var (key, _) in unused.Where(one => one.Value is not null))
        {
            Add(key, $"is not used with {nameof(options.Authentication)} {authentication}; leave it out.");
        }

        void Add(string key, string message) => problems.Add(Prefix + key, message);

        // A user's name with a colon cannot be told from its password, and a header's name is a token (RFC 9110, 5.6.2).
        void CheckName(string key, string? name, bool isHeader)
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
                    key,
                    name is null
                        ? "is missing."
                        : $"is {QuotedText.Of(name)}, and must have 1 to {MaxNameLength} {(isHeader ? "letters, digits, - or _" : "printable ASCII characters without spaces, : \" and \\")}."
                );
            }
        }

        void CheckSecret(string key, ApiKey? secret)
        {
            if (
                secret?.Reveal() is not { Length: >= MinSecretLength and <= MaxSecretLength } text
                || !text.All(c => c is > ' ' and <= '~')
            )
            {
                Add(
                    key,
                    secret is null
                        ? "is missing."
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $"must have {MinSecretLength} to {MaxSecretLength} printable ASCII characters without spaces; it is all that tells the provider from others."
                        )
                );
            }
        }
    }
}
