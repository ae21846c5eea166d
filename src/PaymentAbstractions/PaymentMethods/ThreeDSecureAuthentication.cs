namespace PaymentAbstractions;

/// <summary>The result of a 3-D Secure authentication that was carried out elsewhere, before the payment.</summary>
/// <remarks>Immutable, compares by value. Holds a secret, so a request with one is not written to JSON.</remarks>
public sealed record ThreeDSecureAuthentication
{
    /// <summary>How the authentication ended.</summary>
    public required ThreeDSecureStatus Status { get; init; }

    /// <summary>The version of the protocol, for example <c>2.2.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The electronic commerce indicator, two digits, for example <c>05</c>.</summary>
    public string? Eci { get; init; }

    /// <summary>The cardholder authentication verification value (CAVV), the proof of the authentication.</summary>
    public AuthenticationValue? Cavv { get; init; }

    /// <summary>The id that the directory server gave the authentication.</summary>
    public string? DirectoryServerTransactionId { get; init; }
}
