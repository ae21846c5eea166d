namespace PaymentAbstractions.Journal;

/// <summary>Work that a caller wants the loop to do.</summary>
/// <param name="isWrite">Whether it may write.</param>
/// <param name="concerns">The names of what its decision depends on, as far as they are known in advance.</param>
internal abstract class SqlCall(bool isWrite, IEnumerable<string> concerns)
{
    // The names that a list depends on change with every read, and each name is a lock: beyond this number, the list starts again.
    private const int MaxNamesOfLists = 1000;

    public bool IsWrite => isWrite;

    /// <summary>The names of what its decision depends on, as far as they are known.</summary>
    public HashSet<string> Concerns => field ??= new(concerns, StringComparer.Ordinal);

    /// <summary>Whether it depends on more than was locked. If so, it has done nothing, and must run again.</summary>
    public bool IsPostponed { get; protected set; }

    /// <summary>Schedules it to run again, with the additional names.</summary>
    public void Postpone(SqlUnlockedException unlocked)
    {
        if (Concerns.Count > MaxNamesOfLists && !concerns.Any())
        {
            Concerns.Clear();
        }

        Concerns.UnionWith(unlocked.Names);
        IsPostponed = true;
    }

    /// <summary>Whether the response to its commit was lost, so that the commit may have happened.</summary>
    public bool IsAmbiguous { get; set; }

    /// <summary>
    /// The call that runs later when a failure was returned that is not certain; <see langword="null"/> when nothing has to be undone.
    /// </summary>
    public virtual SqlCall? Undo => null;

    /// <summary>Claims the call, or has already done so; <see langword="false"/> when the caller has canceled.</summary>
    public abstract bool TryClaim();

    /// <summary>Runs the call, again when its transaction failed. The result is kept until <see cref="Finish"/>.</summary>
    public abstract void Run(SqlStore store);

    /// <summary>Completes the call for the caller.</summary>
    /// <param name="failure">The reason why nothing was recorded; <see langword="null"/> when the write is durable.</param>
    public abstract void Finish(JournalFailure? failure);
}
