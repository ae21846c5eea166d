using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The issuer's result for one piece of cardholder data.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<VerificationMatch>))]
public enum VerificationMatch
{
    /// <summary>No result was given.</summary>
    NotProvided,

    /// <summary>The issuer confirmed it.</summary>
    Match,

    /// <summary>The issuer has a different value on file.</summary>
    NoMatch,

    /// <summary>It was not checked: the issuer did not or could not check it, does not participate, or the result is not known.</summary>
    NotVerified,
}
