namespace PaymentAbstractions;

/// <summary>What the provider and the parties behind it call the payment and its outcome, as it came.</summary>
/// <remarks>
/// For support and reconciliation, not for decisions: <see cref="PaymentResult.Outcome"/> and <see cref="PaymentResult.Code"/> mean
/// the same for every provider, these texts do not. Secrets and card data in them are masked. Immutable, compares by value.
/// </remarks>
public sealed record ProviderDetails
{
    /// <summary>The provider told nothing.</summary>
    public static ProviderDetails None { get; } = new();

    /// <summary>The provider's own code.</summary>
    public string? Code { get; init; }

    /// <summary>The provider's own message.</summary>
    public string? Message { get; init; }

    /// <summary>The card network's or acquirer's own code.</summary>
    public string? NetworkCode { get; init; }

    /// <summary>The card network's or acquirer's own message or advice.</summary>
    public string? NetworkMessage { get; init; }

    /// <summary>The issuer's authorization code.</summary>
    public string? AuthorizationCode { get; init; }

    /// <summary>The provider's own id of the transaction, by which its support and its reports know it.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The id under which the gateway or processor behind the provider keeps the transaction.</summary>
    public string? GatewayTransactionId { get; init; }

    /// <summary>
    /// The id that the card network gave the payment; needed for later payments with the stored method, as
    /// <see cref="PaymentMethodRequest.NetworkTransactionId"/>.
    /// </summary>
    public string? NetworkTransactionId { get; init; }

    /// <summary>The acquirer reference number, by which the cardholder's bank can trace the payment.</summary>
    public string? AcquirerReferenceNumber { get; init; }
}
