using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>
/// Counts the attempts for an order and a stored method, for the rules of the card schemes. If the journal fails, there is no count.
/// </summary>
/// <remarks>
/// An attempt counts when it is a sale or an authorization that was declined, or whose outcome is not known, since the last approval.
/// Attempts for an order count unless they are known to use another card; attempts with a card in other orders count for the same amount.
/// </remarks>
internal sealed class RetryCount(JournalAccess journal, JournalClock time, PaymentsLog log)
{
    // No scheme counts over a longer period.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // A known result does not wait long for the count.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly RetriesLeft Never = new() { Count = 0 };

    /// <summary>Whether <see cref="ReadAsync"/> would change a result.</summary>
    public static bool Concerns(PaymentResult result, ResponseCodeTable table) =>
        result.Code is { } code && (!code.IsBy(table) || result.Outcome == PaymentOutcome.Declined);

    /// <summary>Applies the current table to a result, with the retries that the scheme's rule leaves after a decline.</summary>
    /// <param name="result">The result.</param>
    /// <param name="intentOf">Creates the intent; called only when attempts are counted.</param>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Cancels the counting.</param>
    public async Task<PaymentResult> ReadAsync(
        PaymentResult result,
        Func<JournalIntent> intentOf,
        ResponseCodeTable table,
        CancellationToken cancellationToken
    )
    {
        if (result.Code is not { } code)
        {
            return result;
        }

        var read = code.IsBy(table) ? result : result with { Code = code.By(table) };
        if (
            read
            is not { Outcome: PaymentOutcome.Declined, Operation: PaymentOperation.Sale or PaymentOperation.Authorize }
        )
        {
            return read;
        }

        var left = await TryAsync(
                read.IdempotencyKey,
                async () =>
                {
                    var intent = intentOf();
                    var charges = await ChargesAsync(intent, cancellationToken).ConfigureAwait(false);
                    return LeftAfter(charges, intent, table);
                }
            )
            .ConfigureAwait(false);
        return read with { RetriesLeft = left };
    }

    /// <summary>Returns why another attempt is rejected, if it is. Known keys and orders that are paid or unresolved never are.</summary>
    public Task<RetriesLeft?> RefusalAsync(
        JournalIntent intent,
        ResponseCodeTable table,
        CancellationToken cancellationToken
    ) =>
        TryAsync(
            intent.IdempotencyKey,
            async () =>
                await IsJournalsAsync(intent, cancellationToken).ConfigureAwait(false)
                    ? null
                    : Refusal(await ChargesAsync(intent, cancellationToken).ConfigureAwait(false), intent, table)
        );

