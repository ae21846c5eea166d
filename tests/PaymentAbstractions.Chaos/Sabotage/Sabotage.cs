namespace PaymentAbstractions.Chaos;

/// <summary>A guarantee that is removed on purpose, to prove that the checks fail.</summary>
internal enum Sabotage
{
    None = 0,

    /// <summary>The journal is in memory, so that it is lost whenever the worker dies.</summary>
    InMemoryJournal,

    /// <summary>The journal's folder is lost whenever the worker dies.</summary>
    LostVolume,

    /// <summary>An unknown outcome is recorded as not sent, as naive code treats a timeout.</summary>
    TimeoutIsFailure,

    /// <summary>An unknown outcome is recorded as approved.</summary>
    TimeoutIsSuccess,

    /// <summary>All guards and all decisions that depend on reads are removed.</summary>
    NoGuards,
}
