namespace PaymentAbstractions;

/// <summary>A decorator of the application, applied to every gateway. The first decorator is the outermost.</summary>
internal sealed record GatewayDecorator(Func<IServiceProvider, IPaymentGateway, IPaymentGateway> Decorate);
