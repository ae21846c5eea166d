using System.Globalization;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Notes the customer's unsettled transactions before a charge: what is there already is not what the charge makes.</summary>
/// <remarks>One read. Captures and voids need none: they are found through their original.</remarks>
internal sealed class Baseline(VirtualTerminalAccount account, VirtualTerminalClient client)
{
    /// <returns>What was there; <see langword="null"/> when the list could not be read or is too long to be noted.</returns>
    public async Task<RecoveryHints?> ReadAsync(AddOrder order, CancellationToken cancellationToken)
    {
        var takenAt = account.Time.GetUtcNow();
        var (_, rows) = await client.ListNotSettledAsync(order.CustomerId, cancellationToken).ConfigureAwait(false);
        if (rows is null || rows.Count > RecoveryHints.MostTransactions)
        {
            return null;
        }

        return new RecoveryHints
        {
            TakenAt = takenAt,
            KnownTransactionIds =
            [
                .. rows.Select(row => TransactionEvidence.IdOf(row))
                    .Where(id => id > 0)
                    .Select(id => id.ToString(CultureInfo.InvariantCulture)),
            ],
        };
    }
}
