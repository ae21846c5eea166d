namespace PaymentAbstractions;

/// <summary>Exposes a configured gateway through the contract. Every operation passes through the pipeline.</summary>
internal sealed class PipelineGateway(ConfiguredGateway configured, PaymentPipeline pipeline)
    : IPaymentGateway,
        IPaymentMethodSetup
{
    public string Name => configured.Name;

    public GatewayCapabilities Capabilities => configured.Capabilities;

    public Task<PaymentResult> SaleAsync(SaleRequest request, CancellationToken cancellationToken = default) =>
        pipeline.RunAsync(configured, request, cancellationToken);

    public Task<PaymentResult> AuthorizeAsync(
        AuthorizeRequest request,
        CancellationToken cancellationToken = default
    ) => pipeline.RunAsync(configured, request, cancellationToken);

    public Task<PaymentResult> CaptureAsync(CaptureRequest request, CancellationToken cancellationToken = default) =>
        pipeline.RunAsync(configured, request, cancellationToken);

    public Task<PaymentResult> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default) =>
        pipeline.RunAsync(configured, request, cancellationToken);

    public Task<PaymentResult> RefundAsync(RefundRequest request, CancellationToken cancellationToken = default) =>
        pipeline.RunAsync(configured, request, cancellationToken);

    public Task<PaymentResult> CreditAsync(CreditRequest request, CancellationToken cancellationToken = default) =>
        pipeline.RunAsync(configured, request, cancellationToken);

    public Task<PaymentResult> SetupAsync(SetupRequest request, CancellationToken cancellationToken = default) =>
        pipeline.RunAsync(configured, request, cancellationToken);

    public Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default) =>
        pipeline.FindAsync(configured, request, cancellationToken);

    public object? GetService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceType == typeof(IPaymentMethodSetup))
        {
            return Capabilities.Supports(PaymentOperation.Setup) ? this : null;
        }

        if (serviceType == typeof(IHostedPayment))
        {
            // The pipeline provides this capability, because it moves money; an adapter never does.
            return Capabilities.Hosted is null ? null : new HostedPayment(configured, pipeline);
        }

        if (
            (serviceType == typeof(IPaymentMethodCatalog) && !Capabilities.PaymentMethodCatalog)
            || (serviceType == typeof(ITransactionSearch) && Capabilities.Search is null)
            || (serviceType == typeof(IPayouts) && !Capabilities.Payouts)
        )
        {
            return null;
        }

        return configured.Adapter.GetService(serviceType) switch
        {
            ICustomerVault vault when serviceType == typeof(ICustomerVault) => new CheckedVault(configured, vault),
            IPaymentMethodCatalog catalog when serviceType == typeof(IPaymentMethodCatalog) => new CheckedCatalog(
                configured,
                catalog
            ),
            ITransactionSearch search when serviceType == typeof(ITransactionSearch) => new CheckedSearch(
                configured,
                search
            ),
            IPayouts payouts when serviceType == typeof(IPayouts) => new CheckedPayouts(configured, payouts),
            var service => service,
        };
    }
}
