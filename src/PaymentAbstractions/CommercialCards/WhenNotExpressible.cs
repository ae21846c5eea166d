using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What happens to commercial card data that a provider has no field for at the level that is sent.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<WhenNotExpressible>))]
public enum WhenNotExpressible
{
    /// <summary>The request is refused before anything is sent; every such field is named.</summary>
    Refuse = 0,

    /// <summary>
    /// The data is left out and named in <see cref="CommercialDataResult.DroppedFields"/>. What would change the sum is still refused,
    /// or brings the payment down a level where the request leaves the level open.
    /// </summary>
    DropAndReport,
}
