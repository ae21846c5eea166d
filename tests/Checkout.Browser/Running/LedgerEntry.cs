namespace Checkout.Browser.Running;

/// <summary>What really happened to money at a provider, as its console shows it.</summary>
public sealed record LedgerEntry(
    string Provider,
    string Id,
    string Type,
    string? Status,
    decimal Amount,
    string Currency,
    string? Description,
    string? Parent,
    string? CustomerPONumber,
    int? DataLevel,
    IReadOnlyList<LedgerLine> LineItems
);
