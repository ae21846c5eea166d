namespace PaymentAbstractions.Chaos;

/// <summary>Where a worker dies, in the order of a payment.</summary>
internal enum CrashStep
{
    BeforeIntent,
    AfterIntent,
    BeforeWrite,
    RequestLeft,
    AnswerArrived,
    BeforeOutcome,
    AfterOutcome,
    DuringRecovery,
    AfterResolution,
    DuringHandler,
}
