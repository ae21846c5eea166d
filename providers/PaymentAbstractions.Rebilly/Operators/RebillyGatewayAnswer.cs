namespace PaymentAbstractions.Rebilly;

/// <summary>The answer of the gateway behind Rebilly about a transaction. Source: core API reference, query a transaction.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record RebillyGatewayAnswer
{
    /// <summary>The transaction's id at Rebilly.</summary>
    public required string TransactionId { get; init; }

    /// <summary>The result as Rebilly writes it, for example <c>approved</c>.</summary>
    public string? Result { get; init; }

    /// <summary>The status as Rebilly writes it. It can be <c>suspended</c>, a status that transactions do not have.</summary>
    public string? Status { get; init; }

    /// <summary>The amount according to the gateway.</summary>
    public Money? Amount { get; init; }
}
