namespace PaymentAbstractions;

/// <summary>The base class of decorators: it forwards every call. Override the members that you want to change.</summary>
/// <remarks>
/// Optional capabilities of the inner gateway that also charge (<see cref="IHostedPayment"/>, <see cref="IPaymentMethodSetup"/>) bypass the
/// overridden members; override <see cref="GetService"/> if they must not. Instances are thread-safe if the inner gateway and the overrides
/// are.
/// </remarks>
public abstract class DelegatingPaymentGateway : IPaymentGateway
{
    /// <summary>Wraps a gateway.</summary>
    /// <param name="inner">The gateway that receives the calls.</param>
    protected DelegatingPaymentGateway(IPaymentGateway inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Inner = inner;
    }

    /// <inheritdoc />
    public virtual string Name => Inner.Name;

    /// <inheritdoc />
    public virtual GatewayCapabilities Capabilities => Inner.Capabilities;

    /// <summary>The gateway that receives the calls.</summary>
    protected IPaymentGateway Inner { get; }

    /// <inheritdoc />
    public virtual Task<PaymentResult> SaleAsync(SaleRequest request, CancellationToken cancellationToken = default) =>
        Inner.SaleAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual Task<PaymentResult> AuthorizeAsync(
        AuthorizeRequest request,
        CancellationToken cancellationToken = default
    ) => Inner.AuthorizeAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual Task<PaymentResult> CaptureAsync(
        CaptureRequest request,
        CancellationToken cancellationToken = default
    ) => Inner.CaptureAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual Task<PaymentResult> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default) =>
        Inner.VoidAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual Task<PaymentResult> RefundAsync(
        RefundRequest request,
        CancellationToken cancellationToken = default
    ) => Inner.RefundAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual Task<PaymentResult> CreditAsync(
        CreditRequest request,
        CancellationToken cancellationToken = default
    ) => Inner.CreditAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default) =>
        Inner.FindAsync(request, cancellationToken);

    /// <inheritdoc />
    public virtual object? GetService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceType.IsInstanceOfType(this) ? this : Inner.GetService(serviceType);
    }
}
