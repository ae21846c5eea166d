namespace PaymentAbstractions.Rebilly;

/// <summary>What the gateway behind Rebilly says of a transaction. Source: core API reference, query a transaction.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record RebillyGatewayAnswer
{
    /// <summary>Rebilly's id of the transaction.</summary>
    public required string TransactionId { get; init; }

    /// <summary>The result, for example <c>approved</c>; as Rebilly writes it.</summary>
    public string? Result { get; init; }

    /// <summary>The status, also <c>suspended</c>, which transactions have not; as Rebilly writes it.</summary>
    public string? Status { get; init; }

    /// <summary>The amount that the gateway knows.</summary>
    public Money? Amount { get; init; }
}
