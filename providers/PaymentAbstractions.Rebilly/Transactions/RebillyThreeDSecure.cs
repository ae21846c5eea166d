namespace PaymentAbstractions.Rebilly;

/// <summary>The result of 3-D Secure in Rebilly's own terms. Source: core API reference, transaction, <c>3ds</c>.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record RebillyThreeDSecure
{
    /// <summary>The 3-D Secure server.</summary>
    public string? Server { get; init; }

    /// <summary>The protocol version, for example <c>2.2.0</c>.</summary>
    public string? Version { get; init; }

    /// <summary>Whether the card is enrolled: <c>yes</c>, <c>no</c>, <c>invalid card/timeout</c> or <c>unavailable</c>.</summary>
    public string? Enrolled { get; init; }

    /// <summary>Whether the cardholder was authenticated: <c>yes</c>, <c>no</c>, <c>not applicable</c> or <c>attempted</c>.</summary>
    public string? Authenticated { get; init; }

    /// <summary>The liability protection: <c>protected</c>, <c>not protected</c> or <c>protected (attempt)</c>.</summary>
    public string? Liability { get; init; }

    /// <summary>The authentication flow: <c>frictionless</c> or <c>challenge</c>.</summary>
    public string? Flow { get; init; }

    /// <summary>Whether an older protocol version was used than the card supports.</summary>
    public bool? IsDowngraded { get; init; }
}
