using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Rebilly;

/// <summary>The events of Rebilly's webhooks. Source: core API reference, webhooks, and the current public API definitions.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<RebillyEventType>))]
public enum RebillyEventType
{
    /// <summary>An event that this version does not know. The zero value.</summary>
    Unknown = 0,

    /// <summary><c>gateway-account-requested</c>: Rebilly requests the choice of a gateway account.</summary>
    GatewayAccountRequested,

    /// <summary><c>nsf-response-received</c>: the response was "insufficient funds". In the reference only.</summary>
    NsfResponseReceived,

    /// <summary><c>offsite-payment-completed</c>: the customer completed the offsite step.</summary>
    OffsitePaymentCompleted,

    /// <summary><c>risk-score-changed</c>.</summary>
    RiskScoreChanged,

    /// <summary><c>transaction-amount-discrepancy-found</c>: the gateway reports a different amount.</summary>
    TransactionAmountDiscrepancyFound,

    /// <summary><c>transaction-declined</c>.</summary>
    TransactionDeclined,

    /// <summary><c>transaction-discrepancy-found</c>: the gateway reports a different result.</summary>
    TransactionDiscrepancyFound,

    /// <summary><c>transaction-process-requested</c>: the transaction is about to be sent to the gateway.</summary>
    TransactionProcessRequested,

    /// <summary><c>transaction-processed</c>.</summary>
    TransactionProcessed,

    /// <summary>
    /// <c>transaction-reconciled</c>: the transaction was verified with the gateway's batch. In the API definitions only.
    /// </summary>
    TransactionReconciled,

    /// <summary><c>transaction-timeout-resolved</c>: the result of a transaction that timed out is known.</summary>
    TransactionTimeoutResolved,

    /// <summary><c>waiting-gateway-transaction-completed</c>: the gateway returned a result.</summary>
    WaitingGatewayTransactionCompleted,

    /// <summary><c>autodeposit-lookup-performed</c>. In the API definitions only.</summary>
    AutodepositLookupPerformed,

    /// <summary><c>transaction-partially-refunded</c>. In the API definitions only.</summary>
    TransactionPartiallyRefunded,

    /// <summary><c>transaction-refunded</c>. In the API definitions only.</summary>
    TransactionRefunded,

    /// <summary><c>transaction-voided</c>. In the API definitions only.</summary>
    TransactionVoided,

    /// <summary><c>payout-request-created</c>.</summary>
    PayoutRequestCreated,

    /// <summary><c>payout-request-modified</c>.</summary>
    PayoutRequestModified,

    /// <summary><c>payout-request-canceled</c>.</summary>
    PayoutRequestCanceled,

    /// <summary><c>payout-request-fulfilled</c>. In the API definitions only.</summary>
    PayoutRequestFulfilled,

    /// <summary><c>dispute-created</c>. In the API definitions only.</summary>
    DisputeCreated,

    /// <summary><c>dispute-modified</c>. In the API definitions only.</summary>
    DisputeModified,

    /// <summary><c>customer-redirected-offsite</c>: the customer was redirected to an offsite page.</summary>
    CustomerRedirectedOffsite,

    /// <summary><c>customer-returned</c>: the customer returned from the offsite page.</summary>
    CustomerReturned,
}
