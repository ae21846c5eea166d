namespace PaymentAbstractions;

/// <summary>The result of storing, changing or removing a customer or a payment method.</summary>
public sealed record VaultResult
{
    /// <summary>
    /// Approved on success; Pending while the customer enters the method at the provider; otherwise Rejected, NotSent or Unknown, with the
    /// meanings of <see cref="PaymentOutcome"/>.
    /// </summary>
    public required PaymentOutcome Outcome { get; init; }

    /// <summary>The id of the customer, as requests name it, or the provider's id of the payment method, on success.</summary>
    public string? Id { get; init; }

    /// <summary>The stored data of the payment method, when the provider shows it.</summary>
    public VaultPaymentMethod? PaymentMethod { get; init; }

    /// <summary>What the customer must do next; only from <see cref="IHostedPayment"/>.</summary>
    public NextAction? NextAction { get; init; }

    /// <summary>Whether it already existed and was updated.</summary>
    public bool AlreadyExisted { get; init; }

    /// <summary>The reason, when it did not succeed.</summary>
    public PaymentReason Reason { get; init; }

    /// <summary>
    /// The fields of the request that the provider has no field for and that were not sent, if the gateway is configured to leave them out.
    /// </summary>
    public ValueList<string> LeftOutFields { get; init; } = [];

    /// <summary>The problems that the provider reported, when it refused.</summary>
    public ValueList<RequestProblem> Problems { get; init; } = [];
}
