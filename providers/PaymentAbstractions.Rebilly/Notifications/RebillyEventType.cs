using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Rebilly;

/// <summary>What Rebilly's webhooks tell of. Source: core API reference, webhooks, and the current public API definitions.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<RebillyEventType>))]
public enum RebillyEventType
{
    /// <summary>An event that this version has no name for. The zero value.</summary>
    Unknown = 0,

    /// <summary><c>gateway-account-requested</c>: a gateway account is to be chosen.</summary>
    GatewayAccountRequested,

    /// <summary><c>nsf-response-received</c>: the response was insufficient funds. In the documents only.</summary>
    NsfResponseReceived,

    /// <summary><c>offsite-payment-completed</c>: the customer's part elsewhere has ended.</summary>
    OffsitePaymentCompleted,

    /// <summary><c>risk-score-changed</c>.</summary>
    RiskScoreChanged,

    /// <summary><c>transaction-amount-discrepancy-found</c>: the gateway shows another amount.</summary>
    TransactionAmountDiscrepancyFound,

    /// <summary><c>transaction-declined</c>.</summary>
    TransactionDeclined,

    /// <summary><c>transaction-discrepancy-found</c>: the gateway shows another result.</summary>
    TransactionDiscrepancyFound,

    /// <summary><c>transaction-process-requested</c>: it is about to be sent to the gateway.</summary>
    TransactionProcessRequested,

    /// <summary><c>transaction-processed</c>.</summary>
    TransactionProcessed,

    /// <summary><c>transaction-reconciled</c>: it was verified with the gateway's batch. In the definitions only.</summary>
    TransactionReconciled,

    /// <summary><c>transaction-timeout-resolved</c>: what became of a time-out is known.</summary>
    TransactionTimeoutResolved,

    /// <summary><c>waiting-gateway-transaction-completed</c>: the gateway has decided.</summary>
    WaitingGatewayTransactionCompleted,

    /// <summary><c>autodeposit-lookup-performed</c>. In the definitions only.</summary>
    AutodepositLookupPerformed,

    /// <summary><c>transaction-partially-refunded</c>. In the definitions only.</summary>
    TransactionPartiallyRefunded,

    /// <summary><c>transaction-refunded</c>. In the definitions only.</summary>
    TransactionRefunded,

    /// <summary><c>transaction-voided</c>. In the definitions only.</summary>
    TransactionVoided,

    /// <summary><c>payout-request-created</c>.</summary>
    PayoutRequestCreated,

    /// <summary><c>payout-request-modified</c>.</summary>
    PayoutRequestModified,

    /// <summary><c>payout-request-canceled</c>.</summary>
    PayoutRequestCanceled,

    /// <summary><c>payout-request-fulfilled</c>. In the definitions only.</summary>
    PayoutRequestFulfilled,

    /// <summary><c>dispute-created</c>. In the definitions only.</summary>
    DisputeCreated,

    /// <summary><c>dispute-modified</c>. In the definitions only.</summary>
    DisputeModified,

    /// <summary><c>customer-redirected-offsite</c>: the customer was led to a page elsewhere.</summary>
    CustomerRedirectedOffsite,

    /// <summary><c>customer-returned</c>: the customer came back from there.</summary>
    CustomerReturned,
}
