namespace PaymentAbstractions;

/// <summary>The result of a cardholder authentication by 3-D Secure.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record ThreeDSecureResult
{
    /// <summary>The result of the authentication.</summary>
    public ThreeDSecureStatus Status { get; init; }

    /// <summary>The protocol version, for example <c>2.2.0</c>.</summary>
    public string? Version { get; init; }

    /// <summary>The electronic commerce indicator (ECI), two digits, for example <c>05</c>.</summary>
    public string? Eci { get; init; }

    /// <summary>Whether the issuer is liable for fraud; <see langword="null"/> when the provider does not report it.</summary>
    public bool? LiabilityShifted { get; init; }
}
