using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>Whether tax is reckoned before or after a discount.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<DiscountTreatment>))]
public enum DiscountTreatment
{
    /// <summary>Not said, or there is no discount.</summary>
    NotProvided = 0,

    /// <summary>Tax on the discounted price.</summary>
    TaxAfterDiscount,

    /// <summary>Tax on the price before the discount.</summary>
    TaxBeforeDiscount,
}
