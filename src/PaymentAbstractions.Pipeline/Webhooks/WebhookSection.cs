using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>Reads <c>Webhooks</c> of a gateway. The options are validated later.</summary>
internal static class WebhookSection
{
    public const string Key = nameof(GatewayOptions.Webhooks);

    /// <returns>The options; <see langword="null"/> when the section has none.</returns>
    public static WebhookOptions? Read(IConfigurationSection gateway, ProblemList problems)
    {
        var section = gateway.GetSection(Key);
        if (!section.GetChildren().Any())
        {
            if (section.Value is { Length: > 0 })
            {
                problems.Add(
                    section.Path,
                    $"must be a section with {nameof(WebhookOptions.Authentication)} and the values that it needs."
                );
            }

            return null;
        }

        var reader = new SectionReader(section, problems);
        var options = new WebhookOptions();
        options.Authentication = reader.Choice<WebhookAuthentication>(nameof(options.Authentication));
        options.UserName = reader.Text(nameof(options.UserName));
        options.Password = reader.Secret(nameof(options.Password));
        options.HeaderName = reader.Text(nameof(options.HeaderName));
        options.HeaderValue = reader.Secret(nameof(options.HeaderValue));
        options.Enabled = reader.Flag(nameof(options.Enabled), usual: true);
        reader.RefuseOthers();
        return options;
    }
}