    // The journal answers a known key, and an order that is paid or unresolved with any card. An account may have had another label.
    private async Task<bool> IsJournalsAsync(JournalIntent intent, CancellationToken cancellationToken)
    {
        foreach (var environment in Enum.GetValues<GatewayEnvironment>())
        {
            var there = intent with { Environment = environment, MethodFingerprint = null };
            var known = await journal.FindAsync(there.JournalKey, cancellationToken).ConfigureAwait(false);
            if (known is { MayReopen: false })
            {
                return true;
            }

            var ofOrder = journal.FindTriesAsync(there, time.GetUtcNow(), cancellationToken);
            await foreach (var entry in ofOrder.ConfigureAwait(false))
            {
                if (entry.IsInDoubt || entry.IsApproved)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Oldest first.
    private async Task<List<JournalEntry>> ChargesAsync(JournalIntent intent, CancellationToken cancellationToken)
    {
        var asked = MethodFingerprint.IsOfOneMethod(intent.MethodFingerprint)
            ? intent
            : intent with
            {
                MethodFingerprint = null,
            };
        var found = new List<JournalEntry>();
        await foreach (
            var entry in journal
                .FindTriesAsync(asked, time.GetUtcNow() - Longest, cancellationToken)
                .ConfigureAwait(false)
        )
        {
            found.Add(entry);
        }

        return
        [
            .. found
                .Where(entry => entry.Intent.Amount is not { IsZero: true } && Concerns(entry.Intent, intent))
                .OrderBy(entry => entry.Intent.StartedAt)
                // A charge that began at the same instant counts.
                .ThenByDescending(entry => entry.IsApproved),
        ];
    }

    private RetriesLeft? LeftAfter(List<JournalEntry> charges, JournalIntent intent, ResponseCodeTable table)
    {
        var tries = TriesSincePaid(charges, intent);
        if (tries.FindLast(one => CodeOf(one, table) is not null) is not { } last)
        {
            return null;
        }

        if (IsForbidden(charges, intent, table))
        {
            return Never;
        }

        // Some declines do not name the brand that the others name.
        var brand = BrandOf(tries, table);
        var code = CodeOf(last, table)!.Value;
        code = code.Brand.IsSpecified ? code : code.ForBrand(brand);
        var allowance = code.Retries;
        if (allowance.MaxRetries == 0)
        {
            // Other advice against a retry does not follow from the scheme's rule.
            var isNever = code.ForbidsRetry || code.Advice == ResponseAdvice.DoNotRetry;
            return isNever && !MayConsent(code, intent) && code.Source != ResponseCodeSource.DerivedFromText
                ? Never
                : null;
        }

        var left = Strictest(tries, charges, intent, brand);
        if (code.Advice == ResponseAdvice.AuthenticateCustomer)
        {
            var authenticated = tries.FindAll(one => one.Intent.IsAuthenticated);
            return Fewer(Left(authenticated, allowance.MaxRetries, allowance.Window), left);
        }

        return allowance == RetryAllowance.Of(code.Brand)
            ? left
            : Fewer(
                Left(tries.FindAll(one => CodeOf(one, table) == code), allowance.MaxRetries + 1, allowance.Window),
                left
            );
    }

    // Only attempts that the scheme charges for, and only with the same known card.
    private RetriesLeft? Refusal(List<JournalEntry> charges, JournalIntent intent, ResponseCodeTable table)
    {
        if (IsForbidden(charges, intent, table))
        {
            return Never;
        }

        var card = charges.FindAll(one => IsOfMethod(one.Intent, intent));
        var tries = TriesSincePaid(card, intent);
        var brand = BrandOf(tries, table);
        // Without a brand, it is not a card, or not one with a known rule.
        return brand.IsSpecified && Strictest(tries, card, intent, brand) is { Count: 0 } left ? left : null;
    }

    // Attempts with the same known card since its last approval, for any amount.
    private static bool IsForbidden(List<JournalEntry> charges, JournalIntent intent, ResponseCodeTable table)
    {
        var card = charges.FindAll(one => IsOfMethod(one.Intent, intent));
        return card[(card.FindLastIndex(one => one.IsApproved) + 1)..]
            .Exists(one => CodeOf(one, table) is { ForbidsRetry: true } code && !MayConsent(code, intent));
    }

    private static CardBrand BrandOf(List<JournalEntry> tries, ResponseCodeTable table) =>
        tries.Select(one => CodeOf(one, table)?.Brand ?? default).LastOrDefault(brand => brand.IsSpecified);

    // A recurring payment that the cardholder stopped may be made again when the cardholder is present to consent.
    private static bool MayConsent(ResponseCode code, JournalIntent intent) =>
        code.Category == ResponseCategory.RecurringStopped && !intent.IsMerchantInitiated;

    private RetriesLeft Strictest(
        List<JournalEntry> tries,
        List<JournalEntry> charges,
        JournalIntent intent,
        CardBrand brand
    )
    {
        var allowance = RetryAllowance.Of(brand);
        // Visa counts merchant-initiated attempts separately. The first attempt is not a retry.
        var left = Left(
            tries.FindAll(one =>
                brand != CardBrand.Visa || one.Intent.IsMerchantInitiated == intent.IsMerchantInitiated
            ),
            allowance.MaxRetries + 1,
            allowance.Window
        );
        // Counts attempts for any amount, including those before an approval.
        return allowance.MaxDeclinesPerDay is { } most ? Fewer(Left(charges.FindAll(IsTry), most, Day), left) : left;
    }

    private static RetriesLeft Fewer(RetriesLeft one, RetriesLeft other) => one.Count < other.Count ? one : other;

    private RetriesLeft Left(List<JournalEntry> tries, int most, TimeSpan window)
    {
        var now = time.GetUtcNow();
        var counted = tries.FindAll(one => one.Intent.StartedAt > now - window);
        var dropsOut = counted.Count == 0 ? now : counted[Math.Max(0, counted.Count - most)].Intent.StartedAt;
        return new RetriesLeft { Count = Math.Max(0, most - counted.Count), Until = dropsOut + window };
    }

    private static List<JournalEntry> TriesSincePaid(List<JournalEntry> charges, JournalIntent intent)
    {
        var same = charges.FindAll(one => IsOfOrder(one.Intent, intent) || one.Intent.Amount == intent.Amount);
        return same[(same.FindLastIndex(one => one.IsApproved) + 1)..].FindAll(IsTry);
    }

    // An attempt that the customer abandoned has not reached the issuer.
    private static bool IsTry(JournalEntry entry) =>
        entry.Outcome?.Result switch
        {
            null => true,
            { Outcome: PaymentOutcome.Declined } result => result.Reason
                is not (PaymentReason.Canceled or PaymentReason.Abandoned),
            { Outcome: PaymentOutcome.Pending } result => result.Reason != PaymentReason.WaitingForCustomer,
            var result => result.Outcome == PaymentOutcome.Unknown,
        };

    private static bool Concerns(JournalIntent one, JournalIntent intent) =>
        IsOfOrder(one, intent)
            ? IsOfMethod(one, intent) || !IsOther(one, intent)
            // The id of a stored method is valid only at its account.
            : IsOfMethod(one, intent) && one.Account == intent.Account;

    // A one-time token differs with each attempt, even for the same card.
    private static bool IsOther(JournalIntent one, JournalIntent intent) =>
        MethodFingerprint.IsOfOneMethod(one.MethodFingerprint)
        && MethodFingerprint.IsOfOneMethod(intent.MethodFingerprint);

    private static bool IsOfOrder(JournalIntent one, JournalIntent intent) =>
        intent.OrderReference.IsSpecified && one.OrderReference == intent.OrderReference;

    private static bool IsOfMethod(JournalIntent one, JournalIntent intent) =>
        MethodFingerprint.IsOfOneMethod(intent.MethodFingerprint)
        && string.Equals(one.MethodFingerprint, intent.MethodFingerprint, StringComparison.Ordinal);

    private static ResponseCode? CodeOf(JournalEntry entry, ResponseCodeTable table) =>
        entry.Outcome is { Outcome: PaymentOutcome.Declined, Result.Code: { } code } ? code.By(table) : null;

    private async Task<RetriesLeft?> TryAsync(IdempotencyKey key, Func<Task<RetriesLeft?>> count)
    {
        try
        {
            return await count().WaitAsync(Patience).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
#pragma warning disable CA1031 // The payment continues without the count.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.RetriesNotCounted(log, RedactedException.Of(exception), key);
            return null;
        }
    }
}
