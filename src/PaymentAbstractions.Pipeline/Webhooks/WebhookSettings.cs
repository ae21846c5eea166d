namespace PaymentAbstractions;

/// <summary>What a gateway's webhooks are authenticated by.</summary>
/// <remarks>Not a record: a secret must not be printed.</remarks>
internal sealed class WebhookSettings
{
    public WebhookAuthentication Authentication { get; init; }

    /// <summary>The user, or the name of the header.</summary>
    public string Name { get; init; } = "";

    /// <summary>The password, or the value of the header; none when the gateway takes no webhooks.</summary>
    public ApiKey? Secret { get; init; }

    /// <param name="options">Valid options, or none.</param>
    public static WebhookSettings? Of(WebhookOptions? options) =>
        options switch
        {
            null => null,
            { Enabled: false } => new WebhookSettings(),
            { Authentication: WebhookAuthentication.Header } => new WebhookSettings
            {
                Authentication = WebhookAuthentication.Header,
                Name = options.HeaderName!,
                Secret = options.HeaderValue,
            },
            _ => new WebhookSettings
            {
                Authentication = options.Authentication!.Value,
                Name = options.UserName!,
                Secret = options.Password,
            },
        };
}
