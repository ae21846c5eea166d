namespace PaymentAbstractions;

/// <summary>What came of storing, changing or removing a customer or a payment method.</summary>
public sealed record VaultResult
{
    /// <summary>
    /// Approved when it is done; Pending while the customer enters the method at the provider; Rejected, NotSent or Unknown otherwise, with
    /// the meanings of <see cref="PaymentOutcome"/>.
    /// </summary>
    public required PaymentOutcome Outcome { get; init; }

    /// <summary>The id of the customer, as requests name it, or the provider's id of the payment method; when it is done.</summary>
    public string? Id { get; init; }

    /// <summary>What is stored of the payment method, when the provider shows it.</summary>
    public VaultPaymentMethod? PaymentMethod { get; init; }

    /// <summary>What the customer must do next; only from <see cref="IHostedPayment"/>.</summary>
    public NextAction? NextAction { get; init; }

    /// <summary>Whether it existed before and was updated.</summary>
    public bool AlreadyExisted { get; init; }

    /// <summary>Why it is not done, when it is not.</summary>
    public PaymentReason Reason { get; init; }

    /// <summary>The fields of the request that the provider has no place for and that were not sent, when the gateway is set up so.</summary>
    public ValueList<string> LeftOutFields { get; init; } = [];

    /// <summary>The provider's complaints, when it refused.</summary>
    public ValueList<RequestProblem> Problems { get; init; } = [];
}
