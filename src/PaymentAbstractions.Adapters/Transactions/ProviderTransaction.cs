using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

/// <summary>The facts that an answer shows about a transaction. Leave out what the answer does not show.</summary>
/// <remarks>Copy texts as the provider wrote them; the toolkit masks them before they reach a result. Immutable.</remarks>
public sealed record ProviderTransaction
{
    private readonly bool _hasReturnable;

    /// <summary>The provider's id.</summary>
    public string? Id { get; init; }

    /// <summary>What kind of transaction it is.</summary>
    public PaymentOperation Type { get; init; }

    /// <summary>What the provider's own status says.</summary>
    public ProviderStatus Status { get; init; }

    /// <summary>The requested amount, as the provider repeats it.</summary>
    public Money? Requested { get; init; }

    /// <summary>The processed amount. A conversion or an adjustment may make it differ from the requested one.</summary>
    public Money? Processed { get; init; }

    /// <summary>The amount that a void or a full refund gives back.</summary>
    /// <value>
    /// Default: <see cref="Processed"/>, or <see cref="Requested"/>. Set it to <see langword="null"/> when the answer hides it.
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
    /// Whether the provider says that it changed the amount. Without this, a higher processed amount contradicts the request.
    /// </summary>
    public bool IsAdjusted { get; init; }

    /// <summary>One sentence that says why the amounts cannot be trusted; <see langword="null"/> when they can.</summary>
    public string? AmountProblem { get; init; }

    /// <summary>
    /// One sentence that says how the answer contradicts itself; <see langword="null"/> when it does not. It proves nothing then.
    /// </summary>
    public string? Contradiction { get; init; }

    /// <summary>Whether an authorization waits for its capture. False for other types.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether money of it has reached the merchant, so that it can be refunded but not voided.</summary>
    public bool IsSettled { get; init; }

    /// <summary>Whether some or all of it was given back by refunds.</summary>
    public bool IsReturned { get; init; }

    /// <summary>Whether it only records what was paid elsewhere. An answer that differs in this from the request proves nothing.</summary>
    public bool IsRecordOnly { get; init; }

    /// <summary>The idempotency key that the provider shows.</summary>
    public string? WireKey { get; init; }

    /// <summary>The id of the customer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The id of the transaction that this capture, void or refund belongs to.</summary>
    public string? ParentId { get; init; }

    /// <summary>The ids of its captures, voids and refunds. The toolkit reads them when they matter.</summary>
    public ValueList<string> ChildIds { get; init; } = [];

    /// <summary>The description that was sent, with its mark if it has one.</summary>
    public string? Description { get; init; }

    /// <summary>The provider's own words and ids.</summary>
    public ProviderDetails Provider { get; init; } = ProviderDetails.None;

    /// <summary>The response code as the provider shows it, if it shows one.</summary>
    public string? ResponseCode { get; init; }

    /// <summary>Mastercard's merchant advice code as the provider passes it on, if it does; two digits.</summary>
    public string? MerchantAdviceCode { get; init; }

    /// <summary>The answer of the address verification, one letter or more.</summary>
    public string? AvsCode { get; init; }

    /// <summary>The answer of the check of the security code.</summary>
    public string? CvvCode { get; init; }

    /// <summary>
    /// The result of the address verification, where the provider sends words or numbers and no letter: see
    /// <see cref="AvsResult.FromStripe"/>
    /// and its neighbors. Used in place of <see cref="AvsCode"/>.
    /// </summary>
    public AvsResult? Avs { get; init; }

    /// <summary>The result of the security code's check, likewise. Used in place of <see cref="CvvCode"/>.</summary>
    public CvvResult? Cvv { get; init; }

    /// <summary>The result of 3-D Secure.</summary>
    public ThreeDSecureResult? ThreeDSecure { get; init; }

    /// <summary>The card or account.</summary>
    public PaymentMethodDetails PaymentMethod { get; init; } = PaymentMethodDetails.None;

    /// <summary>What the statement of the customer shows.</summary>
    public string? BillingDescriptor { get; init; }

    /// <summary>The level of commercial card data that it was taken at.</summary>
    public CommercialDataLevel? DataLevel { get; init; }

    /// <summary>What the customer has to do. Used only with the status <see cref="ProviderStatus.WaitingForCustomer"/>.</summary>
    public NextAction? NextAction { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was settled.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When the authorization lapses.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether it is disputed, and how that stands.</summary>
    public DisputeStatus Dispute { get; init; }

    /// <summary>The revision of the transaction, which grows with every change.</summary>
    public long? Revision { get; init; }

    /// <summary>The account that processed it, if the provider has several.</summary>
    public string? ProcessingAccountId { get; init; }

    /// <summary>The names of values that could not be read and were treated as absent. The toolkit counts them.</summary>
    public ValueList<string> UnreadableFields { get; init; } = [];

    /// <summary>
    /// Makes what only this provider shows, of the type that its package brings; the function masks a text. Called when somebody asks for
    /// it
    /// (<see cref="PaymentResult.As{T}"/>).
    /// </summary>
    /// <value>The default is an empty list.</value>
    public Func<Func<string?, string?>, object>? View { get; init; }

    /// <summary>The answer that showed it.</summary>
    internal TransportAnswer? Answer { get; init; }

    /// <summary>The id alone.</summary>
    /// <returns>One safe line.</returns>
    public override string ToString() => $"{Type} {Id}";
}
