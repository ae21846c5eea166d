namespace PaymentAbstractions;

/// <summary>The base of every exception that this library throws on purpose.</summary>
/// <remarks>
/// What a provider or a network does to a payment is a <c>PaymentResult</c>, never an exception. These exceptions are for mistakes of the
/// caller and of the configuration, and for what cannot be read, for example a list. Messages never contain secrets or card data.
/// </remarks>
public abstract class PaymentException : Exception
{
    private protected PaymentException(string message)
        : base(message) { }
}
