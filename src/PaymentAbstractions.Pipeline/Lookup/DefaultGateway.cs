namespace PaymentAbstractions;

/// <summary>
/// Follows <c>Default</c>; what names a transaction goes to the gateway that made it, and a key that the journal knows to the one
/// that has it.
/// </summary>
internal sealed class DefaultGateway(PaymentGateways gateways) : IPaymentGateway
{
    public string Name => Current.Name;

    public GatewayCapabilities Capabilities => Current.Capabilities;

    private IPaymentGateway Current => gateways.Snapshot.Default;

    public Task<PaymentResult> SaleAsync(SaleRequest request, CancellationToken cancellationToken = default) =>
        RouteAsync(
            request!,
            null,
            static (gateway, request, token) => gateway.SaleAsync(request, token),
            cancellationToken
        );

    public Task<PaymentResult> AuthorizeAsync(
        AuthorizeRequest request,
        CancellationToken cancellationToken = default
    ) =>
        RouteAsync(
            request!,
            null,
            static (gateway, request, token) => gateway.AuthorizeAsync(request, token),
            cancellationToken
        );

    public Task<PaymentResult> CaptureAsync(CaptureRequest request, CancellationToken cancellationToken = default) =>
        RouteAsync(
            request!,
            request?.Authorization?.Gateway,
            static (gateway, request, token) => gateway.CaptureAsync(request, token),
            cancellationToken
        );

    public Task<PaymentResult> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default) =>
        RouteAsync(
            request!,
            request?.Transaction?.Gateway,
            static (gateway, request, token) => gateway.VoidAsync(request, token),
            cancellationToken
        );

    public Task<PaymentResult> RefundAsync(RefundRequest request, CancellationToken cancellationToken = default) =>
        RouteAsync(
            request!,
            request?.Transaction?.Gateway,
            static (gateway, request, token) => gateway.RefundAsync(request, token),
            cancellationToken
        );

    public Task<PaymentResult> CreditAsync(CreditRequest request, CancellationToken cancellationToken = default) =>
        RouteAsync(
            request!,
            null,
            static (gateway, request, token) => gateway.CreditAsync(request, token),
            cancellationToken
        );

    public Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default) =>
        OwnerOf(request?.Transaction?.Gateway ?? request?.Attempt?.Original?.Gateway ?? request?.Attempt?.Gateway)
            .FindAsync(request!, cancellationToken);

    public object? GetService(Type serviceType) => Current.GetService(serviceType);

    private async Task<PaymentResult> RouteAsync<TRequest>(
        TRequest request,
        string? owner,
        Func<IPaymentGateway, TRequest, CancellationToken, Task<PaymentResult>> send,
        CancellationToken cancellationToken
    )
        where TRequest : PaymentRequest
    {
        var gateway = await gateways
            .Routing.RouteAsync(request, OwnerOf(owner), cancellationToken)
            .ConfigureAwait(false);
        return await send(gateway, request, cancellationToken).ConfigureAwait(false);
    }

    // A reference to a gateway that is gone is reported by the current one, with the name.
    private IPaymentGateway OwnerOf(string? gateway)
    {
        var snapshot = gateways.Snapshot;
        return gateway is null ? snapshot.Default : snapshot.Find(gateway) ?? snapshot.Default;
    }
}
