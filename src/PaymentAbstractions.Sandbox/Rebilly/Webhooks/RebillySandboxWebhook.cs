namespace PaymentAbstractions.Sandbox;

/// <summary>A receiver of the webhooks of a <see cref="RebillySandbox"/>. Do not change it once it is in use.</summary>
/// <remarks>
/// The provider lets an account choose the method, headers, credentials and body. It does not sign webhooks, and sends neither an event id
/// nor a time.
/// </remarks>
public sealed record RebillySandboxWebhook
{
    /// <summary>The http or https address. Redirects are not followed.</summary>
    public required Uri Address { get; init; }

    /// <summary>GET, POST, PUT, PATCH or DELETE; all of them send the body. Default POST.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>How the webhook authenticates. Default <see cref="RebillySandboxWebhookAuthentication.None"/>.</summary>
    public RebillySandboxWebhookAuthentication Authentication { get; init; }

    /// <summary>The user name; required for Basic and Digest. Default null.</summary>
    public string? UserName { get; init; }

    /// <summary>The password for Basic and Digest. Default null: an empty password.</summary>
    public string? Password { get; init; }

    /// <summary>Additional headers, for example one with a static secret. Default: none.</summary>
    public IDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A template of the body, in which <c>{{transactionId}}</c>, <c>{{eventType}}</c> and <c>{{revision}}</c> are replaced. Default null:
    /// the provider's default body.
    /// </summary>
    /// <remarks>Unverified: the provider has templates, but this syntax is the sandbox's own.</remarks>
    public string? Body { get; init; }

    /// <summary>The content type of the body. Default <c>application/json</c>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The event types to send, for example <c>transaction-processed</c>. Default: empty, which sends all.</summary>
    public ISet<string> Events { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The maximum number of attempts until the receiver answers with 2xx, at least 1. Default 5.</summary>
    /// <remarks>Unverified: the provider's schedule is not documented.</remarks>
    public int Attempts { get; init; } = 5;

    /// <summary>The time between two attempts, by the system's clock; zero or more. Default 200 milliseconds.</summary>
    /// <remarks>Unverified: the provider's schedule is not documented.</remarks>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The organization whose events are sent. Default null: those of every organization.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Returns the method and the address, without headers, credentials and query.</summary>
    /// <returns>For example <c>POST https://shop.example/webhooks</c>.</returns>
    public override string ToString() =>
        $"{Method} {(Address.IsAbsoluteUri ? Address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : "")}";

    /// <summary>The reason why it cannot be sent; null when it is valid.</summary>
    internal string? Problem =>
        !Address.IsAbsoluteUri || Address.Scheme is not ("http" or "https") ? "Address must be an http or https address"
        : Method is not ("GET" or "POST" or "PUT" or "PATCH" or "DELETE")
            ? $"Method is '{Method}', but must be GET, POST, PUT, PATCH or DELETE"
        : Authentication != RebillySandboxWebhookAuthentication.None && string.IsNullOrEmpty(UserName)
            ? $"UserName is missing, but Authentication is {Authentication}"
        : !System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(ContentType, out _)
            ? $"ContentType is '{ContentType}', which is not a media type"
        : Headers.Any(static header => !IsHeader(header.Key, header.Value))
            ? "Headers contains a name or a value that HTTP does not allow"
        : Attempts < 1 ? $"Attempts is {Attempts}, but must be 1 or more"
        : RetryAfter < TimeSpan.Zero ? $"RetryAfter is {RetryAfter}, but must not be negative"
        : null;

    private static bool IsHeader(string name, string value) =>
        name.Length > 0
        && name.All(static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c))
        && value.All(static c => c is (>= ' ' and <= '~') or '\t');
}
