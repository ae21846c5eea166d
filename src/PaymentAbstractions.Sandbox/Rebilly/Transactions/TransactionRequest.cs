using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>A well-formed request for a transaction. It may still refer to objects that do not exist.</summary>
internal sealed record TransactionRequest
{
    public required string Type { get; init; }

    public required string WebsiteId { get; init; }

    public required string CustomerId { get; init; }

    public required string Currency { get; init; }

    public required decimal Amount { get; init; }

    public required SandboxDirective Directive { get; init; }

    public PaymentInstruction? Instruction { get; init; }

    public JsonObject? BillingAddress { get; init; }

    public string? RequestId { get; init; }

    public string? GatewayAccountId { get; init; }

    public string? Description { get; init; }

    public string? NotificationUrl { get; init; }

    public string? RedirectUrl { get; init; }

    public IReadOnlyList<string> InvoiceIds { get; init; } = [];

    public JsonObject? CustomFields { get; init; }

    public JsonObject? Limits { get; init; }

    public JsonObject? RiskMetadata { get; init; }

    public string? PayoutRequestId { get; init; }

    public bool UpsertCustomer { get; init; }

    public bool IsMerchantInitiated { get; init; }

    public bool IsProcessedOutside { get; init; }

    public DateTimeOffset? ProcessedTime { get; init; }
}
