namespace PaymentAbstractions;

/// <summary>Asks to keep a payout request: an amount that is to be paid out to a customer.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record PayoutRequest
{
    /// <summary>The merchant's own id, by which the request is created or updated, so that the call may be repeated.</summary>
    /// <value>Default <see langword="null"/>: the provider gives an id, and a call in doubt must not be repeated blindly.</value>
    public string? Id { get; init; }

    /// <summary>How much is to be paid out, in major units, greater than zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The id of the customer, as payments name it.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The provider's id of the stored payment method to pay to.</summary>
    /// <value>Default <see langword="null"/>: the customer or the merchant chooses it later.</value>
    public string? PaymentMethodId { get; init; }

    /// <summary>What it is for. Do not put personal data into it.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// Where the provider sends the customer who has selected a payment method at <see cref="Payout.SelectMethodUrl"/>; http or https. The
    /// placeholder for the id of the payout request is the provider's.
    /// </summary>
    public Uri? ReturnUrl { get; init; }
}
