namespace PaymentAbstractions.Journal;

/// <summary>Something that a caller waits for the loop to do.</summary>
/// <param name="isWrite">Whether it may write.</param>
/// <param name="concerns">The names of what it decides about, as far as they are known before.</param>
internal abstract class SqlCall(bool isWrite, IEnumerable<string> concerns)
{
    // What a list concerns changes with every reading of it, and each name is a lock: once there are so many it begins anew.
    private const int MostNamesOfLists = 1000;
    private readonly bool _isList = !concerns.Any();

    public bool IsWrite => isWrite;

    /// <summary>The names of what it decides about, as far as they are known.</summary>
    public HashSet<string> Concerns { get; } = new(concerns, StringComparer.Ordinal);

    /// <summary>Whether it found that it concerns more than was locked, has done nothing, and is to be done again.</summary>
    public bool IsPostponed { get; protected set; }

    /// <summary>Has it done again, with what it concerns besides.</summary>
    public void Postpone(SqlUnlockedException unlocked)
    {
        if (_isList && Concerns.Count > MostNamesOfLists)
        {
            Concerns.Clear();
        }

        Concerns.UnionWith(unlocked.Names);
        IsPostponed = true;
    }

    /// <summary>Whether the answer to a commit of it was lost, so that it may have happened.</summary>
    public bool IsAmbiguous { get; set; }

    /// <summary>
    /// What is done later when it was answered that nothing has happened, and that is not sure; none when nothing is to be done.
    /// </summary>
    public virtual SqlCall? Undo => null;

    /// <summary>Takes the call over, or has done so before; false when the caller has given up.</summary>
    public abstract bool TryClaim();

    /// <summary>Does it, again when its transaction failed. What comes of it is kept back until <see cref="Finish"/>.</summary>
    public abstract void Run(SqlStore store);

    /// <summary>Answers the caller.</summary>
    /// <param name="failure">Why nothing of it has happened; none when it is durable.</param>
    public abstract void Finish(JournalFailure? failure);
}
