namespace PaymentAbstractions.Rebilly;

/// <summary>Lets what a look-up proved end the doubts of this process.</summary>
internal sealed class Learning(
    RebillyAccount account,
    OpenAuthorizations openAuthorizations,
    TransactionWork work,
    SentCharges sent
)
{
    /// <summary>A transaction was found by its id.</summary>
    public void From(FindResult found)
    {
        if (found.State is { Type: PaymentOperation.Authorize } state && IsClosed(state))
        {
            openAuthorizations.Closed(account, state.Transaction.TransactionId);
        }
    }

    /// <summary>An attempt was looked up.</summary>
    public void From(FindResult found, PaymentAttempt attempt)
    {
        var wireKey = account.WireKey(attempt.IdempotencyKey);
        var isAbsent = found.Status == FindStatus.ProvenAbsent;
        var state = found.State is { Outcome: not (PaymentOutcome.Unknown or PaymentOutcome.Pending) } proven
            ? proven
            : null;
        if (!isAbsent && state is null)
        {
            return;
        }

        if (attempt.Original is { } original)
        {
            Learn(attempt, original.TransactionId, wireKey, state);
            return;
        }

        if (state is null or { Outcome: PaymentOutcome.Declined or PaymentOutcome.Rejected })
        {
            sent.Forget(account, wireKey);
        }

        if (attempt.Operation == PaymentOperation.Authorize)
        {
            Learn(wireKey, state);
        }
    }

    private void Learn(PaymentAttempt attempt, string originalId, string wireKey, TransactionState? state)
    {
        if (state is null)
        {
            work.Forget(account, originalId, wireKey);
        }
        else
        {
            work.Made(account, originalId, wireKey, state.Transaction.TransactionId);
        }

        var closes = attempt.Operation == PaymentOperation.Capture ? PaymentOperation.Capture : PaymentOperation.Void;
        if (state is { Outcome: PaymentOutcome.Approved or PaymentOutcome.Reversed } && state.Type == closes)
        {
            openAuthorizations.Closed(account, originalId);
        }
    }

    private void Learn(string wireKey, TransactionState? state)
    {
        if (state is null || IsClosed(state))
        {
            openAuthorizations.NotOpened(account, wireKey);
        }
        else
        {
            openAuthorizations.Opened(account, wireKey, state.Transaction.TransactionId, state.PaymentMethod.Id);
        }
    }

    private static bool IsClosed(TransactionState state) =>
        state
            is { Reason: PaymentReason.AlreadyReversed }
                or { Outcome: PaymentOutcome.Declined or PaymentOutcome.Rejected };
}
