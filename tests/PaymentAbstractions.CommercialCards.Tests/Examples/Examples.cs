namespace PaymentAbstractions.CommercialCards.Tests;

/// <summary>Worked examples. All amounts were calculated by hand, as the comment beside each order shows.</summary>
internal static partial class Examples
{
    public static IReadOnlyList<Example> All =>
        [.. NetPrices, .. Discounts, .. GrossPrices, .. Currencies, .. Sizes, .. Levels, .. WrongSums, .. WrongParts];

    public static Example Named(string name) => All.Single(example => example.Name == name);
}
