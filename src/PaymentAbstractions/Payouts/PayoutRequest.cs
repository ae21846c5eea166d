namespace PaymentAbstractions;

/// <summary>A request to create or update a payout request: an amount that is to be paid out to a customer.</summary>
/// <remarks>Instances are immutable, compare by value and are thread-safe.</remarks>
public sealed record PayoutRequest
{
    /// <summary>The merchant's own id. A request with a known id is updated, so the call can be repeated safely.</summary>
    /// <value>
    /// The default is <see langword="null"/>: the provider assigns an id, and a call whose outcome is unknown must not simply be repeated.
    /// </value>
    public string? Id { get; init; }

    /// <summary>The amount to pay out, in major units, greater than zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The id of the customer, as payment requests name it.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The provider's id of the stored payment method to pay to.</summary>
    /// <value>The default is <see langword="null"/>: the customer or the merchant chooses it later.</value>
    public string? PaymentMethodId { get; init; }

    /// <summary>The purpose of the payout. Do not put personal data into it.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// The http or https address to which the provider sends the customer after the selection of a payment method at
    /// <see cref="Payout.SelectMethodUrl"/>. The provider defines the placeholder for the id of the payout request.
    /// </summary>
    public Uri? ReturnUrl { get; init; }
}
