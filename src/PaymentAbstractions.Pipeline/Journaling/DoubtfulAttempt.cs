namespace PaymentAbstractions;

/// <summary>What a further send under the same key says about the first one.</summary>
internal static class DoubtfulAttempt
{
    /// <returns>
    /// The repeat's result when it shows the transaction or contradicts the request; else the first one: a repeat that was not sent,
    /// refused or left no transaction says nothing about what the first one did.
    /// </returns>
    public static PaymentResult After(PaymentResult? first, PaymentResult repeat) =>
        first is not { Outcome: PaymentOutcome.Unknown } || Concludes(repeat) ? repeat : first;

    private static bool Concludes(PaymentResult repeat) =>
        repeat
            is {
                    Transaction: not null,
                    Outcome: PaymentOutcome.Approved
                        or PaymentOutcome.PartiallyApproved
                        or PaymentOutcome.Reversed
                        or PaymentOutcome.Declined
                        or PaymentOutcome.Pending
                        or PaymentOutcome.Unknown
                }
                or { Outcome: PaymentOutcome.Unknown, Anomaly: not null };
}
