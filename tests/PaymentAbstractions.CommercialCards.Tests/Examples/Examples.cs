namespace PaymentAbstractions.CommercialCards.Tests;

/// <summary>Worked examples. Every figure was reckoned by hand; the arithmetic stands beside the order.</summary>
internal static partial class Examples
{
    public static IReadOnlyList<Example> All =>
        [.. NetPrices, .. Discounts, .. GrossPrices, .. Currencies, .. Sizes, .. Levels, .. WrongSums, .. WrongParts];

    public static Example Named(string name) => All.Single(example => example.Name == name);
}
