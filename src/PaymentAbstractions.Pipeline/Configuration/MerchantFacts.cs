namespace PaymentAbstractions;

/// <summary>What the options of a gateway say about the merchant, for the rules of commercial card data.</summary>
/// <param name="Name">The name; none when it is not configured.</param>
/// <param name="TaxId">The tax number, as the acquirer has it.</param>
/// <param name="Country">The country, two letters.</param>
/// <param name="CategoryCode">The merchant category code, four digits.</param>
/// <param name="OptedIn">The brands at which the merchant is verified or approved where a program needs it, and pays its fee.</param>
internal sealed record MerchantFacts(
    string? Name = null,
    string? TaxId = null,
    string? Country = null,
    string? CategoryCode = null,
    IReadOnlyList<CardBrand>? OptedIn = null
)
{
    public static MerchantFacts None { get; } = new();

    public static MerchantFacts Of(GatewayOptions options) =>
        new(
            options.MerchantName,
            options.MerchantTaxId,
            options.MerchantCountry,
            options.MerchantCategoryCode,
            [.. options.CommercialDataOptIn ?? []]
        );
}
