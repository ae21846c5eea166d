namespace PaymentAbstractions.Adapters;

/// <summary>The guards that an attempt needs, and whether the attempt reads something under them before its write.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record AttemptGuards
{
    /// <summary>No guards: the attempt can run beside any other attempt.</summary>
    public static AttemptGuards None { get; } = new();

    /// <summary>The guards. The attempt holds all of them before it reads anything.</summary>
    public ValueList<PaymentGuard> Guards { get; init; } = [];

    /// <summary>
    /// Whether the adapter calls <see cref="RunningAttempt.AmendAsync"/> before the write. Until it does, the gate stays shut, and if the
    /// process ends, the attempt counts as not sent. The default is <see langword="false"/>; an attempt that had to wait for its guards, or
    /// that finds other payments that matter to it, must call the method all the same: see <see cref="RunningAttempt.MustAmend"/>.
    /// </summary>
    public bool ReadsFirst { get; init; }
}
