namespace PaymentAbstractions.Adapters;

/// <summary>What an attempt must have for itself, and whether it reads something under it before its write.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record AttemptGuards
{
    /// <summary>None: the attempt can run beside any other.</summary>
    public static AttemptGuards None { get; } = new();

    /// <summary>The guards. All are waited for before anything is read.</summary>
    public ValueList<PaymentGuard> Guards { get; init; } = [];

    /// <summary>
    /// Whether <see cref="RunningAttempt.AmendAsync"/> is called before the write. Until it was, the gate stays shut, and an attempt
    /// whose process has died is proven unsent. Default: no; an attempt that had to wait, or finds others that matter to it, must amend
    /// all the same: <see cref="RunningAttempt.MustAmend"/>.
    /// </summary>
    public bool ReadsFirst { get; init; }
}
