namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Notes the customer's unsettled transactions before a charge: what is there already is not what the charge makes.</summary>
/// <remarks>One read. Captures and voids need none: they are found through their original.</remarks>
internal sealed class Baseline(VirtualTerminalAccount account, VirtualTerminalClient client) : IRecoveryHintSource
{
    public bool TakesHintsFor(PaymentOperation operation) =>
        operation is PaymentOperation.Sale or PaymentOperation.Authorize or PaymentOperation.Credit;

    public async Task<RecoveryHints?> TakeHintsAsync(
        PaymentRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (
            request is not PaymentMethodRequest charge
            || !VirtualTerminalIds.TryParse(charge.Customer?.Id, out var customer)
        )
        {
            return null;
        }

        var takenAt = account.Time.GetUtcNow();
        var (_, rows) = await client.ListNotSettledAsync(customer, cancellationToken).ConfigureAwait(false);
        if (rows is null || rows.Count > RecoveryHints.MostTransactions)
        {
            return null;
        }

        return new RecoveryHints
        {
            TakenAt = takenAt,
            PaymentMethodId = (charge.PaymentMethod as StoredPaymentMethod)?.Id,
            KnownTransactionIds =
            [
                .. rows.Select(row => TransactionEvidence.IdOf(row))
                    .Where(id => id > 0)
                    .Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ],
        };
    }
}
