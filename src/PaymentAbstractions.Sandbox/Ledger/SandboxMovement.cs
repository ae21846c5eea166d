namespace PaymentAbstractions.Sandbox;

/// <summary>One actual money movement at the emulated gateway.</summary>
public sealed record SandboxMovement
{
    /// <summary>The position in the ledger, starting at 1. The ledger assigns it.</summary>
    public long Sequence { get; init; }

    /// <summary>The merchant account: an organization id at Rebilly, a MID at the virtual terminal.</summary>
    public required string Account { get; init; }

    /// <summary>The kind of movement.</summary>
    public required SandboxMovementKind Kind { get; init; }

    /// <summary>The transaction's id at the provider.</summary>
    public required string TransactionId { get; init; }

    /// <summary>
    /// The id of the transaction that this one captures, voids or refunds; null for the others. It can be equal to
    /// <see cref="TransactionId"/>.
    /// </summary>
    public string? ParentTransactionId { get; init; }

    /// <summary>The customer, if the provider has customers.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The idempotency key in the request; null when it had none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The description in the request; null when it had none.</summary>
    public string? Description { get; init; }

    /// <summary>The buyer's purchase order number; null when the request or the provider has none.</summary>
    public string? CustomerPONumber { get; init; }

    /// <summary>The amount in major units, zero or more; <see cref="Kind"/> determines the direction.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The ISO 4217 code of the amount's currency.</summary>
    public required string Currency { get; init; }

    /// <summary>
    /// The level of commercial card data at which the transaction was booked, 1 to 3, regardless of the answer; null when the provider has
    /// no levels.
    /// </summary>
    public int? DataLevel { get; init; }

    /// <summary>The tax included in the requested amount, in major units; null when the request had none.</summary>
    public decimal? TaxAmount { get; init; }

    /// <summary>The freight included in the requested amount, in major units; null when the request had none.</summary>
    public decimal? ShippingAmount { get; init; }

    /// <summary>The line items of the request; empty when it had none.</summary>
    public IReadOnlyList<SandboxLineItem> LineItems { get; init; } = [];

    /// <summary>When it happened, by the sandbox's clock. Default: the time of entry.</summary>
    public DateTimeOffset Time { get; init; }
}
