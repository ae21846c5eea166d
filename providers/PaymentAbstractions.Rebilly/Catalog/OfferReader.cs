using PaymentAbstractions.Adapters;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Reads the payment methods in the answer of the ready-to-pay operation. Source: core API reference, ready to pay.</summary>
/// <remarks>
/// The reference does not list the members of a feature; that its name is in the member <c>name</c> is unverified. Methods, features,
/// brands and filters are open sets. A method or a filter whose JSON type differs from the documented one cannot be read: without its
/// filters, a method would be offered where it cannot be used.
/// </remarks>
internal static class OfferReader
{
    /// <returns>The method; <see langword="null"/> when it has no name or has a member that cannot be read.</returns>
    public static PaymentMethodOffer? Read(JsonFields fields)
    {
        var method = fields.DecidingText("method");
        var filters = fields.DecidingTexts("filters");
        if (string.IsNullOrWhiteSpace(method) || fields.Problem is not null)
        {
            return null;
        }

        // A feature without a name is ignored, and brands are only displayed: neither may hide the methods.
        var feature = fields.Text("feature") ?? fields.Inside("feature").Text("name");
        return new PaymentMethodOffer
        {
            Method = method,
            Kind = KindOf(method, feature),
            Feature = feature,
            Brands =
            [
                .. fields
                    .DecidingTexts("brands")
                    .Select(CardBrand.FromProvider)
                    .Where(brand => brand.IsSpecified)
                    .Distinct(),
            ],
            Filters = filters,
        };
    }

    // Unverified: a wallet's card is charged through the token that is created from it, and the approval page accepts every method that is
    // neither a card nor a bank account.
    private static PaymentMethodKind KindOf(string method, string? feature) =>
        (method, feature) switch
        {
            (Vocabulary.PaymentCard, null) => PaymentMethodKind.PaymentCard,
            (Vocabulary.PaymentCard, "Apple Pay" or "Google Pay" or "Samsung Pay") => PaymentMethodKind.Token,
            // An IBAN account is also listed as ach; the list does not distinguish the two.
            (Vocabulary.Ach, null) => PaymentMethodKind.BbanBankAccount,
            (Vocabulary.PaymentCard or Vocabulary.Ach, _) => PaymentMethodKind.None,
            _ => PaymentMethodKind.CustomerChoice,
        };
}
