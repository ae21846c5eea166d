namespace PaymentAbstractions;

/// <summary>What must be remembered of an attempt to find it again: no card data, no tokens.</summary>
public sealed record PaymentAttempt
{
    /// <summary>What was asked for.</summary>
    public required PaymentOperation Operation { get; init; }

    /// <summary>The key it was sent under.</summary>
    public required IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>When it was sent, at the earliest.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>
    /// The gateway that it was sent to, as <see cref="PaymentResult.Gateway"/> names it. Without it a look-up asks the gateway
    /// that it is called on, which after a switch of the default may be another one.
    /// </summary>
    public string? Gateway { get; init; }

    /// <summary>How much was asked for; none for a void.</summary>
    public Money? Amount { get; init; }

    /// <summary>The customer's id, when one was given.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The order, for a sale, an authorization or a credit.</summary>
    public OrderReference OrderReference { get; init; }

    /// <summary>The authorization, sale or other transaction that a capture, void or refund is for.</summary>
    public TransactionReference? Original { get; init; }

    /// <summary>The provider's id of the stored payment method, when one was named.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>Whether the provider was only to record what was paid elsewhere.</summary>
    public bool IsRecordOnly { get; init; }

    /// <summary>What was noted before it was sent; none where the adapter had nothing to note.</summary>
    public RecoveryHints? Hints { get; init; }

    /// <summary>Remembers what is needed of a request.</summary>
    /// <param name="request">The request as it was sent.</param>
    /// <param name="startedAt">When it was sent, at the earliest.</param>
    /// <param name="gateway">The gateway that it was sent to.</param>
    /// <returns>The attempt.</returns>
    public static PaymentAttempt Of(PaymentRequest request, DateTimeOffset startedAt, string? gateway = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new PaymentAttempt
        {
            Operation = request.Operation,
            IdempotencyKey = request.IdempotencyKey,
            StartedAt = startedAt,
            Gateway = gateway,
            Amount = request.Amount,
            CustomerId = request.CustomerId,
            OrderReference = request switch
            {
                ChargeRequest charge => charge.OrderReference,
                CreditRequest credit => credit.OrderReference,
                _ => default,
            },
            Original = request.Original,
            PaymentMethodId = request is PaymentMethodRequest { PaymentMethod: StoredPaymentMethod stored }
                ? stored.Id
                : null,
            IsRecordOnly = request.IsRecordOnly,
        };
    }
}
