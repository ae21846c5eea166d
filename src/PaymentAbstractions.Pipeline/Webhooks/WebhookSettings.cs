namespace PaymentAbstractions;

/// <summary>What a gateway's webhooks are authenticated by.</summary>
/// <remarks>Not a record: a secret must not be printed.</remarks>
internal sealed class WebhookSettings
{
    /// <summary>The gateway takes no webhooks.</summary>
    public static WebhookSettings Off { get; } =
        new()
        {
            Authentication = default,
            Name = "off",
            Secret = new ApiKey("off"),
        };

    public required WebhookAuthentication Authentication { get; init; }

    /// <summary>The user, or the name of the header.</summary>
    public required string Name { get; init; }

    /// <summary>The password, or the value of the header.</summary>
    public required ApiKey Secret { get; init; }
}
