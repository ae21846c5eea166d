using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What a look-up proves.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<FindStatus>))]
public enum FindStatus
{
    /// <summary>The look-up itself failed; nothing is known. The zero value.</summary>
    LookupFailed = 0,

    /// <summary>The transaction is there: see <see cref="FindResult.State"/>.</summary>
    Found,

    /// <summary>The provider did not show it. That is no proof that it does not exist.</summary>
    NotSeen,

    /// <summary>The provider proves that no money moved. Only this may close an attempt as not charged.</summary>
    ProvenAbsent,

    /// <summary>Several transactions could be it: see <see cref="FindResult.Candidates"/>.</summary>
    Ambiguous,
}
