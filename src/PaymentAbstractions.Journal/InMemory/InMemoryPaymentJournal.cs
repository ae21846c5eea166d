namespace PaymentAbstractions.Journal;

/// <summary>
/// A journal in the memory of the process, for tests, sandboxes and applications that accept its limits: nothing survives the end of the
/// process.
/// </summary>
/// <remarks>
/// <para>
/// While the process runs, it decides like every other journal. After a restart, a repeat of a key is sent again, an order can be charged
/// again, and unresolved payments are not looked up. In this journal, "durable" in <see cref="IPaymentJournal"/> means recorded in memory.
/// </para>
/// <para>
/// A closed payment is removed when <see cref="InMemoryJournalOptions.KeepClosedFor"/> has passed since its last change, and earlier,
/// oldest first, beyond <see cref="InMemoryJournalOptions.MaxClosed"/>. After that, its key is new, its order can be charged, and its
/// refunds, captures and voids no longer count. A payment and its captures, voids and refunds are removed together, by their latest change.
/// They are kept as long as one of them is open, Pending, Unknown, unpublished or a duplicate charge.
/// </para>
/// <para>
/// When the maximum number of payments is unresolved (<see cref="InMemoryJournalOptions.MaxInDoubt"/>), an attempt does not start: it is
/// NotRecorded with <see cref="JournalFailureKind.Full"/>.
/// </para>
/// <para>This type is thread-safe.</para>
/// </remarks>
public sealed class InMemoryPaymentJournal : PaymentJournal
{
    private readonly Lock _lock = new();
    private readonly MemoryStore _store;

    /// <summary>Creates an empty journal.</summary>
    /// <param name="options">The options; the defaults when <see langword="null"/>. Later changes of the object have no effect.</param>
    /// <param name="timeProvider">The clock; the system clock when <see langword="null"/>.</param>
    /// <exception cref="PaymentConfigurationException">An option is not valid. The exception lists all problems.</exception>
    public InMemoryPaymentJournal(InMemoryJournalOptions? options = null, TimeProvider? timeProvider = null)
        : base(timeProvider ?? TimeProvider.System)
    {
        var copy = options?.Copy() ?? new InMemoryJournalOptions();
        var problems = new ProblemList();
        copy.Validate(problems);
        if (problems.Count > 0)
        {
            throw new PaymentConfigurationException(problems);
        }

        _store = new MemoryStore(copy, Clock);
    }

    /// <inheritdoc />
    /// <remarks>
    /// It warns when 80 % of the maximum number of payments are unresolved, until fewer than 70 % are. At 100 %, no attempts can start.
    /// </remarks>
    public override JournalHealth Health => _store.Health;

    // Every commit is confirmed, so attempts have none.
    private protected override string NewNonce() => "";

    private protected override Task<T> WriteAsync<T>(
        IEnumerable<string> concerns,
        Func<IJournalStore, T> write,
        Func<JournalFailure, T> onFailure,
        CancellationToken cancellationToken,
        Action<IJournalStore>? undo = null
    ) => ReadAsync(concerns, write, cancellationToken);

    private protected override Task<T> ReadAsync<T>(
        IEnumerable<string> concerns,
        Func<IJournalStore, T> read,
        CancellationToken cancellationToken
    )
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        lock (_lock)
        {
            _store.BeginCall();
            return Task.FromResult(read(_store));
        }
    }

    private protected override IAsyncEnumerable<JournalEntry> ListAsync(
        EntryList list,
        Func<JournalEntry, bool> isWanted,
        int limit,
        CancellationToken cancellationToken
    ) => StreamAsync([], _ => _store.List(isWanted, isWhole: list.Period is not null).Take(limit), cancellationToken);
}
