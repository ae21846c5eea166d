using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What an issuer said about one piece of the cardholder's data.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<VerificationMatch>))]
public enum VerificationMatch
{
    /// <summary>Nothing was said.</summary>
    NotProvided,

    /// <summary>The issuer confirmed it.</summary>
    Match,

    /// <summary>The issuer has something else on file.</summary>
    NoMatch,

    /// <summary>It was not checked: the issuer could not, would not or does not take part, or the answer is not known.</summary>
    NotVerified,
}
