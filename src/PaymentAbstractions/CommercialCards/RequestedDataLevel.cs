using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>Up to which level commercial card data is to be sent.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<RequestedDataLevel>))]
public enum RequestedDataLevel
{
    /// <summary>Nothing of it: the payment goes out at Level I.</summary>
    None = 0,

    /// <summary>Exactly Level II: refused when something that the provider needs for it is missing; more is left out.</summary>
    LevelII,

    /// <summary>Exactly Level III: refused when something that the provider needs for it is missing.</summary>
    LevelIII,

    /// <summary>The highest level that the data makes at the provider.</summary>
    BestEffort,
}
