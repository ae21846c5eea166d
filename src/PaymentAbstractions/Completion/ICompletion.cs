namespace PaymentAbstractions;

/// <summary>
/// Optional capability of providers at which a payment goes on when the customer has come back from a <see cref="NextAction"/>, for
/// example because the provider charges only then. Ask the gateway with <c>TryGet</c>.
/// </summary>
/// <remarks>
/// <para>
/// A gateway without it needs no completion: look the payment up with <see cref="IPaymentGateway.FindAsync"/>, and believe a
/// notification or what the browser brings back only after that.
/// </para>
/// <para>
/// Completing may move money. It does so for the payment that waits and under its key: completing twice, or after the provider has
/// completed it by itself, moves money once, and every call is answered with what is proven about that one payment. What the browser
/// brings back is not trusted: it finds the payment and proves nothing. A call in doubt is Unknown and is not repeated blindly;
/// look the payment up first.
/// </para>
/// <para>
/// No provider here offers it yet. Because it may move money, the pipeline will not hand out one that an adapter brings until it runs
/// through the journal like every other payment.
/// </para>
/// <para>Thread-safe.</para>
/// </remarks>
public interface ICompletion
{
    /// <summary>Goes on with a payment whose customer has come back.</summary>
    /// <param name="request">Which payment, and what the customer's browser brought back.</param>
    /// <param name="cancellationToken">Ends the caller's waiting.</param>
    /// <returns>What is proven about the payment, with its own key, operation and amounts.</returns>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was.</exception>
    Task<PaymentResult> CompleteAsync(CompletionRequest request, CancellationToken cancellationToken = default);
}
