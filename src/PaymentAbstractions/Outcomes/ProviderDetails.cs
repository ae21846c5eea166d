namespace PaymentAbstractions;

/// <summary>The ids, codes and messages of the provider and the parties behind it, unchanged.</summary>
/// <remarks>
/// For support and reconciliation, not for decisions: <see cref="PaymentResult.Outcome"/> and <see cref="PaymentResult.Code"/> mean the
/// same for every provider; these texts do not. Secrets and card data in them are masked. Instances are immutable and compare by value.
/// </remarks>
public sealed record ProviderDetails
{
    /// <summary>The provider reported no details.</summary>
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

    /// <summary>The provider's own id of the transaction, which its support and its reports use.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The id that the gateway or processor behind the provider uses for the transaction.</summary>
    public string? GatewayTransactionId { get; init; }

    /// <summary>
    /// The id that the card network assigned to the payment; later payments with the stored method need it as
    /// <see cref="PaymentMethodRequest.NetworkTransactionId"/>.
    /// </summary>
    public string? NetworkTransactionId { get; init; }

    /// <summary>The acquirer reference number, which the cardholder's bank can use to trace the payment.</summary>
    public string? AcquirerReferenceNumber { get; init; }
}
