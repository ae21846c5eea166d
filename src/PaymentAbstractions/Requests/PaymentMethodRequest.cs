using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>What every request that names a payment method has in common.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(SaleRequest), "Sale")]
[JsonDerivedType(typeof(AuthorizeRequest), "Authorize")]
[JsonDerivedType(typeof(CreditRequest), "Credit")]
[JsonDerivedType(typeof(SetupRequest), "Setup")]
public abstract record PaymentMethodRequest : PaymentRequest
{
    private protected PaymentMethodRequest() { }

    /// <summary>How much.</summary>
    public new required Money Amount { get; init; }

    /// <summary>How the customer pays or is paid.</summary>
    public required PaymentMethod PaymentMethod { get; init; }

    /// <summary>The customer as the provider knows them; most providers need one.</summary>
    public Customer? Customer { get; init; }

    /// <summary>The address that the payment method is registered under.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>How a stored method is used.</summary>
    public StoredCredentialUse StoredCredentialUse { get; init; }

    /// <summary>
    /// The id that the card network gave the payment with which the method was stored, for a later use of it by the merchant; the result
    /// of that payment has it in <see cref="ProviderDetails.NetworkTransactionId"/>. Refused where the provider has no field for it.
    /// </summary>
    public string? NetworkTransactionId { get; init; }

    /// <summary>
    /// The result of a 3-D Secure authentication that was carried out elsewhere. Refused where the provider has no field for it.
    /// </summary>
    public ThreeDSecureAuthentication? ThreeDSecure { get; init; }

    /// <summary>What is known of the shopper's device.</summary>
    public ShopperContext? Shopper { get; init; }

    /// <summary>Where the provider sends the customer after an approval elsewhere.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>Where the provider posts a notification of the final result; a hint, never a proof.</summary>
    public Uri? NotificationUrl { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string? CustomerId => Customer?.Id;

    /// <summary>Whether the merchant began it with a stored credential, so that the customer has no part in it.</summary>
    [JsonIgnore]
    public bool IsMerchantInitiated => StoredCredentialUse >= StoredCredentialUse.MerchantRecurring;

    /// <summary>Whether 3-D Secure authenticated the customer; an attempt, or one that failed, did not.</summary>
    [JsonIgnore]
    public bool IsAuthenticated => ThreeDSecure?.Status == ThreeDSecureStatus.Authenticated;

    private protected override Money? RequestedAmount => Amount;
}
