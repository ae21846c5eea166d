namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What an answer must show before it proves anything about an order.</summary>
internal sealed record Expectation
{
    public required PaymentOperation Type { get; init; }

    public required Money Amount { get; init; }

    public required long CustomerId { get; init; }

    public required long PaymentMethodId { get; init; }

    /// <summary>The level that the fields of the order ask for.</summary>
    public CommercialDataLevel Level { get; init; } = CommercialDataLevel.LevelI;

    public static Expectation Of(AddOrder order) =>
        new()
        {
            Type = order.Type,
            Amount = order.Amount,
            CustomerId = order.CustomerId,
            PaymentMethodId = order.PaymentMethodId,
            Level = order.Data.Level,
        };
}
