namespace PaymentAbstractions.Testing.Tests.CheckoutExample;

/// <summary>An order of a shop. The attempt counts up with every new key, and only then.</summary>
public sealed record Order(string Number, Money Total, string CardToken, int Attempt = 1);
