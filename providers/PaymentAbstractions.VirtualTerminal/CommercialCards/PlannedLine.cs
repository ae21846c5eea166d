namespace PaymentAbstractions.VirtualTerminal;

/// <summary>A line as it is sent.</summary>
/// <param name="ProductCode">A product of the merchant's catalog at the provider.</param>
/// <param name="Quantity">At most four decimals.</param>
/// <param name="Price">The price of one unit, two decimals, discounts and duty folded in.</param>
internal sealed record PlannedLine(string ProductCode, decimal Quantity, decimal Price);
