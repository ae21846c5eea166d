using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>What a sale and an authorization have in common.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(SaleRequest), "Sale")]
[JsonDerivedType(typeof(AuthorizeRequest), "Authorize")]
public abstract record ChargeRequest : PaymentMethodRequest, ICommercialCardRequest
{
    private protected ChargeRequest() { }

    /// <summary>The merchant's order, the same for every attempt to pay it.</summary>
    public required OrderReference OrderReference { get; init; }

    /// <summary>
    /// Whether the order may be charged although another attempt has charged it or may be about to. Default: such a charge is
    /// not sent, and the other attempt is the answer (<see cref="PaymentReason.AlreadyPaid"/>,
    /// <see cref="PaymentReason.AlreadyInProgress"/>). Say so for split payments, not for retries. Needs a journal to have an effect.
    /// </summary>
    public bool AdditionalPayment { get; init; }

    /// <summary>Whether less than the whole amount may be approved. Default: all or nothing is wanted.</summary>
    public bool AllowPartialApproval { get; init; }

    /// <summary>Where the goods go.</summary>
    public Address? ShippingAddress { get; init; }

    /// <summary>What the customer's statement shows.</summary>
    public string? StatementDescriptor { get; init; }

    /// <summary>Level II and III data for commercial cards.</summary>
    public CommercialCardData? CommercialCardData { get; init; }
}
