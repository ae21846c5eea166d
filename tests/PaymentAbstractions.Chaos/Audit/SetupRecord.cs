namespace PaymentAbstractions.Chaos;

/// <summary>
/// A set-up that a provider shows as approved or with an unknown result. The ledger has no set-ups because they move no money.
/// </summary>
internal sealed record SetupRecord(string Account, string TransactionId, string CustomerId);
