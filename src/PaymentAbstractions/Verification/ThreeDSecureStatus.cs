using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The result of a cardholder authentication by 3-D Secure, in the terms of EMV 3-D Secure.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ThreeDSecureStatus>))]
public enum ThreeDSecureStatus
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>The cardholder was authenticated (Y).</summary>
    Authenticated,

    /// <summary>Authentication was attempted, but the issuer could not carry it out (A).</summary>
    Attempted,

    /// <summary>The cardholder was not authenticated (N).</summary>
    NotAuthenticated,

    /// <summary>The issuer rejected the authentication and asks not to authorize (R).</summary>
    Rejected,

    /// <summary>Authentication could not be carried out for technical or other reasons (U).</summary>
    Unavailable,

    /// <summary>The card does not take part in 3-D Secure.</summary>
    NotEnrolled,
}
