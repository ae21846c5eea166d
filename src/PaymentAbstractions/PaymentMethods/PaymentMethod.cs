using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>How a customer pays. The set of kinds is closed, so that adapters can be checked for every kind.</summary>
/// <remarks>Instances are immutable and thread-safe. Card data and tokens in them print as masks.</remarks>
[JsonPolymorphic]
[JsonDerivedType(typeof(StoredPaymentMethod), "Stored")]
[JsonDerivedType(typeof(TokenPaymentMethod), "Token")]
[JsonDerivedType(typeof(PaymentCard), "PaymentCard")]
[JsonDerivedType(typeof(BbanBankAccount), "BbanBankAccount")]
[JsonDerivedType(typeof(IbanBankAccount), "IbanBankAccount")]
[JsonDerivedType(typeof(CustomerDefaultPaymentMethod), "CustomerDefault")]
[JsonDerivedType(typeof(CustomerChoicePaymentMethod), "CustomerChoice")]
public abstract record PaymentMethod
{
    private protected PaymentMethod() { }

    /// <summary>The kind of payment method.</summary>
    [JsonIgnore]
    public abstract PaymentMethodKind Kind { get; }

    /// <summary>Creates a stored payment method from its id.</summary>
    /// <param name="id">The provider's id of the stored method.</param>
    /// <returns>The method.</returns>
    public static StoredPaymentMethod Stored(string id) => new() { Id = id };

    /// <summary>Creates a payment method from a one-time token of the provider's browser library.</summary>
    /// <param name="token">The token.</param>
    /// <returns>The method.</returns>
    public static TokenPaymentMethod Token(string token) => new() { Token = new PaymentToken(token) };
}
