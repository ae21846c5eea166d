namespace PaymentAbstractions;

/// <summary>The result of a 3-D Secure authentication that took place elsewhere, before the payment.</summary>
/// <remarks>Instances are immutable and compare by value. They hold a secret, so a request with one cannot be written to JSON.</remarks>
public sealed record ThreeDSecureAuthentication
{
    /// <summary>The result of the authentication.</summary>
    public required ThreeDSecureStatus Status { get; init; }

    /// <summary>The protocol version, for example <c>2.2.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The electronic commerce indicator (ECI), two digits, for example <c>05</c>.</summary>
    public string? Eci { get; init; }

    /// <summary>The cardholder authentication verification value (CAVV), the proof of the authentication.</summary>
    public AuthenticationValue? Cavv { get; init; }

    /// <summary>The id that the directory server assigned to the authentication.</summary>
    public string? DirectoryServerTransactionId { get; init; }
}
