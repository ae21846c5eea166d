namespace PaymentAbstractions.Sandbox;

/// <summary>A stored card of a <see cref="VirtualTerminalSandboxCustomer"/>.</summary>
public sealed record VirtualTerminalSandboxPaymentMethod
{
    /// <summary>The card's id at the provider, positive and unique among all cards.</summary>
    public required long Id { get; init; }

    /// <summary>Visa, Mastercard, Discover or Amex. Default Visa.</summary>
    public string CardType { get; init; } = "Visa";

    /// <summary>The last four digits of the number. Default 4242.</summary>
    public string CardLast4 { get; init; } = "4242";

    /// <summary>The expiration month, 1 to 12. Default 12.</summary>
    public int ExpirationMonth { get; init; } = 12;

    /// <summary>The expiration year, with four digits. Default 2049. An expired card is declined.</summary>
    public int ExpirationYear { get; init; } = 2049;

    /// <summary>The cardholder's first name. Default Ada.</summary>
    public string CardholderFirstName { get; init; } = "Ada";

    /// <summary>The cardholder's last name. Default King.</summary>
    public string CardholderLastName { get; init; } = "King";
}
