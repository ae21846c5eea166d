namespace Checkout.Browser.Running;

/// <summary>A line item that a provider was sent with a payment.</summary>
public sealed record LedgerLine(string? ProductCode, decimal? Quantity, decimal? Price, decimal? Total);
