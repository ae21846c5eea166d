using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Journal;

/// <summary>The source of the proof about a payment.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<JournalResolutionSource>))]
public enum JournalResolutionSource
{
    /// <summary>
    /// A look-up at the provider. It resolves unresolved payments. It changes a final outcome if it has a newer revision, or if it shows
    /// the same transaction as approved; never from approved to declined, which is recorded as an observation. This is the zero value.
    /// </summary>
    Lookup = 0,

    /// <summary>The provider reported a change. It can also change a final outcome, but never to one that may be sent again.</summary>
    Provider,

    /// <summary>A person decided what no provider can prove. This can change any outcome; a name and a reason are required.</summary>
    Person,

    /// <summary>The live exchange ended after its attempt had been recorded as Pending or Unknown.</summary>
    LateAnswer,
}
