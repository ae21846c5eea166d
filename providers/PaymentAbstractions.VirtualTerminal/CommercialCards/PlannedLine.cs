namespace PaymentAbstractions.VirtualTerminal;

/// <summary>A line as it is sent.</summary>
/// <param name="ProductCode">The code of a product in the merchant's catalog at the provider.</param>
/// <param name="Quantity">The quantity, with at most four decimals.</param>
/// <param name="Price">The price of one unit with two decimals, including discounts and duty.</param>
internal sealed record PlannedLine(string ProductCode, decimal Quantity, decimal Price);
