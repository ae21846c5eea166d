using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Journal;

/// <summary>Who proved what became of a payment.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<JournalResolutionSource>))]
public enum JournalResolutionSource
{
    /// <summary>
    /// A look-up at the provider. Resolves what is in doubt. Changes what is final with a newer revision, or when it shows the very
    /// transaction as approved; never from approved to declined, which is kept as an observation. The zero value.
    /// </summary>
    Lookup = 0,

    /// <summary>
    /// The provider reported a change of its own accord. Changes what is final too, but never into something that may be sent again.
    /// </summary>
    Provider,

    /// <summary>A person decided what no provider can prove. May change everything; who and why are required.</summary>
    Person,

    /// <summary>The live exchange ended after its attempt had been recorded as in doubt.</summary>
    LateAnswer,
}
