using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The level up to which commercial card data is to be sent.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<RequestedDataLevel>))]
public enum RequestedDataLevel
{
    /// <summary>No data: the payment is sent at Level I.</summary>
    None = 0,

    /// <summary>Exactly Level II: refused when the provider needs a value that is missing; data beyond Level II is left out.</summary>
    LevelII,

    /// <summary>Exactly Level III: refused when the provider needs a value that is missing.</summary>
    LevelIII,

    /// <summary>The highest level that the data reaches at the provider.</summary>
    BestEffort,
}
