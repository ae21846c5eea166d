namespace PaymentAbstractions;

/// <summary>The only place that says what may be sent again. It goes by what is proven, never by a setting.</summary>
internal static class SafeToRepeat
{
    /// <param name="result">What the tries so far prove together.</param>
    /// <param name="keyIsHonored">Whether the provider refuses a second transaction under the key, now and for the operation.</param>
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
            // The provider documents that it processed nothing: that is the only case in which an adapter says so.
            PaymentOutcome.Rejected => result is { Reason: PaymentReason.RateLimited, MaySendAgain: true },
            // With a transaction, or a contradiction, there is something to look at and nothing to send.
            PaymentOutcome.Unknown => keyIsHonored && result is { Transaction: null, Anomaly: null },
            _ => false,
        };

    /// <summary>Looking up moves no money. A provider that limits the rate is not asked again at once.</summary>
    public static bool Read(FindResult result) => result is { Status: FindStatus.LookupFailed, RetryAt: null };

    /// <summary>What a further exchange under the same key says about the first one.</summary>
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
