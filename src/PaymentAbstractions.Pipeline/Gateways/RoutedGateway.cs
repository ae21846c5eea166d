namespace PaymentAbstractions;

/// <summary>
/// Follows one name, or <c>Default</c>, through all configurations. By default what names a transaction goes to the gateway that
/// made it.
/// </summary>
/// <param name="name">The name; none for <c>Default</c>.</param>
/// <param name="current">The gateway of the moment.</param>
/// <param name="find">The gateway of a name, or none.</param>
internal sealed class RoutedGateway(string? name, Func<IPaymentGateway> current, Func<string, IPaymentGateway?> find)
    : IPaymentGateway
{
    public string Name => name ?? Current.Name;

    public GatewayCapabilities Capabilities => Current.Capabilities;

    private IPaymentGateway Current => current();

    public Task<PaymentResult> SaleAsync(SaleRequest request, CancellationToken cancellationToken = default) =>
        Current.SaleAsync(request, cancellationToken);

    public Task<PaymentResult> AuthorizeAsync(
        AuthorizeRequest request,
        CancellationToken cancellationToken = default
    ) => Current.AuthorizeAsync(request, cancellationToken);

    public Task<PaymentResult> CaptureAsync(CaptureRequest request, CancellationToken cancellationToken = default) =>
        OwnerOf(request?.Authorization?.Gateway).CaptureAsync(request!, cancellationToken);

    public Task<PaymentResult> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default) =>
        OwnerOf(request?.Transaction?.Gateway).VoidAsync(request!, cancellationToken);

    public Task<PaymentResult> RefundAsync(RefundRequest request, CancellationToken cancellationToken = default) =>
        OwnerOf(request?.Transaction?.Gateway).RefundAsync(request!, cancellationToken);

    public Task<PaymentResult> CreditAsync(CreditRequest request, CancellationToken cancellationToken = default) =>
        Current.CreditAsync(request, cancellationToken);

    public Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default) =>
        OwnerOf(request?.Transaction?.Gateway ?? request?.Attempt?.Original?.Gateway ?? request?.Attempt?.Gateway)
            .FindAsync(request!, cancellationToken);

    public object? GetService(Type serviceType) => Current.GetService(serviceType);

    // A reference to a gateway that is gone is reported by the current one, with the name.
    private IPaymentGateway OwnerOf(string? owner) =>
        name is null && owner is not null ? find(owner) ?? Current : Current;
}
