namespace PaymentAbstractions;

/// <summary>
/// Follows one name, or <c>Default</c>, through configuration changes. By default, a request that names a transaction goes to the gateway
/// that made it.
/// </summary>
/// <param name="name">The name; <see langword="null"/> for <c>Default</c>.</param>
/// <param name="current">Returns the current gateway.</param>
/// <param name="find">Returns the gateway with a name, or <see langword="null"/>.</param>
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

    // The current gateway reports a reference to a gateway that no longer exists, with its name.
    private IPaymentGateway OwnerOf(string? owner) =>
        name is null && owner is not null ? find(owner) ?? Current : Current;
}
