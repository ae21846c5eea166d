using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>
/// Counts how often an order and a stored method were tried, for the rules of the schemes. A journal that fails leaves the count out.
/// </summary>
/// <remarks>
/// A try is a sale or an authorization that was declined, or whose outcome is not known, since the last one that was approved. Those of an
/// order count unless they are known to be of another card; those of a card in other orders for the same amount.
/// </remarks>
internal sealed class RetryCount(JournalAccess journal, JournalClock time, PaymentsLog log)
{
    // No scheme counts for longer.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly RetriesLeft None = new() { Count = 0 };

    /// <summary>A result by the table that is configured now, with what its rule leaves.</summary>
    public async Task<PaymentResult> ReadAsync(
        PaymentResult result,
        GatewayEnvironment environment,
        ResponseCodeTable table,
        CancellationToken cancellationToken
    )
    {
        if (result.Code is not { } code)
        {
            return result;
        }

        var read = table == ResponseCodeTable.Default ? result : result with { Code = code.By(table) };
        if (read is not { Outcome: PaymentOutcome.Declined, IdempotencyKey.IsSpecified: true })
        {
            return read;
        }

        var key = new JournalKey(environment, read.IdempotencyKey);
        var entry = await TryAsync(key.Key, () => journal.FindAsync(key, cancellationToken)).ConfigureAwait(false);
        return entry is null
            ? read
            : read with
            {
                RetriesLeft = await LeftAsync(entry.Intent, table, isRefusal: false, cancellationToken)
                    .ConfigureAwait(false),
            };
    }

    /// <summary>What stands in the way of another try, when something does.</summary>
    public Task<RetriesLeft?> RefusalAsync(
        JournalIntent intent,
        ResponseCodeTable table,
        CancellationToken cancellationToken
    ) => LeftAsync(intent, table, isRefusal: true, cancellationToken);

    private Task<RetriesLeft?> LeftAsync(
        JournalIntent intent,
        ResponseCodeTable table,
        bool isRefusal,
        CancellationToken cancellationToken
    ) =>
        TryAsync(
            intent.IdempotencyKey,
            async () =>
            {
                var tries = await TriesAsync(intent, cancellationToken).ConfigureAwait(false);
                if (tries.FindLast(one => CodeOf(one, table) is not null) is not { } last)
                {
                    return null;
                }

                var left = LeftAfter(last, tries, intent, table);
                var stands = left.Count == 0 && (left.Until is not null || IsFinal(last, intent, table));
                return isRefusal && !stands ? null : left;
            }
        );

    // Oldest first.
    private async Task<List<JournalEntry>> TriesAsync(JournalIntent intent, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Longest;
        var found = new Dictionary<JournalKey, JournalEntry>();
        if (intent.OrderReference.IsSpecified)
        {
            var ofOrder = journal.FindByOrderAsync(intent.Environment, intent.OrderReference, cancellationToken);
            await foreach (var entry in ofOrder.ConfigureAwait(false))
            {
                found[entry.Key] = entry;
            }
        }

        if (MethodFingerprint.IsOfOneMethod(intent.MethodFingerprint))
        {
            var ofMethod = journal.FindByMethodAsync(
                intent.Environment,
                intent.MethodFingerprint,
                since,
                cancellationToken
            );
            await foreach (var entry in ofMethod.ConfigureAwait(false))
            {
                found[entry.Key] = entry;
            }
        }

        var charges = found
            .Values.Where(entry => IsTryOf(entry.Intent, intent) && entry.Intent.StartedAt > since)
            .OrderBy(entry => entry.Intent.StartedAt)
            // What began at the same instant counts.
            .ThenByDescending(entry => entry.IsApproved)
            .ToList();
        var paid = charges.FindLastIndex(entry => entry.IsApproved && IsSamePayment(entry.Intent, intent));
        return charges[(paid + 1)..]
            .FindAll(entry => entry.IsInDoubt || entry.Outcome?.Outcome == PaymentOutcome.Declined);
    }

