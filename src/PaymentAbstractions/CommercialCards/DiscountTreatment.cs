using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>Whether tax is calculated before or after a discount.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<DiscountTreatment>))]
public enum DiscountTreatment
{
    /// <summary>Not provided, or there is no discount.</summary>
    NotProvided = 0,

    /// <summary>Tax is calculated on the discounted price.</summary>
    TaxAfterDiscount,

    /// <summary>Tax is calculated on the price before the discount.</summary>
    TaxBeforeDiscount,
}
