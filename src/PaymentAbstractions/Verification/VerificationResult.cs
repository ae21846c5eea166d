namespace PaymentAbstractions;

/// <summary>The results of the checks of the cardholder: address, security code, 3-D Secure.</summary>
/// <remarks>
/// A mismatch can come with an approved payment; how to handle it is the merchant's policy. Instances are immutable and compare by value.
/// </remarks>
public sealed record VerificationResult
{
    /// <summary>No checks are known.</summary>
    public static VerificationResult None { get; } = new();

    /// <summary>The result of the address verification.</summary>
    public AvsResult Avs { get; init; }

    /// <summary>The result of the security code check.</summary>
    public CvvResult Cvv { get; init; }

    /// <summary>The result of 3-D Secure; <see langword="null"/> when it was not used or is not reported.</summary>
    public ThreeDSecureResult? ThreeDSecure { get; init; }
}
