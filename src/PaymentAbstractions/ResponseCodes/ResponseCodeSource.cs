using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>Where a <see cref="ResponseCode"/> came from, and so how far to trust it.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ResponseCodeSource>))]
public enum ResponseCodeSource
{
    /// <summary>It follows from something else in the answer, such as a status or the provider's own code.</summary>
    Derived = 0,

    /// <summary>It was read out of a text that the provider wrote for people.</summary>
    DerivedFromText,

    /// <summary>The provider sent it as a code.</summary>
    Provider,
}
