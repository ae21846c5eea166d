namespace PaymentAbstractions;

/// <summary>One contract for every payment provider; which provider answers is configuration.</summary>
/// <remarks>
/// <para>Implementations are thread-safe and live as long as the process.</para>
/// <para>
/// What a provider or a network does is a result, never an exception. <see cref="PaymentRequestException"/> reports mistakes
/// of the request, all at once, before anything is sent. A canceled token ends the waiting, not the exchange: before
/// anything is sent it throws <see cref="OperationCanceledException"/>; afterwards the caller gets
/// <see cref="PaymentOutcome.Unknown"/> at once while the exchange goes on; only an outcome that is being recorded is waited for.
/// </para>
/// <para>There are no default implementations, so that fakes made by NSubstitute answer every member.</para>
/// </remarks>
public interface IPaymentGateway
{
    /// <summary>The configured name, for example <c>cards_eu</c>.</summary>
    string Name { get; }

    /// <summary>What the gateway can do.</summary>
    GatewayCapabilities Capabilities { get; }

    /// <summary>Takes money at once.</summary>
    /// <param name="request">What to charge.</param>
    /// <param name="cancellationToken">Ends the caller's waiting.</param>
    /// <returns>What is proven about the payment.</returns>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was.</exception>
    /// <exception cref="OperationCanceledException">The caller left before this call sent anything, and it will not. An earlier call with the key may have.</exception>
    Task<PaymentResult> SaleAsync(SaleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Holds money for a later capture.</summary>
    /// <param name="request">What to hold.</param>
    /// <param name="cancellationToken">Ends the caller's waiting.</param>
    /// <returns>What is proven about the authorization.</returns>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was.</exception>
    /// <exception cref="OperationCanceledException">The caller left before this call sent anything, and it will not. An earlier call with the key may have.</exception>
    Task<PaymentResult> AuthorizeAsync(AuthorizeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes money that an authorization holds.</summary>
    /// <param name="request">Which authorization, and how much.</param>
    /// <param name="cancellationToken">Ends the caller's waiting.</param>
    /// <returns>What is proven about the capture.</returns>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was.</exception>
    /// <exception cref="OperationCanceledException">The caller left before this call sent anything, and it will not. An earlier call with the key may have.</exception>
    Task<PaymentResult> CaptureAsync(CaptureRequest request, CancellationToken cancellationToken = default);

    /// <summary>Undoes a transaction before settlement.</summary>
    /// <param name="request">Which transaction, and what to do if it is settled already.</param>
    /// <param name="cancellationToken">Ends the caller's waiting.</param>
    /// <returns>What is proven; <see cref="PaymentResult.PerformedAs"/> tells whether it became a refund.</returns>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was.</exception>
    /// <exception cref="OperationCanceledException">The caller left before this call sent anything, and it will not. An earlier call with the key may have.</exception>
    Task<PaymentResult> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gives money of a transaction back, all or a part of it.</summary>
    /// <param name="request">Which transaction, and how much.</param>
    /// <param name="cancellationToken">Ends the caller's waiting.</param>
    /// <returns>What is proven; <see cref="PaymentResult.PerformedAs"/> tells whether it became a void.</returns>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was.</exception>
    /// <exception cref="OperationCanceledException">The caller left before this call sent anything, and it will not. An earlier call with the key may have.</exception>
    Task<PaymentResult> RefundAsync(RefundRequest request, CancellationToken cancellationToken = default);

    /// <summary>Pays money out without a sale behind it.</summary>
    /// <param name="request">Whom to pay, and how much.</param>
    /// <param name="cancellationToken">Ends the caller's waiting.</param>
    /// <returns>What is proven about the credit.</returns>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was.</exception>
    /// <exception cref="OperationCanceledException">The caller left before this call sent anything, and it will not. An earlier call with the key may have.</exception>
    Task<PaymentResult> CreditAsync(CreditRequest request, CancellationToken cancellationToken = default);

    /// <summary>Looks a transaction up, by its reference or by what is known of an attempt in doubt. Moves no money.</summary>
    /// <param name="request">What to look for.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <returns>What the provider proves.</returns>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was.</exception>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    /// <remarks>
    /// When the journal has the attempt in doubt and nothing works on it any more, a final finding makes it look the attempt up once
    /// more, as it remembers it, and record what that proves. That is further requests to the provider.
    /// </remarks>
    Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default);

    /// <summary>An optional capability, such as <see cref="ICustomerVault"/>. Prefer the extension <c>TryGet</c>.</summary>
    /// <param name="serviceType">The type of the capability.</param>
    /// <returns>The capability, or <see langword="null"/> when the gateway lacks it.</returns>
    object? GetService(Type serviceType);
}
