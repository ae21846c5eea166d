namespace PaymentAbstractions;

/// <summary>The base class of all exceptions that this library throws on purpose.</summary>
/// <remarks>
/// What a provider or a network does to a payment is a <c>PaymentResult</c>, never an exception. These exceptions report mistakes of the
/// caller or in the configuration, and data that cannot be read, for example a list. Messages never contain secrets or card data.
/// </remarks>
public abstract class PaymentException : Exception
{
    private protected PaymentException(string message)
        : base(message) { }
}