    private RetriesLeft LeftAfter(
        JournalEntry last,
        List<JournalEntry> tries,
        JournalIntent intent,
        ResponseCodeTable table
    )
    {
        var code = CodeOf(last, table)!.Value;
        var allowance = code.Retries;
        if (allowance.MaxRetries == 0)
        {
            return None;
        }

        var now = time.GetUtcNow();
        // The first attempt is no retry.
        var left = Left(
            tries.FindAll(one =>
                IsSamePayment(one.Intent, intent)
                // Visa counts what the merchant begins apart.
                && (code.Brand != CardBrand.Visa || one.Intent.IsMerchantInitiated == intent.IsMerchantInitiated)
                // One authentication is permitted after a soft decline, whatever was declined before.
                && (
                    code.Advice != ResponseAdvice.AuthenticateCustomer
                    || CodeOf(one, table)?.Advice == ResponseAdvice.AuthenticateCustomer
                )
            ),
            allowance.MaxRetries + 1,
            allowance.Window,
            now
        );
        var ofDay = allowance.MaxDeclinesPerDay is { } most ? Left(tries, most, Day, now) : left;
        return ofDay.Count < left.Count ? ofDay : left;
    }

    private static RetriesLeft Left(List<JournalEntry> tries, int most, TimeSpan window, DateTimeOffset now)
    {
        var counted = tries.FindAll(one => one.Intent.StartedAt > now - window);
        var first = counted.Count > 0 ? counted[0].Intent.StartedAt : now;
        return new RetriesLeft { Count = Math.Max(0, most - counted.Count), Until = first + window };
    }

    private static bool IsTryOf(JournalIntent one, JournalIntent intent) =>
        one.Operation is PaymentOperation.Sale or PaymentOperation.Authorize
        && one.Amount is not { IsZero: true }
        // The id of a stored method means something at its account only.
        && (IsOfMethod(one, intent) ? one.Account == intent.Account : IsOfOrder(one, intent) && !IsOther(one, intent));

    // A one-time token is another one at each try, of the same card or not.
    private static bool IsOther(JournalIntent one, JournalIntent intent) =>
        MethodFingerprint.IsOfOneMethod(one.MethodFingerprint)
        && MethodFingerprint.IsOfOneMethod(intent.MethodFingerprint);

    private static bool IsSamePayment(JournalIntent one, JournalIntent intent) =>
        IsOfOrder(one, intent) || one.Amount == intent.Amount;

    private static bool IsOfOrder(JournalIntent one, JournalIntent intent) =>
        intent.OrderReference.IsSpecified && one.OrderReference == intent.OrderReference;

    private static bool IsOfMethod(JournalIntent one, JournalIntent intent) =>
        MethodFingerprint.IsOfOneMethod(intent.MethodFingerprint)
        && string.Equals(one.MethodFingerprint, intent.MethodFingerprint, StringComparison.Ordinal);

    // What the customer or the merchant can mend is no reason to refuse; nor is another card, or one that may be.
    private static bool IsFinal(JournalEntry last, JournalIntent intent, ResponseCodeTable table) =>
        IsOfMethod(last.Intent, intent)
        && CodeOf(last, table) is { } code
        && (
            code.RetryCategory == RetryCategory.NeverRetry
            || (
                IsOfOrder(last.Intent, intent)
                && code.Advice is ResponseAdvice.DoNotRetry or ResponseAdvice.UseAnotherMethod
            )
        );

    private static ResponseCode? CodeOf(JournalEntry entry, ResponseCodeTable table) =>
        entry.Outcome is { Outcome: PaymentOutcome.Declined, Result.Code: { } code } ? code.By(table) : null;

    /// <summary>Reads the journal; nothing where that fails.</summary>
    public async Task<T?> TryAsync<T>(IdempotencyKey key, Func<Task<T?>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
#pragma warning disable CA1031 // The result is worth more than the count.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.RetriesNotCounted(log.Logger, RedactedException.Of(exception), key);
            return null;
        }
    }
}
