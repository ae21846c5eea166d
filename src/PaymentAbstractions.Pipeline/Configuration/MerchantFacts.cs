namespace PaymentAbstractions;

/// <summary>The gateway options about the merchant, for the rules of commercial card data.</summary>
/// <param name="Name">The name; <see langword="null"/> when it is not configured.</param>
/// <param name="TaxId">The tax number, as the acquirer has it.</param>
/// <param name="Country">The country, two letters.</param>
/// <param name="CategoryCode">The merchant category code, four digits.</param>
/// <param name="OptedIn">The brands whose program the merchant is verified or approved for, with its fee accepted.</param>
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
