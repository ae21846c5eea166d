using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The list that a unit of measure is taken from.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<UnitOfMeasureScheme>))]
public enum UnitOfMeasureScheme
{
    /// <summary>Not provided.</summary>
    NotProvided = 0,

    /// <summary>ANSI X12 element 355, for example <c>EA</c> and <c>LB</c>.</summary>
    AnsiX12,

    /// <summary>UN/ECE Recommendation 20, for example <c>EA</c>, <c>KGM</c> and <c>LTR</c>.</summary>
    UneceRecommendation20,
}
