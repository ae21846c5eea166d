using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The result of comparing a payment in the journal with a transaction at the provider.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ReconciliationStatus>))]
public enum ReconciliationStatus
{
    /// <summary>The comparison is not possible; the explanation gives the reason. The zero value.</summary>
    NotVerifiable = 0,

    /// <summary>Both sides have the same outcome and the same amount.</summary>
    Matched,

    /// <summary>The provider has a transaction that the journal does not know.</summary>
    MissingInJournal,

    /// <summary>The provider does not know a payment in the journal, not even by its id.</summary>
    MissingAtProvider,

    /// <summary>Both sides show that money moved, but with different amounts.</summary>
    OtherAmount,

    /// <summary>The outcomes differ, for example Unknown in the journal and Approved at the provider.</summary>
    OtherOutcome,

    /// <summary>The provider has more than one transaction that moved money under the key of one payment.</summary>
    ChargedTwice,
}
