namespace PaymentAbstractions.VirtualTerminal;

internal enum TransactionStatus
{
    /// <summary>Absent, or a word that is not documented.</summary>
    Unknown = 0,

    NotSettled,
    Settled,
    Voided,
    Failed,
}
