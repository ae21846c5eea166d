namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>What the gateway says of a transaction when it is asked.</summary>
internal sealed class QueryBody
{
    public string? TransactionId { get; set; }
    public string? Result { get; set; }
    public string? Status { get; set; }
    public decimal? Amount { get; set; }
    public string? Currency { get; set; }
}
