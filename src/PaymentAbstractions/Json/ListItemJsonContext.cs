using System.Text.Json.Serialization;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Json;

/// <summary>The items of this library's lists.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(TransactionReference))]
[JsonSerializable(typeof(RequestProblem))]
[JsonSerializable(typeof(PaymentOperation))]
[JsonSerializable(typeof(PaymentMethodKind))]
[JsonSerializable(typeof(PaymentMethodOffer))]
[JsonSerializable(typeof(CardBrand))]
[JsonSerializable(typeof(PayoutPaymentMethod))]
[JsonSerializable(typeof(VaultOperation))]
[JsonSerializable(typeof(RedirectPresentation))]
[JsonSerializable(typeof(FormInput))]
[JsonSerializable(typeof(Currency))]
[JsonSerializable(typeof(CommercialLineItem))]
[JsonSerializable(typeof(CommercialCardFinding))]
[JsonSerializable(typeof(PaymentGuard))]
[JsonSerializable(typeof(ShownMovement))]
internal sealed partial class ListItemJsonContext : JsonSerializerContext;
