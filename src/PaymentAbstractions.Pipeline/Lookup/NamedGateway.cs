namespace PaymentAbstractions;

/// <summary>Follows one name through all configurations.</summary>
internal sealed class NamedGateway(PaymentGateways gateways, string name) : IPaymentGateway
{
    public string Name => name;

    public GatewayCapabilities Capabilities => Current.Capabilities;

    private IPaymentGateway Current => gateways.Snapshot.Get(name);

    public Task<PaymentResult> SaleAsync(SaleRequest request, CancellationToken cancellationToken = default) =>
        Current.SaleAsync(request, cancellationToken);

    public Task<PaymentResult> AuthorizeAsync(
        AuthorizeRequest request,
        CancellationToken cancellationToken = default
    ) => Current.AuthorizeAsync(request, cancellationToken);

    public Task<PaymentResult> CaptureAsync(CaptureRequest request, CancellationToken cancellationToken = default) =>
        Current.CaptureAsync(request, cancellationToken);

    public Task<PaymentResult> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default) =>
        Current.VoidAsync(request, cancellationToken);

    public Task<PaymentResult> RefundAsync(RefundRequest request, CancellationToken cancellationToken = default) =>
        Current.RefundAsync(request, cancellationToken);

    public Task<PaymentResult> CreditAsync(CreditRequest request, CancellationToken cancellationToken = default) =>
        Current.CreditAsync(request, cancellationToken);

    public Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default) =>
        Current.FindAsync(request, cancellationToken);

    public object? GetService(Type serviceType) => Current.GetService(serviceType);
}
