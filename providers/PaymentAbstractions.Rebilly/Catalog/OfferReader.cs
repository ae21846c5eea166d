using PaymentAbstractions.Adapters;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Reads the payment methods that ready to pay lists. Source: core API reference, ready to pay.</summary>
/// <remarks>
/// Unverified: that the name of a feature is its member <c>name</c>, for the reference does not list the members. Methods, features, brands and
/// filters are open sets; apart from a feature, what is of another JSON type than documented cannot be read.
/// </remarks>
internal static class OfferReader
{
    /// <returns>The method; <see langword="null"/> when it shows no name, or a member that cannot be read.</returns>
    public static PaymentMethodOffer? Read(JsonFields fields)
    {
        var method = fields.DecidingText("method");
        // A feature of an odd form must not hide the other methods.
        var feature = fields.Has("feature")
            ? fields.Text("feature") ?? fields.Inside("feature").Text("name") ?? ""
            : null;
        ValueList<CardBrand> brands = [.. fields.DecidingTexts("brands").Select(CardBrand.FromProvider)];
        var filters = fields.DecidingTexts("filters");
        return
            string.IsNullOrWhiteSpace(method) || fields.Problem is not null || brands.Any(brand => !brand.IsSpecified)
            ? null
            : new PaymentMethodOffer
            {
                Method = method,
                Kind = KindOf(method, feature),
                Feature = feature,
                Brands = brands,
                Filters = filters,
            };
    }

    // A card of a wallet is charged by the token that is made of it; the approval page takes every method that is neither card nor account.
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
