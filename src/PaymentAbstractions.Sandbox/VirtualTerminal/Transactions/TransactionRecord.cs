namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>A transaction and its state.</summary>
internal sealed class TransactionRecord
{
    public required long Id { get; init; }

    public required TransactionOrder Order { get; init; }

    /// <summary>The type that answers show; that of the order unless a capture changed it.</summary>
    public required string Type { get; set; }

    public required decimal TotalAmount { get; set; }

    public decimal CaptureAmount { get; set; }

    public required string Status { get; set; }

    public required string Source { get; init; }

    public required long CustomerId { get; init; }

    public required string CustomerName { get; init; }

    public required PaymentMethodRecord Method { get; init; }

    public AddressRecord? Shipping { get; init; }

    public required DateTimeOffset CreatedTime { get; init; }

    /// <summary>When money last moved: the charge, or the capture of an authorization.</summary>
    public required DateTimeOffset ProcessedTime { get; set; }

    public bool IsOpenAuthorization => Type == TransactionType.Authorization && Status == TransactionStatus.NotSettled;

    public bool WasCaptured => CaptureAmount > 0;
}
