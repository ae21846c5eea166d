using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>The common members of sales and authorizations.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(SaleRequest), "Sale")]
[JsonDerivedType(typeof(AuthorizeRequest), "Authorize")]
public abstract record ChargeRequest : PaymentMethodRequest, ICommercialCardRequest
{
    private protected ChargeRequest() { }

    /// <summary>The merchant's order, the same for every attempt to pay it.</summary>
    public required OrderReference OrderReference { get; init; }

    /// <summary>
    /// Whether the order may be charged although another attempt has charged it or may still charge it. The default is
    /// <see langword="false"/>: such a charge is not sent, and the result is that of the other attempt
    /// (<see cref="PaymentReason.AlreadyPaid"/>, <see cref="PaymentReason.AlreadyInProgress"/>). Set it for split payments, not for
    /// retries. It has no effect without a journal.
    /// </summary>
    public bool AdditionalPayment { get; init; }

    /// <summary>Whether the issuer may approve less than the whole amount. The default is <see langword="false"/>.</summary>
    public bool AllowPartialApproval { get; init; }

    /// <summary>The address that the goods are shipped to.</summary>
    public Address? ShippingAddress { get; init; }

    /// <summary>The text on the customer's statement.</summary>
    public string? StatementDescriptor { get; init; }

    /// <summary>The Level II and III data for commercial cards.</summary>
    public CommercialCardData? CommercialCardData { get; init; }
}
