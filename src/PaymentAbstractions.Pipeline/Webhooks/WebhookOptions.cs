namespace PaymentAbstractions;

/// <summary>How a provider authenticates the webhooks that it sends to one gateway.</summary>
/// <remarks>Not thread-safe; do not change the options after the application has started.</remarks>
public sealed class WebhookOptions
{
    /// <summary>Whether the gateway receives webhooks. If not, the other options are ignored.</summary>
    /// <value>Default <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>How the provider authenticates its webhooks. Required.</summary>
    public WebhookAuthentication? Authentication { get; set; }

    /// <summary>
    /// The user name for Basic and Digest: 1 to 100 printable ASCII characters except space, colon, quotation mark, backslash.
    /// </summary>
    public string? UserName { get; set; }

    /// <summary>The password for Basic and Digest: 16 to 500 printable ASCII characters without spaces.</summary>
    public ApiKey? Password { get; set; }

    /// <summary>The name of the secret header: 1 to 100 letters, digits, <c>-</c> or <c>_</c>.</summary>
    public string? HeaderName { get; set; }

    /// <summary>The value of the secret header: 16 to 500 printable ASCII characters without spaces.</summary>
    public ApiKey? HeaderValue { get; set; }
}
