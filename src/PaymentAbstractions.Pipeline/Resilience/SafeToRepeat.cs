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

    /// <summary>Looking up moves no money.</summary>
    public static bool Read(FindResult result) => result.Status == FindStatus.LookupFailed;
}
