namespace PaymentAbstractions.VirtualTerminal.Wire;

/// <summary>The transactions of a customer that are not settled.</summary>
internal sealed class TransactionListBody
{
    public int? TransactionCount { get; set; }

    public TransactionBody?[]? Transactions { get; set; }
}
