namespace PaymentAbstractions;

/// <summary>A user's own decorator, applied to every gateway; the first added is the outermost.</summary>
internal sealed record GatewayDecorator(Func<IServiceProvider, IPaymentGateway, IPaymentGateway> Decorate);
