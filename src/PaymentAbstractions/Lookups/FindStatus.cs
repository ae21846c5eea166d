using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What a look-up proves.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<FindStatus>))]
public enum FindStatus
{
    /// <summary>The look-up itself failed; nothing is known. This is the zero value.</summary>
    LookupFailed = 0,

    /// <summary>The transaction exists: see <see cref="FindResult.State"/>.</summary>
    Found,

    /// <summary>The provider did not show the transaction. That does not prove that it does not exist.</summary>
    NotSeen,

    /// <summary>The provider proves that no money moved. Only this status may close an attempt as not charged.</summary>
    ProvenAbsent,

    /// <summary>Several transactions match: see <see cref="FindResult.Candidates"/>.</summary>
    Ambiguous,
}
