namespace PaymentAbstractions;

/// <summary>The only place that decides what may be sent again. It depends on proven results, never on a setting.</summary>
internal static class SafeToRepeat
{
    /// <param name="result">The combined result of the attempts so far.</param>
    /// <param name="keyIsHonored">Whether the provider rejects a second transaction under the key, now and for this operation.</param>
    public static bool Write(PaymentResult result, bool keyIsHonored) =>
        result.Outcome switch
        {
            PaymentOutcome.NotSent => result.Reason
                is not (
                    PaymentReason.SendByPassed
                    or PaymentReason.GatewayUnavailable
                    or PaymentReason.CallerStoppedWaiting
                    or PaymentReason.NotRecorded
                ),
            // Adapters set this only when the provider documents that it processed nothing.
            PaymentOutcome.Rejected => result is { Reason: PaymentReason.RateLimited, MaySendAgain: true },
            // With a transaction or an anomaly, the payment must be looked up instead of sent again.
            PaymentOutcome.Unknown => keyIsHonored && result is { Transaction: null, Anomaly: null },
            _ => false,
        };

    /// <summary>A look-up moves no money. A provider that limits the rate is not asked again at once.</summary>
    public static bool Read(FindResult result) => result is { Status: FindStatus.LookupFailed, RetryAt: null };

    /// <summary>Combines the results of two exchanges under the same key.</summary>
    /// <returns>
    /// The second result if it shows the transaction or contradicts the request; otherwise the first one. A repeat that was not sent, was
    /// rejected or left no transaction says nothing about the first exchange.
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
