namespace PaymentAbstractions;

/// <summary>What is known about the card or account that a payment used. It can be shown to the owner.</summary>
/// <remarks>Instances are immutable and compare by value. They hold no secrets: neither the whole number nor a token.</remarks>
public sealed record PaymentMethodDetails
{
    /// <summary>Nothing is known about the payment method.</summary>
    public static PaymentMethodDetails None { get; } = new();

    /// <summary>The kind of method; None when it is not known.</summary>
    public PaymentMethodKind Kind { get; init; }

    /// <summary>The provider's own name for the method, for example <c>paypal</c>.</summary>
    public string? Method { get; init; }

    /// <summary>The provider's id of the stored method, for <see cref="PaymentMethod.Stored"/>.</summary>
    public string? Id { get; init; }

    /// <summary>The brand of the card.</summary>
    public CardBrand Brand { get; init; }

    /// <summary>The first six or eight digits of the card number, which identify the issuer.</summary>
    public string? Bin { get; init; }

    /// <summary>The last four characters of the card or account number.</summary>
    public string? LastFour { get; init; }

    /// <summary>The month of expiry, 1 to 12.</summary>
    public int? ExpiryMonth { get; init; }

    /// <summary>The year of expiry, four digits.</summary>
    public int? ExpiryYear { get; init; }

    /// <summary>How the card is funded.</summary>
    public CardFunding Funding { get; init; }

    /// <summary>The wallet that the card came from; not specified when it came from none or is not known.</summary>
    public DigitalWallet Wallet { get; init; }
}
