using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

/// <summary>The facts about a transaction in an answer. Leave out what the answer does not show.</summary>
/// <remarks>Copy texts as the provider wrote them; the toolkit masks them before they reach a result. Immutable.</remarks>
public sealed record ProviderTransaction
{
    private readonly bool _hasReturnable;

    /// <summary>The provider's id.</summary>
    public string? Id { get; init; }

    /// <summary>The type of the transaction.</summary>
    public PaymentOperation Type { get; init; }

    /// <summary>The meaning of the provider's own status.</summary>
    public ProviderStatus Status { get; init; }

    /// <summary>The requested amount, as the provider repeats it.</summary>
    public Money? Requested { get; init; }

    /// <summary>The processed amount. A conversion or an adjustment may make it differ from the requested one.</summary>
    public Money? Processed { get; init; }

    /// <summary>The amount that a void or a full refund returns.</summary>
    /// <value>
    /// The default is <see cref="Processed"/>, or <see cref="Requested"/> when that is <see langword="null"/>. Set it to
    /// <see langword="null"/> when the answer hides it.
    /// </value>
    public Money? Returnable
    {
        get => _hasReturnable ? field : Processed ?? Requested;
        init
        {
            field = value;
            _hasReturnable = true;
        }
    }

    /// <summary>
    /// Whether the provider reports that it changed the amount. Otherwise, a higher processed amount contradicts the request.
    /// </summary>
    public bool IsAdjusted { get; init; }

    /// <summary>One sentence with the reason why the amounts cannot be trusted; <see langword="null"/> when they can.</summary>
    public string? AmountProblem { get; init; }

    /// <summary>
    /// One sentence that describes how the answer contradicts itself; <see langword="null"/> when it does not. An answer that contradicts
    /// itself proves nothing.
    /// </summary>
    public string? Contradiction { get; init; }

    /// <summary>Whether an authorization waits for its capture. <see langword="false"/> for other types.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether money has reached the merchant, so that the transaction can be refunded but not voided.</summary>
    public bool IsSettled { get; init; }

    /// <summary>Whether it was refunded, in full or in part.</summary>
    public bool IsReturned { get; init; }

    /// <summary>
    /// Whether it only records a payment that took place elsewhere. An answer that differs from the request in this respect proves nothing.
    /// </summary>
    public bool IsRecordOnly { get; init; }

    /// <summary>The idempotency key in the answer.</summary>
    public string? WireKey { get; init; }

    /// <summary>The id of the customer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The id of the transaction that this capture, void or refund belongs to.</summary>
    public string? ParentId { get; init; }

    /// <summary>The ids of its captures, voids and refunds. The toolkit reads them when they matter.</summary>
    public ValueList<string> ChildIds { get; init; } = [];

    /// <summary>The description that was sent, with its mark if it has one.</summary>
    public string? Description { get; init; }

    /// <summary>The provider's own texts and ids.</summary>
    public ProviderDetails Provider { get; init; } = ProviderDetails.None;

    /// <summary>The response code as the provider shows it, if it shows one.</summary>
    public string? ResponseCode { get; init; }

    /// <summary>Mastercard's merchant advice code as the provider passes it on, if it does; two digits.</summary>
    public string? MerchantAdviceCode { get; init; }

    /// <summary>The result of the address verification, one letter or more.</summary>
    public string? AvsCode { get; init; }

    /// <summary>The result of the security code check.</summary>
    public string? CvvCode { get; init; }

    /// <summary>
    /// The result of the address verification, if the provider sends words or numbers instead of a letter: see
    /// <see cref="AvsResult.FromStripe"/> and similar methods. It replaces <see cref="AvsCode"/>.
    /// </summary>
    public AvsResult? Avs { get; init; }

    /// <summary>The result of the security code check in the same case. It replaces <see cref="CvvCode"/>.</summary>
    public CvvResult? Cvv { get; init; }

    /// <summary>The result of 3-D Secure.</summary>
    public ThreeDSecureResult? ThreeDSecure { get; init; }

    /// <summary>The card or account.</summary>
    public PaymentMethodDetails PaymentMethod { get; init; } = PaymentMethodDetails.None;

    /// <summary>The text on the customer's statement.</summary>
    public string? BillingDescriptor { get; init; }

    /// <summary>The level of commercial card data at which it was accepted.</summary>
    public CommercialDataLevel? DataLevel { get; init; }

    /// <summary>What the customer must do. Used only with the status <see cref="ProviderStatus.WaitingForCustomer"/>.</summary>
    public NextAction? NextAction { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was settled.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When the authorization expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The status of a dispute.</summary>
    public DisputeStatus Dispute { get; init; }

    /// <summary>The revision of the transaction, which grows with every change.</summary>
    public long? Revision { get; init; }

    /// <summary>The account that processed it, if the provider has several.</summary>
    public string? ProcessingAccountId { get; init; }

    /// <summary>The names of values that could not be read and were treated as absent. The toolkit counts them.</summary>
    public ValueList<string> UnreadableFields { get; init; } = [];

    /// <summary>
    /// Creates the provider-specific data, of the type that the provider's package defines; the argument masks a text. It must read the
    /// answer only. It is called when <see cref="PaymentResult.As{T}"/> is used for the first time, or at once when the answer may repeat the
    /// card, the account or the token of the request.
    /// </summary>
    /// <value>The default is <see langword="null"/>.</value>
    public Func<Func<string?, string?>, object>? View { get; init; }

    /// <summary>The answer in which it was shown.</summary>
    internal TransportAnswer? Answer { get; init; }

    /// <summary>Returns the type and the id.</summary>
    /// <returns>One safe line.</returns>
    public override string ToString() => $"{Type} {Id}";
}
