namespace PaymentAbstractions.Testing;

/// <summary>A fake gateway has no options of its own.</summary>
internal sealed class FakeOptions : GatewayOptions;
