using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>Whether a line is for goods or services.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<LineItemKind>))]
public enum LineItemKind
{
    /// <summary>Goods.</summary>
    Goods = 0,

    /// <summary>A service.</summary>
    Service,
}
