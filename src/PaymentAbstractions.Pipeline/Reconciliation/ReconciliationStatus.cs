using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>How a payment of the journal and a transaction of the provider compare.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ReconciliationStatus>))]
public enum ReconciliationStatus
{
    /// <summary>It cannot be told, and the explanation says why. The zero value.</summary>
    NotVerifiable = 0,

    /// <summary>Both sides know the same outcome and the same amount.</summary>
    Matched,

    /// <summary>The provider has a transaction that the journal does not know.</summary>
    MissingInJournal,

    /// <summary>The journal has a payment that the provider does not know, not even by its id.</summary>
    MissingAtProvider,

    /// <summary>Both sides know that money moved, but not the same amount.</summary>
    OtherAmount,

    /// <summary>The two sides know another outcome, for example a doubt here that is an approval there.</summary>
    OtherOutcome,

    /// <summary>The provider has more than one transaction that moved money under the key of one payment.</summary>
    ChargedTwice,
}
