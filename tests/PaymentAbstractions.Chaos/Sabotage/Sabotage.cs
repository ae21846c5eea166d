namespace PaymentAbstractions.Chaos;

/// <summary>A guarantee that is removed on purpose, to prove that the checks fail.</summary>
internal enum Sabotage
{
    None = 0,

    /// <summary>The journal is in memory, so that it is lost with every death of the worker.</summary>
    InMemoryJournal,

    /// <summary>The journal's folder is lost with every death of the worker.</summary>
    LostVolume,

    /// <summary>An outcome that is not known is recorded as not sent, as naive code does with a timeout.</summary>
    TimeoutIsFailure,

    /// <summary>An outcome that is not known is recorded as approved.</summary>
    TimeoutIsSuccess,

    /// <summary>Removes all guards and all decisions that depend on what was read.</summary>
    NoGuards,
}
