namespace PaymentAbstractions.Chaos;

/// <summary>The steps at which a worker can be killed, in the order in which a payment passes them.</summary>
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
