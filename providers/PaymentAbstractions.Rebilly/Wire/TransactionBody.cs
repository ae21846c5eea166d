using System.Text.Json.Serialization;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>The fields of a transaction that are read; every one may be absent.</summary>
internal sealed class TransactionBody
{
    public string? Id { get; set; }
    public string? Type { get; set; }
    public string? Status { get; set; }
    public string? Result { get; set; }
    public decimal? Amount { get; set; }
    public string? Currency { get; set; }
    public decimal? RequestAmount { get; set; }
    public string? RequestCurrency { get; set; }
    public decimal? PurchaseAmount { get; set; }
    public string? PurchaseCurrency { get; set; }
    public bool? HasAmountAdjustment { get; set; }
    public string? CustomerId { get; set; }
    public string? RequestId { get; set; }
    public string? Description { get; set; }
    public string? ParentTransactionId { get; set; }
    public string[]? ChildTransactions { get; set; }
    public string? GatewayAccountId { get; set; }

    [JsonConverter(typeof(LenientTextConverter))]
    public string? GatewayTransactionId { get; set; }

    [JsonConverter(typeof(LenientTextConverter))]
    public string? BillingDescriptor { get; set; }

    [JsonPropertyName("3ds")]
    [JsonConverter(typeof(ThreeDSecureConverter))]
    public ThreeDSecureBody? ThreeDSecure { get; set; }
    public GatewayBody? Gateway { get; set; }
    public InstrumentReferenceBody? PaymentInstrument { get; set; }
    public string? Bin { get; set; }
    public string? Arn { get; set; }
    public bool? IsDisputed { get; set; }
    public string? DisputeStatus { get; set; }
    public long? Revision { get; set; }
    public DateTimeOffset? CreatedTime { get; set; }
    public DateTimeOffset? SettlementTime { get; set; }

    [JsonPropertyName("_links")]
    [JsonConverter(typeof(ApprovalLinkConverter))]
    public LinkBody[]? Links { get; set; }
}
