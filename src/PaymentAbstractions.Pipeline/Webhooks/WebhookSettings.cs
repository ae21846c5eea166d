namespace PaymentAbstractions;

/// <summary>The authentication of a gateway's webhooks.</summary>
/// <remarks>Not a record, so that no secret is printed.</remarks>
internal sealed class WebhookSettings
{
    public WebhookAuthentication Authentication { get; init; }

    /// <summary>The user name, or the name of the header.</summary>
    public string Name { get; init; } = "";

    /// <summary>The password, or the value of the header; <see langword="null"/> when the gateway receives no webhooks.</summary>
    public ApiKey? Secret { get; init; }

    /// <param name="options">Valid options, or <see langword="null"/>.</param>
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
