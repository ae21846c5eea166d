using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>
/// What happens to commercial card data that a provider has no field for at the level that is sent, or that breaks a rule.
/// </summary>
[JsonConverter(typeof(EnumNameJsonConverter<WhenNotExpressible>))]
public enum WhenNotExpressible
{
    /// <summary>The request is refused before anything is sent; every such field, and every broken rule, is named.</summary>
    Refuse = 0,

    /// <summary>
    /// The data is left out and named in <see cref="CommercialDataResult.DroppedFields"/>. What would change the sum is still refused,
    /// or brings the payment down a level where the request leaves the level open. So does data that breaks a rule: with
    /// <see cref="RequestedDataLevel.BestEffort"/> the payment goes out at Level II where that part is right, else at Level I, and
    /// <see cref="CommercialDataResult.DroppedBecause"/> names the rules.
    /// </summary>
    DropAndReport,
}
