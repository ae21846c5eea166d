namespace PaymentAbstractions;

/// <summary>What was checked about the cardholder: address, security code, 3-D Secure.</summary>
/// <remarks>
/// A mismatch can come with an approved payment: what to do then is the merchant's policy. Immutable, compares by value.
/// </remarks>
public sealed record VerificationResult
{
    /// <summary>Nothing is known to have been checked.</summary>
    public static VerificationResult None { get; } = new();

    /// <summary>The result of the address verification.</summary>
    public AvsResult Avs { get; init; }

    /// <summary>The result of the security code check.</summary>
    public CvvResult Cvv { get; init; }

    /// <summary>The result of 3-D Secure; none when it was not used or is not reported.</summary>
    public ThreeDSecureResult? ThreeDSecure { get; init; }
}
