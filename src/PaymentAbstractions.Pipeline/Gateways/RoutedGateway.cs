namespace PaymentAbstractions;

/// <summary>
/// Follows one name, or <c>Default</c>, through all configurations. By default what names a transaction goes to the gateway that
/// made it.
/// </summary>
internal sealed class RoutedGateway(PaymentGateways gateways, string? name) : IPaymentGateway
{
    public string Name => name ?? Current.Name;

    public GatewayCapabilities Capabilities => Current.Capabilities;

    private IPaymentGateway Current => name is null ? gateways.Snapshot.Default : gateways.Snapshot.Get(name);

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
        name is null && owner is not null ? gateways.Snapshot.Find(owner) ?? Current : Current;
}
