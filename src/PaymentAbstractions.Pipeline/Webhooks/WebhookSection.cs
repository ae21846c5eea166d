using System.Globalization;
using Microsoft.Extensions.Configuration;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>Reads <c>Webhooks</c> of a gateway: how its provider authenticates itself.</summary>
internal static class WebhookSection
{
    public const string Key = "Webhooks";

    private const string EnabledKey = "Enabled";
    private const string AuthenticationKey = "Authentication";
    private const string UserNameKey = "UserName";
    private const string PasswordKey = "Password";
    private const string HeaderNameKey = "HeaderName";
    private const string HeaderValueKey = "HeaderValue";
    private const int ShortestSecret = 16;
    private const int LongestSecret = 500;
    private const int LongestName = 100;

    /// <returns>The settings; <see langword="null"/> when there are none, or they have problems.</returns>
    public static WebhookSettings? Read(IConfigurationSection gateway, ProblemList problems)
    {
        var section = gateway.GetSection(Key);
        if (!section.GetChildren().Any())
        {
            if (section.Value is { Length: > 0 })
            {
                problems.Add(section.Path, $"must be a section with {AuthenticationKey} and what that needs.");
            }

            return null;
        }

        var reader = new SectionReader(section, problems);
        var before = problems.Count;
        var (text, userName, password) = (
            reader.Text(AuthenticationKey),
            reader.Text(UserNameKey),
            reader.Text(PasswordKey)
        );
        var (headerName, headerValue) = (reader.Text(HeaderNameKey), reader.Text(HeaderValueKey));
        var isEnabled = reader.Flag(EnabledKey, usual: true);
        reader.RefuseOthers();
        if (!isEnabled)
        {
            return problems.Count > before ? null : new WebhookSettings();
        }

        if (text is null || !EnumText.TryParse<WebhookAuthentication>(text, out var authentication))
        {
            reader.Problem(
                AuthenticationKey,
                text is null
                    ? $"is missing. Say {string.Join(", ", Enum.GetNames<WebhookAuthentication>())}."
                    : OptionText.Choice(text, Enum.GetNames<WebhookAuthentication>())
            );
            return null;
        }

        var isHeader = authentication == WebhookAuthentication.Header;
        CheckName(reader, isHeader ? HeaderNameKey : UserNameKey, isHeader ? headerName : userName, isHeader);
        CheckSecret(reader, isHeader ? HeaderValueKey : PasswordKey, isHeader ? headerValue : password);
        (string Key, string? Text)[] unused = isHeader
            ? [(UserNameKey, userName), (PasswordKey, password)]
            : [(HeaderNameKey, headerName), (HeaderValueKey, headerValue)];
        foreach (var (key, _) in unused.Where(one => one.Text is not null))
        {
            reader.Problem(key, $"is not used with {AuthenticationKey} {authentication}; leave it out.");
        }

        return problems.Count > before
            ? null
            : new WebhookSettings
            {
                Authentication = authentication,
                Name = (isHeader ? headerName : userName)!,
                Secret = new ApiKey((isHeader ? headerValue : password)!),
            };
    }

    // A user's name with a colon cannot be told from its password, and a header's name is a token (RFC 9110, 5.6.2).
    private static void CheckName(SectionReader reader, string key, string? name, bool isHeader)
    {
        if (
            name is not { Length: <= LongestName }
            || !name.All(c =>
                isHeader
                    ? char.IsAsciiLetterOrDigit(c) || c is '-' or '_'
                    : c is > ' ' and <= '~' and not (':' or '"' or '\\')
            )
        )
        {
            reader.Problem(
                key,
                name is null
                    ? "is missing."
                    : $"is {QuotedText.Of(name)}, and must have 1 to {LongestName} {(isHeader ? "letters, digits, - or _" : "printable ASCII characters without spaces, : \" and \\")}."
            );
        }
    }

    private static void CheckSecret(SectionReader reader, string key, string? secret)
    {
        if (secret is not { Length: >= ShortestSecret and <= LongestSecret } || !secret.All(c => c is > ' ' and <= '~'))
        {
            reader.Problem(
                key,
                secret is null
                    ? "is missing."
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"must have {ShortestSecret} to {LongestSecret} printable ASCII characters without spaces; it is all that tells the provider from others."
                    )
            );
        }
    }
}
