using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>How a customer pays: a closed set, so that an adapter can be checked for every form.</summary>
/// <remarks>Immutable and thread-safe. Card data and tokens in it print as masks.</remarks>
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

    /// <summary>Which form it is.</summary>
    [JsonIgnore]
    public abstract PaymentMethodKind Kind { get; }

    /// <summary>A method that the provider keeps, by its id.</summary>
    /// <param name="id">The provider's id of the stored method.</param>
    /// <returns>The method.</returns>
    public static StoredPaymentMethod Stored(string id) => new() { Id = id };

    /// <summary>A one-time token from the provider's browser library.</summary>
    /// <param name="token">The token.</param>
    /// <returns>The method.</returns>
    public static TokenPaymentMethod Token(string token) => new() { Token = new PaymentToken(token) };
}
