namespace PaymentAbstractions.Adapters.Tests;

/// <summary>Values that only Acme has.</summary>
internal sealed record AcmePayment(string Text);
