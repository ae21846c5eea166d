namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What a transaction tells of a capture or void that was attempted on it.</summary>
internal static class OriginalEvidence
{
    public static FindResult OfCapture(PaymentAttempt attempt, TransactionRead original, VirtualTerminalAccount account)
    {
        if (
            original.Type != PaymentOperation.Sale
            || original.Status is TransactionStatus.Failed or TransactionStatus.Voided
        )
        {
            return FindResult.NotSeen("The authorization does not show a capture.");
        }

        // Which of the two figures is the captured one is not known, so they must not differ.
        if (original.Total(account) != attempt.Amount || original.Taken(account) != attempt.Amount)
        {
            return FindResult.Ambiguous(
                [account.Reference(original.Id)],
                "The authorization was captured; its figures do not show that it was for this amount."
            );
        }

        return FindResult.Found(StateOf(original, account) with { Type = PaymentOperation.Capture });
    }

    public static FindResult OfVoid(PaymentAttempt attempt, TransactionRead original, VirtualTerminalAccount account)
    {
        if (original.Status != TransactionStatus.Voided)
        {
            return FindResult.NotSeen($"The transaction is not voided: it is shown as {original.Status}.");
        }

        var state = StateOf(original, account);
        if (
            state.Outcome != PaymentOutcome.Reversed
            || (attempt.Amount is { } amount && amount != original.Taken(account))
        )
        {
            return FindResult.Ambiguous(
                [account.Reference(original.Id)],
                "The transaction is voided, and its type or amount does not fit the attempt."
            );
        }

        return FindResult.Found(
            state with
            {
                Type = PaymentOperation.Void,
                Outcome = PaymentOutcome.Approved,
                Reason = PaymentReason.None,
                AuthorizedAmount = null,
                CapturedAmount = null,
                VoidedAmount = attempt.Amount ?? state.VoidedAmount,
                ProcessedAmount = attempt.Amount ?? state.VoidedAmount,
            }
        );
    }

    private static TransactionState StateOf(TransactionRead original, VirtualTerminalAccount account) =>
        TransactionStates.Of(original.Id, original.Body!, account, original.Answer);
}
