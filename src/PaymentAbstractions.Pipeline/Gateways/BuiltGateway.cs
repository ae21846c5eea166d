namespace PaymentAbstractions;

/// <summary>A configured gateway, the same with the application's decorators, and what its configuration was.</summary>
internal sealed record BuiltGateway(ConfiguredGateway Configured, IPaymentGateway Gateway, string Fingerprint);
