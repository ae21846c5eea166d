namespace PaymentAbstractions.Journal;

/// <summary>Adds up the operations of entries on one transaction.</summary>
internal sealed class OriginalSums(TransactionReference original, IReadOnlyList<JournalEntry> entries)
{
    private readonly CurrencySum _authorized = new();
    private readonly CurrencySum _captured = new();
    private readonly CurrencySum _captureInDoubt = new();
    private readonly CurrencySum _processed = new();
    private readonly List<JournalEntry> _held = [];
    private readonly List<JournalEntry> _taken = [];
    private readonly List<JournalEntry> _refunds = [];
    private readonly List<JournalEntry> _refundsInDoubt = [];
    private readonly List<OriginalAmounts> _captures = [];
    private OriginalAmounts _amounts = new() { Original = original };

    /// <param name="withCaptures">Whether operations on captures with their own references also count.</param>
    public OriginalAmounts Add(bool withCaptures = true)
    {
        foreach (var entry in entries)
        {
            if (IsChild(entry))
            {
                AddChild(entry, withCaptures);
            }
            else if (original.IsSameTransaction(entry.Outcome?.Transaction))
            {
                AddMaker(entry);
            }
        }

        AddMakers();
        var observed = Observed();
        var processed = _processed.Total;
        var refunds = new RefundSum(processed?.Currency, _refunds, _refundsInDoubt, _captures);
        refunds.Add(observed, processed);
        return _amounts with
        {
            Authorized = _authorized.Total,
            Captured = _captured.Total,
            CaptureInDoubt = _captureInDoubt.Total,
            Processed = processed,
            Refunded = refunds.Refunded,
            RefundInDoubt = refunds.InDoubt,
            IsVoided =
                _amounts.IsVoided
                || observed is { IsDeclined: true }
                || observed is { IsReversed: true } && (observed.IsVoided || processed is null),
            IsCapturedElsewhere = observed?.CapturedAmount is { IsPositive: true },
            HasOtherCurrency =
                _authorized.HasOther || _captured.HasOther || _processed.HasOther || refunds.HasOtherCurrency,
            HasOtherCurrencyInDoubt = _captureInDoubt.HasOther || refunds.HasOtherCurrencyInDoubt,
        };
    }

    private bool IsChild(JournalEntry entry) =>
        original.IsSameTransaction(entry.Intent.Original) || original.IsSameTransaction(entry.OriginalRoot);

    private void AddMaker(JournalEntry entry)
    {
        var operation = entry.Intent.Operation;
        if (entry.Intent.Amount is not null && operation is PaymentOperation.Sale or PaymentOperation.Capture)
        {
            _taken.Add(entry);
        }
        else if (entry.Intent.Amount is not null && operation == PaymentOperation.Authorize)
        {
            _held.Add(entry);
        }
        else
        {
            _amounts = _amounts with { IsNoCharge = true };
        }
    }

    private void AddMakers()
    {
        _authorized.AddOnce(MovedBy(_held, entry => entry.ApprovedAmount));
        _captured.AddOnce(MovedBy(_taken, entry => entry.ApprovedAmount));
        _processed.AddOnce(MovedBy(_taken, entry => entry.ProcessedAmount));
        _amounts = _amounts with { IsTaken = _taken.Count > 0 };
    }

    // A transaction that was created but not approved took nothing.
    private static List<Money> MovedBy(List<JournalEntry> makers, Func<JournalEntry, Money> amount)
    {
        var approved = makers.Where(entry => entry.IsApproved).Select(amount).ToList();
        return approved.Count > 0
            ? approved
            : [.. makers.Select(entry => Money.Zero(entry.Intent.Amount!.Value.Currency)).Take(1)];
    }

    private void AddChild(JournalEntry entry, bool withCaptures)
    {
        switch (entry.Intent.Operation)
        {
            case PaymentOperation.Capture when entry.IsInDoubt:
                _captureInDoubt.Add(entry.Intent.Amount);
                _amounts = _amounts with { CapturesInDoubt = _amounts.CapturesInDoubt + 1 };
                break;
            case PaymentOperation.Capture when entry.IsApproved:
                AddCapture(entry, withCaptures);
                break;
            case PaymentOperation.Refund when entry.IsInDoubt || IsDeclinedSince(entry):
                _refundsInDoubt.Add(entry);
                break;
            case PaymentOperation.Refund when entry.IsApproved:
                _refunds.Add(entry);
                break;
            case PaymentOperation.Void when entry.IsInDoubt:
                _amounts = _amounts with { IsVoidInDoubt = true };
                break;
            case PaymentOperation.Void when IsDeclinedSince(entry):
                _amounts = _amounts with { IsVoidInDoubt = true };
                break;
            // The void of a capture is counted with the capture.
            case PaymentOperation.Void when entry.StandsApproved && original.IsSameTransaction(entry.Intent.Original):
                _amounts = _amounts with { IsVoided = true };
                break;
        }

        if (entry.IsInDoubt || (entry.Intent.Operation != PaymentOperation.Capture && IsDeclinedSince(entry)))
        {
            _amounts = _amounts with { InDoubtKey = entry.Key };
        }
    }

    // The provider contradicts itself, so a person must decide whether the money was refunded.
    private static bool IsDeclinedSince(JournalEntry entry) =>
        entry is { IsApproved: true, Observation.IsDeclined: true };

    private void AddCapture(JournalEntry entry, bool withCaptures)
    {
        var made = entry.Outcome!.Transaction;
        var keepsReference = original.IsSameTransaction(made);
        _captured.Add(entry.ApprovedAmount);
        _amounts = _amounts with
        {
            Captures = _amounts.Captures + 1,
            CaptureKeepsReference = _amounts.CaptureKeepsReference || keepsReference,
        };
        if (keepsReference || made is null || !withCaptures)
        {
            _processed.Add(entry.ProcessedAmount);
            return;
        }

        var capture = new OriginalSums(made, entries).Add(withCaptures: false);
        _captures.Add(capture);
        _processed.Add(
            capture is { IsVoided: true, Processed: { } voided } ? Money.Zero(voided.Currency) : capture.Processed
        );
    }

    // Several entries have a reading only if a capture keeps the reference of its authorization.
    private JournalObservation? Observed()
    {
        JournalObservation? newest = null;
        foreach (var entry in entries)
        {
            if (
                entry.Observation is { } observation
                && original.IsSameTransaction(observation.Transaction)
                && newest?.IsNewerThan(observation) != true
            )
            {
                newest = observation;
            }
        }

        return newest;
    }
}
