using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The levels of data that card schemes reward on commercial cards.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CommercialDataLevel>))]
public enum CommercialDataLevel
{
    /// <summary>Only the amount.</summary>
    LevelI = 1,

    /// <summary>With tax and a customer reference for the whole order.</summary>
    LevelII = 2,

    /// <summary>With freight, duty, addresses and line items.</summary>
    LevelIII = 3,
}
