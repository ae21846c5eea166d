using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>
/// What happens to commercial card data that a provider has no field for at the level that is sent, or that breaks a rule.
/// </summary>
[JsonConverter(typeof(EnumNameJsonConverter<WhenNotExpressible>))]
public enum WhenNotExpressible
{
    /// <summary>The request is refused before anything is sent, and the problems name every such field and every broken rule.</summary>
    Refuse = 0,

    /// <summary>
    /// The data is left out and named in <see cref="CommercialDataResult.DroppedFields"/>. Data whose omission would change the sum is
    /// still refused, or lowers the payment by a level if the request leaves the level open. The same holds for data that breaks a rule:
    /// with <see cref="RequestedDataLevel.BestEffort"/> the payment is sent at Level II when that part is valid, otherwise at Level I, and
    /// <see cref="CommercialDataResult.DroppedBecause"/> names the rules.
    /// </summary>
    DropAndReport,
}
