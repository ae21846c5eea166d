using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>A transaction as the API shows it, and the gateway's decision.</summary>
internal sealed class TransactionRecord
{
    public static readonly TimeSpan AuthorizationLifetime = TimeSpan.FromDays(7);
    public static readonly TimeSpan ApprovalWindow = TimeSpan.FromSeconds(3600);

    public required string Id { get; init; }

    public required long Sequence { get; init; }

    public required string WebsiteId { get; init; }

    public required string CustomerId { get; init; }

    public required string Type { get; init; }

    public required decimal RequestAmount { get; init; }

    public required string RequestCurrency { get; init; }

    public required GatewayDecision Decision { get; init; }

    public required DateTimeOffset CreatedTime { get; init; }

    public string? ParentId { get; init; }

    public string? RequestId { get; init; }

    public string? Description { get; init; }

    /// <summary>Null when no gateway account processed the transaction.</summary>
    public string? GatewayAccountId { get; init; }

    public InstrumentRecord? Instrument { get; set; }

    /// <summary>The methods that the customer may choose from, or the chosen one; empty when the request specified an instrument.</summary>
    public IReadOnlyList<string> Methods { get; set; } = [];

    public string? ReceivedBy { get; init; }

    public string? Reference { get; init; }

    public JsonObject? BillingAddress { get; init; }

    public JsonObject CustomFields { get; set; } = [];

    public IReadOnlyList<string> InvoiceIds { get; init; } = [];

    /// <summary>The limit in the request. The sandbox returns it but does not apply it.</summary>
    public JsonObject? Limits { get; init; }

    /// <summary>The risk metadata in the request. The sandbox returns it but does not use it.</summary>
    public JsonObject? RiskMetadata { get; init; }

    public List<TimelineMessage> Comments { get; } = [];

    public string? RedirectUrl { get; init; }

    public string? NotificationUrl { get; init; }

    /// <summary>The payout request that a credit is for.</summary>
    public string? PayoutRequestId { get; init; }

    public bool IsMerchantInitiated { get; init; }

    public bool IsProcessedOutside { get; init; }

    public decimal Amount { get; set; }

    public string Currency { get; set; } = "";

    public string Status { get; set; } = TransactionStatus.Completed;

    public string Result { get; set; } = TransactionResult.Unknown;

    public List<TransactionRecord> Children { get; } = [];

    public DateTimeOffset? ProcessedTime { get; set; }

    public DateTimeOffset UpdatedTime { get; set; }

    public DateTimeOffset? SettlementTime { get; set; }

    public int Revision { get; set; } = 1;

    /// <summary>Whether the ledger contains it.</summary>
    public bool IsBooked { get; set; }

    public bool IsApproved => Result == TransactionResult.Approved;

    public bool IsUnknown => Result == TransactionResult.Unknown;

    /// <summary>Whether it can be captured: approved, neither captured nor voided, not expired.</summary>
    public bool IsOpenAuthorization(DateTimeOffset now) =>
        Type == TransactionType.Authorize
        && Status == TransactionStatus.WaitingCapture
        && IsApproved
        && !IsExpired(now);

    public bool IsExpired(DateTimeOffset now) => now >= (ProcessedTime ?? CreatedTime) + AuthorizationLifetime;
}
