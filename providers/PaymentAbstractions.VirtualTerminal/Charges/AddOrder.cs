namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What <c>transaction/add</c> is asked to do.</summary>
internal sealed record AddOrder
{
    /// <summary>Sale, Authorize or Credit.</summary>
    public required PaymentOperation Type { get; init; }

    public required Money Amount { get; init; }

    public required long CustomerId { get; init; }

    public required long PaymentMethodId { get; init; }

    /// <summary>The caller's text with our mark.</summary>
    public required string Description { get; init; }

    /// <summary>The data of its level that goes with it.</summary>
    public DataPlan Data { get; init; } = DataPlan.Empty;
}
