namespace PaymentAbstractions.Sandbox;

/// <summary>One thing that really happened to money at the emulated gateway.</summary>
public sealed record SandboxMovement
{
    /// <summary>Position in the ledger, from 1. The ledger gives it.</summary>
    public long Sequence { get; init; }

    /// <summary>The merchant account: an organization id at Rebilly, a MID at the virtual terminal.</summary>
    public required string Account { get; init; }

    /// <summary>What happened.</summary>
    public required SandboxMovementKind Kind { get; init; }

    /// <summary>The provider's id of the transaction.</summary>
    public required string TransactionId { get; init; }

    /// <summary>The transaction that this one captures, voids or refunds; null for the others. It can be equal to <see cref="TransactionId"/>.</summary>
    public string? ParentTransactionId { get; init; }

    /// <summary>The customer, when the provider knows customers.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The idempotency key that the request carried; null when it carried none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The description that the request carried; null when it carried none.</summary>
    public string? Description { get; init; }

    /// <summary>The buyer's purchase order number; null when the request or the provider knows none.</summary>
    public string? CustomerPONumber { get; init; }

    /// <summary>The amount in major units, zero or more; <see cref="Kind"/> says in which direction.</summary>
    public required decimal Amount { get; init; }

    /// <summary>ISO 4217 code of the amount's currency.</summary>
    public required string Currency { get; init; }

    /// <summary>
    /// The level of commercial card data that the transaction was booked at, 1 to 3, whatever the answer showed; null when the
    /// provider knows no levels.
    /// </summary>
    public int? DataLevel { get; init; }

    /// <summary>The tax within the transaction's amount as it was asked for, in major units; null when none was named.</summary>
    public decimal? TaxAmount { get; init; }

    /// <summary>The freight within the transaction's amount as it was asked for, in major units; null when none was named.</summary>
    public decimal? ShippingAmount { get; init; }

    /// <summary>The line items of the transaction as it was asked for; empty when there were none.</summary>
    public IReadOnlyList<SandboxLineItem> LineItems { get; init; } = [];

    /// <summary>When it happened, by the sandbox's clock. Default: when it is entered.</summary>
    public DateTimeOffset Time { get; init; }
}
