namespace PaymentAbstractions;

/// <summary>How the authentication of a cardholder by 3-D Secure ended.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record ThreeDSecureResult
{
    /// <summary>How the authentication ended.</summary>
    public ThreeDSecureStatus Status { get; init; }

    /// <summary>The version of the protocol, for example <c>2.2.0</c>.</summary>
    public string? Version { get; init; }

    /// <summary>The electronic commerce indicator, two digits, for example <c>05</c>.</summary>
    public string? Eci { get; init; }

    /// <summary>Whether the issuer bears the liability for fraud; none when the provider does not say.</summary>
    public bool? LiabilityShifted { get; init; }
}
