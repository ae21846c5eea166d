namespace PaymentAbstractions;

/// <summary>A customer who came back from the provider's page. What the browser brought proves nothing.</summary>
/// <remarks>Immutable. The fields may hold a token, so it shows nothing of itself.</remarks>
public sealed class PaymentReturn
{
    internal PaymentReturn(
        string gateway,
        IdempotencyKey idempotencyKey,
        PaymentResult? result,
        IReadOnlyDictionary<string, string> returnedFields
    )
    {
        (Gateway, IdempotencyKey, Result, ReturnedFields) = (gateway, idempotencyKey, result, returnedFields);
    }

    /// <summary>The configured name of the gateway.</summary>
    public string Gateway { get; }

    /// <summary>The key of the payment, as the address has it.</summary>
    public IdempotencyKey IdempotencyKey { get; }

    /// <summary>
    /// What the journal knows of the payment, looked up at the provider when it was in doubt; Pending while nothing is proven yet.
    /// <see langword="null"/> when nothing was sent under the key, as before the completion of a form.
    /// </summary>
    public PaymentResult? Result { get; }

    /// <summary>
    /// The fields of the form and of the query as the browser brought them, for <see cref="IHostedPayment"/>. They may hold a token: do not
    /// log them, and redirect away from the address.
    /// </summary>
    public IReadOnlyDictionary<string, string> ReturnedFields { get; }
}
