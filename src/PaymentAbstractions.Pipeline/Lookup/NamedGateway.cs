namespace PaymentAbstractions;

/// <summary>Follows one name through all configurations.</summary>
internal sealed class NamedGateway(PaymentGateways gateways, string name) : IPaymentGateway
{
    public string Name => name;

    public GatewayCapabilities Capabilities => Current.Capabilities;

    private IPaymentGateway Current => gateways.Snapshot.Get(name);

    public Task<PaymentResult> SaleAsync(SaleRequest request, CancellationToken cancellationToken = default) =>
        RouteAsync(request, static (gateway, request, token) => gateway.SaleAsync(request, token), cancellationToken);

    public Task<PaymentResult> AuthorizeAsync(
        AuthorizeRequest request,
        CancellationToken cancellationToken = default
    ) =>
        RouteAsync(
            request,
            static (gateway, request, token) => gateway.AuthorizeAsync(request, token),
            cancellationToken
        );

    public Task<PaymentResult> CaptureAsync(CaptureRequest request, CancellationToken cancellationToken = default) =>
        RouteAsync(
            request,
            static (gateway, request, token) => gateway.CaptureAsync(request, token),
            cancellationToken
        );

    public Task<PaymentResult> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default) =>
        RouteAsync(request, static (gateway, request, token) => gateway.VoidAsync(request, token), cancellationToken);

    public Task<PaymentResult> RefundAsync(RefundRequest request, CancellationToken cancellationToken = default) =>
        RouteAsync(request, static (gateway, request, token) => gateway.RefundAsync(request, token), cancellationToken);

    public Task<PaymentResult> CreditAsync(CreditRequest request, CancellationToken cancellationToken = default) =>
        RouteAsync(request, static (gateway, request, token) => gateway.CreditAsync(request, token), cancellationToken);

    public Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default) =>
        Current.FindAsync(request, cancellationToken);

    public object? GetService(Type serviceType) => Current.GetService(serviceType);

    private async Task<PaymentResult> RouteAsync<TRequest>(
        TRequest request,
        Func<IPaymentGateway, TRequest, CancellationToken, Task<PaymentResult>> send,
        CancellationToken cancellationToken
    )
        where TRequest : PaymentRequest
    {
        var gateway = await gateways.Routing.RouteAsync(request, Current, cancellationToken).ConfigureAwait(false);
        return await send(gateway, request, cancellationToken).ConfigureAwait(false);
    }
}
