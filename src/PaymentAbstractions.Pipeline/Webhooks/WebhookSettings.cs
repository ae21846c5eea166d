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
}
