namespace PaymentAbstractions.VirtualTerminal.Wire;

/// <summary>The fields of a transaction that are read, whatever their casing; every one may be absent.</summary>
/// <remarks>Also the shape of what a capture and a void answer, which is little more than the id.</remarks>
internal sealed class TransactionBody
{
    public long? Id { get; set; }
    public long? TransactionId { get; set; }
    public string? TransactionType { get; set; }
    public string? TransactionTime { get; set; }
    public string? Level { get; set; }
    public decimal? TotalAmount { get; set; }
    public decimal? CaptureAmount { get; set; }
    public string? Description { get; set; }
    public string? Status { get; set; }
    public string? AuthorizationCode { get; set; }
    public long? PaymentMethodId { get; set; }
    public string? CardType { get; set; }
    public string? CardLast4 { get; set; }
    public long? CustomerId { get; set; }
    public bool? Success { get; set; }
    public string? Message { get; set; }
}
