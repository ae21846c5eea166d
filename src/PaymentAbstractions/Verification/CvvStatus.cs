using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What became of the check of the card security code.</summary>
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

    /// <summary>The merchant said that the card has no code, and the issuer says that it should have one.</summary>
    ShouldBePresent,

    /// <summary>The issuer does not take part in the check, or could not verify the code.</summary>
    IssuerNotParticipating,

    /// <summary>The check is not supported for this card, or the scheme got no answer.</summary>
    NotSupported,

    /// <summary>The transaction was found suspicious.</summary>
    Suspicious,

    /// <summary>The code failed the validation of its form.</summary>
    InvalidData,

    /// <summary>A result was given that the table does not know.</summary>
    Unmapped,
}
