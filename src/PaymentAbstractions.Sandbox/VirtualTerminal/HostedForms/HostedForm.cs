namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>A form that a cardholder fills in, and what it was opened for.</summary>
internal sealed class HostedForm
{
    public required string Id { get; init; }

    public required Merchant Merchant { get; init; }

    public string? ReturnUrl { get; init; }

    public AddressRecord? Billing { get; init; }

    /// <summary>The customer; null for one that is made when the charge is approved.</summary>
    public CustomerRecord? Customer { get; init; }

    /// <summary>What the charge will be; null when the form only stores a card.</summary>
    public TransactionOrder? Order { get; init; }

    /// <summary>The customer to make.</summary>
    public CustomerRecord? NewCustomer { get; init; }

    public bool SavesMethod { get; init; }

    /// <summary>The token that the cardholder's browser brings back; null until the form is sent.</summary>
    public string? TokenId { get; set; }

    /// <summary>What was sent; null when the number or the expiry made no sense.</summary>
    public PaymentMethodRecord? Card { get; set; }

    public bool IsComplete { get; set; }
}
