namespace PaymentAbstractions.Adapters.Tests;

/// <summary>What Acme alone shows.</summary>
internal sealed record AcmePayment(string Text);
