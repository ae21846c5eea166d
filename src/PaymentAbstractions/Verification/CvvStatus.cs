using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The result of the card security code check.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CvvStatus>))]
public enum CvvStatus
{
    /// <summary>No result was given.</summary>
    NotProvided,

    /// <summary>The code is right.</summary>
    Match,

    /// <summary>The code is wrong.</summary>
    NoMatch,

    /// <summary>The code was not checked.</summary>
    NotProcessed,

    /// <summary>The merchant reported that the card has no code, but according to the issuer it should have one.</summary>
    ShouldBePresent,

    /// <summary>The issuer does not take part in the check, or could not verify the code.</summary>
    IssuerNotParticipating,

    /// <summary>The check is not supported for this card, or the scheme got no answer.</summary>
    NotSupported,

    /// <summary>The transaction was found suspicious.</summary>
    Suspicious,

    /// <summary>The format of the code is not valid.</summary>
    InvalidData,

    /// <summary>The table does not contain the given result.</summary>
    Unmapped,
}
