using PaymentAbstractions.Adapters;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Reads the payment methods that ready to pay lists. Source: core API reference, ready to pay.</summary>
/// <remarks>
/// Unverified: that the name of a feature is its member <c>name</c>, for the reference does not list the members. Methods, features, brands and
/// filters are open sets. A method or a filter of another JSON type than documented cannot be read: without its filters a method would be
/// offered where it cannot be used.
/// </remarks>
internal static class OfferReader
{
    /// <returns>The method; <see langword="null"/> when it shows no name, or a member that cannot be read.</returns>
    public static PaymentMethodOffer? Read(JsonFields fields)
    {
        var method = fields.DecidingText("method");
        var filters = fields.DecidingTexts("filters");
        if (string.IsNullOrWhiteSpace(method) || fields.Problem is not null)
        {
            return null;
        }

        // A feature without a name tells nothing, and brands are for show: neither may hide the methods.
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

    // Unverified: a card of a wallet is charged by the token that is made of it, and the approval page takes every method that is neither card
    // nor account.
    private static PaymentMethodKind KindOf(string method, string? feature) =>
        (method, feature) switch
        {
            (Vocabulary.PaymentCard, null) => PaymentMethodKind.PaymentCard,
            (Vocabulary.PaymentCard, "Apple Pay" or "Google Pay" or "Samsung Pay") => PaymentMethodKind.Token,
            // An IBAN is ach, too; the list does not tell them apart.
            (Vocabulary.Ach, null) => PaymentMethodKind.BbanBankAccount,
            (Vocabulary.PaymentCard or Vocabulary.Ach, _) => PaymentMethodKind.None,
            _ => PaymentMethodKind.CustomerChoice,
        };
}
