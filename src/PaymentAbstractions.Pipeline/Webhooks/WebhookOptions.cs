namespace PaymentAbstractions;

/// <summary>How a provider authenticates its webhooks to one gateway.</summary>
/// <remarks>Not thread-safe; do not change it after the start.</remarks>
public sealed class WebhookOptions
{
    /// <summary>Whether the gateway receives webhooks. The other options do not count when it does not.</summary>
    /// <value>Default <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>How the provider shows that a webhook is its own. Required.</summary>
    public WebhookAuthentication? Authentication { get; set; }

    /// <summary>The user of Basic and Digest: 1 to 100 printable ASCII characters without spaces, colon, quotation mark and backslash.</summary>
    public string? UserName { get; set; }

    /// <summary>The password of Basic and Digest: 16 to 500 printable ASCII characters without spaces.</summary>
    public ApiKey? Password { get; set; }

    /// <summary>The name of the secret header: 1 to 100 letters, digits, <c>-</c> or <c>_</c>.</summary>
    public string? HeaderName { get; set; }

    /// <summary>The value of the secret header: 16 to 500 printable ASCII characters without spaces.</summary>
    public ApiKey? HeaderValue { get; set; }
}
