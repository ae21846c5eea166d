using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>The common members of all requests that name a payment method.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(SaleRequest), "Sale")]
[JsonDerivedType(typeof(AuthorizeRequest), "Authorize")]
[JsonDerivedType(typeof(CreditRequest), "Credit")]
[JsonDerivedType(typeof(SetupRequest), "Setup")]
public abstract record PaymentMethodRequest : PaymentRequest
{
    private protected PaymentMethodRequest() { }

    /// <summary>The amount.</summary>
    public new required Money Amount { get; init; }

    /// <summary>How the customer pays or is paid.</summary>
    public required PaymentMethod PaymentMethod { get; init; }

    /// <summary>The customer as the provider knows them. Most providers require one.</summary>
    public Customer? Customer { get; init; }

    /// <summary>The address that the payment method is registered with.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>How a stored payment method is used.</summary>
    public StoredCredentialUse StoredCredentialUse { get; init; }

    /// <summary>
    /// The id that the card network assigned to the payment with which the method was stored, for a later use by the merchant. The result
    /// of that payment has it in <see cref="ProviderDetails.NetworkTransactionId"/>. Refused if the provider has no field for it.
    /// </summary>
    public string? NetworkTransactionId { get; init; }

    /// <summary>The result of a 3-D Secure authentication that took place elsewhere. Refused if the provider has no field for it.</summary>
    public ThreeDSecureAuthentication? ThreeDSecure { get; init; }

    /// <summary>What is known about the shopper's device.</summary>
    public ShopperContext? Shopper { get; init; }

    /// <summary>The address to which the provider sends the customer after an approval at the provider.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>
    /// The address to which the provider posts a notification of the final result. A notification is a hint, not a proof.
    /// </summary>
    public Uri? NotificationUrl { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string? CustomerId => Customer?.Id;

    /// <summary>Whether the merchant started the payment with a stored credential, without the customer.</summary>
    [JsonIgnore]
    public bool IsMerchantInitiated => StoredCredentialUse >= StoredCredentialUse.MerchantRecurring;

    /// <summary>Whether 3-D Secure authenticated the customer. <see langword="false"/> for an attempted or failed authentication.</summary>
    [JsonIgnore]
    public bool IsAuthenticated => ThreeDSecure?.Status == ThreeDSecureStatus.Authenticated;

    private protected override Money? RequestedAmount => Amount;
}
