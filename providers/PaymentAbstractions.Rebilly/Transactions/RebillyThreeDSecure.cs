namespace PaymentAbstractions.Rebilly;

/// <summary>How 3-D Secure went, in Rebilly's own words. Source: core API reference, transaction, <c>3ds</c>.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record RebillyThreeDSecure
{
    /// <summary>The server that ran it.</summary>
    public string? Server { get; init; }

    /// <summary>The version, for example <c>2.2.0</c>.</summary>
    public string? Version { get; init; }

    /// <summary>Whether the card takes part: <c>yes</c>, <c>no</c>, <c>invalid card/timeout</c> or <c>unavailable</c>.</summary>
    public string? Enrolled { get; init; }

    /// <summary>Whether the customer proved to be the holder: <c>yes</c>, <c>no</c>, <c>not applicable</c> or <c>attempted</c>.</summary>
    public string? Authenticated { get; init; }

    /// <summary>Who is liable: <c>protected</c>, <c>not protected</c> or <c>protected (attempt)</c>.</summary>
    public string? Liability { get; init; }

    /// <summary><c>frictionless</c> or <c>challenge</c>.</summary>
    public string? Flow { get; init; }

    /// <summary>Whether an older version was used than the card knows.</summary>
    public bool? IsDowngraded { get; init; }
}
