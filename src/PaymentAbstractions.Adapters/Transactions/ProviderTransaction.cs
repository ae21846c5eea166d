using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

/// <summary>What an answer shows of a transaction: facts, never conclusions. What is left out was not shown.</summary>
/// <remarks>Texts may be as the provider wrote them; the toolkit masks what it passes on. Immutable.</remarks>
public sealed record ProviderTransaction
{
    private readonly bool _hasReturnable;

    /// <summary>The provider's id.</summary>
    public string? Id { get; init; }

    /// <summary>What kind of transaction it is.</summary>
    public PaymentOperation Type { get; init; }

    /// <summary>What the provider's words say.</summary>
    public ProviderStatus Status { get; init; }

    /// <summary>The amount that was asked for.</summary>
    public Money? Requested { get; init; }

    /// <summary>The amount that was processed, which a conversion or an adjustment may have changed.</summary>
    public Money? Processed { get; init; }

    /// <summary>What a void or refund of the whole gives back.</summary>
    /// <value>Default: what was processed, or what was asked for. Set to <see langword="null"/> where it is hidden.</value>
    public Money? Returnable
    {
        get => _hasReturnable ? field : Processed ?? Requested;
        init
        {
            field = value;
            _hasReturnable = true;
        }
    }

    /// <summary>Whether the provider says itself that it changed the amount, so that a higher one is no contradiction.</summary>
    public bool IsAdjusted { get; init; }

    /// <summary>Why the amounts cannot be trusted, in one sentence; none where they can.</summary>
    public string? AmountProblem { get; init; }

    /// <summary>How the answer contradicts itself, in one sentence; none where it does not.</summary>
    public string? Contradiction { get; init; }

    /// <summary>Whether an authorization waits for its capture; not for other types.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether money of it has reached the merchant, so that it can be refunded but not voided.</summary>
    public bool IsSettled { get; init; }

    /// <summary>Whether some or all of it was given back by refunds.</summary>
    public bool IsReturned { get; init; }

    /// <summary>The key that the provider shows, as it came on the wire.</summary>
    public string? WireKey { get; init; }

    /// <summary>The customer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The transaction that it belongs to.</summary>
    public string? ParentId { get; init; }

    /// <summary>Its captures, voids and refunds, by their ids; they are read where they matter.</summary>
    public ValueList<string> ChildIds { get; init; } = [];

    /// <summary>The description, as it was sent.</summary>
    public string? Description { get; init; }

    /// <summary>The provider's own words and ids.</summary>
    public ProviderDetails Provider { get; init; } = ProviderDetails.None;

    /// <summary>The response code as the provider shows it, if it shows one.</summary>
    public string? ResponseCode { get; init; }

    /// <summary>The answer of the address verification, one letter or more.</summary>
    public string? AvsCode { get; init; }

    /// <summary>The answer of the check of the security code.</summary>
    public string? CvvCode { get; init; }

    /// <summary>What is told of 3-D Secure.</summary>
    public ThreeDSecureResult? ThreeDSecure { get; init; }

    /// <summary>The card or account.</summary>
    public PaymentMethodDetails PaymentMethod { get; init; } = PaymentMethodDetails.None;

    /// <summary>What the statement of the customer shows.</summary>
    public string? BillingDescriptor { get; init; }

    /// <summary>The level of commercial card data that it was taken at.</summary>
    public CommercialDataLevel? DataLevel { get; init; }

    /// <summary>What the customer has to do; it counts while the status says so.</summary>
    public NextAction? NextAction { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was settled.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When the authorization lapses.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether it is disputed, and how that stands.</summary>
    public DisputeStatus Dispute { get; init; }

    /// <summary>The number of its state, higher with every change.</summary>
    public long? Revision { get; init; }

    /// <summary>The account at or behind the provider that processed it, where there are several.</summary>
    public string? ProcessingAccountId { get; init; }

    /// <summary>The values of the answer that could not be read and were taken as absent, by their names. They are counted.</summary>
    public ValueList<string> UnreadableFields { get; init; } = [];

    /// <summary>The answer that showed it.</summary>
    internal TransportAnswer? Answer { get; init; }

    /// <summary>The id alone.</summary>
    /// <returns>One safe line.</returns>
    public override string ToString() => $"{Type} {Id}";
}
