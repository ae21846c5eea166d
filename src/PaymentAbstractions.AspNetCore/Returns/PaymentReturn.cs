namespace PaymentAbstractions;

/// <summary>Describes a customer's return from the provider's page. The data from the browser proves nothing.</summary>
/// <remarks>Immutable. The fields may contain a token, so <c>ToString</c> prints none of them.</remarks>
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

    /// <summary>The key of the payment, from the URL.</summary>
    public IdempotencyKey IdempotencyKey { get; }

    /// <summary>
    /// The state of the payment in the journal, after a look-up at the provider when it was unresolved; Pending while nothing is proven.
    /// <see langword="null"/> when nothing was sent under the key, for example before a form is completed.
    /// </summary>
    public PaymentResult? Result { get; }

    /// <summary>
    /// The form and query fields from the browser, for <see cref="IHostedPayment"/>. They may contain a token: do not log them, and
    /// redirect the browser away from the URL.
    /// </summary>
    public IReadOnlyDictionary<string, string> ReturnedFields { get; }
}
