namespace PaymentAbstractions;

/// <summary>What an application must keep about an attempt to find it again. It contains no card data and no tokens.</summary>
public sealed record PaymentAttempt
{
    /// <summary>The operation.</summary>
    public required PaymentOperation Operation { get; init; }

    /// <summary>The key under which it was sent.</summary>
    public required IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>The earliest time at which it was sent.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>
    /// The gateway that it was sent to, as <see cref="PaymentResult.Gateway"/> names it. Without it, a look-up asks the gateway on which it
    /// is called, which may be another one after a switch of the default.
    /// </summary>
    public string? Gateway { get; init; }

    /// <summary>The requested amount; <see langword="null"/> for a void.</summary>
    public Money? Amount { get; init; }

    /// <summary>The customer's id, when one was given.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The order, for a sale, an authorization or a credit.</summary>
    public OrderReference OrderReference { get; init; }

    /// <summary>The authorization, sale or other transaction that a capture, void or refund is for.</summary>
    public TransactionReference? Original { get; init; }

    /// <summary>The provider's id of the stored payment method, when one was named.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>Whether the provider was only asked to record a payment that took place elsewhere.</summary>
    public bool IsRecordOnly { get; init; }

    /// <summary>The hints that were recorded before it was sent; <see langword="null"/> when the adapter recorded none.</summary>
    public RecoveryHints? Hints { get; init; }

    /// <summary>Creates the attempt of a request.</summary>
    /// <param name="request">The request as it was sent.</param>
    /// <param name="startedAt">The earliest time at which it was sent.</param>
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
