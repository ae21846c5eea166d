namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>A form for a cardholder, and its purpose.</summary>
internal sealed class HostedForm
{
    public required string Id { get; init; }

    public required Merchant Merchant { get; init; }

    public string? ReturnUrl { get; init; }

    public AddressRecord? Billing { get; init; }

    /// <summary>The customer; null for one that is created when the charge is approved.</summary>
    public CustomerRecord? Customer { get; init; }

    /// <summary>The charge to make; null when the form only stores a card.</summary>
    public TransactionOrder? Order { get; init; }

    /// <summary>The customer to create.</summary>
    public CustomerRecord? NewCustomer { get; init; }

    public bool SavesMethod { get; init; }

    /// <summary>The token that the cardholder's browser returns; null until the form is sent.</summary>
    public string? TokenId { get; set; }

    /// <summary>The card that was sent; null when its number or expiry is invalid.</summary>
    public PaymentMethodRecord? Card { get; set; }

    public bool IsComplete { get; set; }
}
