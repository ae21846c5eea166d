namespace PaymentAbstractions.Testing.Tests.CheckoutExample;

/// <summary>An order of a shop. The attempt number increases only with a new key.</summary>
public sealed record Order(string Number, Money Total, string CardToken, int Attempt = 1);
