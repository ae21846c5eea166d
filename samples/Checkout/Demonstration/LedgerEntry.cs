namespace Checkout.Demonstration;

/// <summary>What really happened to money at an emulated provider, as its console shows it.</summary>
public sealed record LedgerEntry
{
    public required string Provider { get; init; }

    public required string Id { get; init; }

    public required string Type { get; init; }

    public string? Status { get; init; }

    public required decimal Amount { get; init; }

    public required string Currency { get; init; }

    public string? Description { get; init; }

    public string? Parent { get; init; }

    public int? DataLevel { get; init; }

    public required DateTimeOffset CreatedTime { get; init; }
}
