namespace PaymentAbstractions.Chaos;

/// <summary>
/// One set-up that a provider shows as approved, or does not know the result of; its ledger has none, since no money moves.
/// </summary>
internal sealed record SetupRecord(string Account, string TransactionId, string CustomerId);
