namespace PaymentAbstractions.Journal;

/// <summary>
/// A journal in the memory of the process, for tests, sandboxes and applications that accept what it does not promise: nothing
/// survives the end of the process.
/// </summary>
/// <remarks>
/// <para>
/// While the process lives it decides as every journal does. After it, a repeat of a key is sent again, an order can be charged
/// again, and what was in doubt is not looked up. "Durable" in <see cref="IPaymentJournal"/> means recorded in memory here.
/// </para>
/// <para>
/// A closed payment is forgotten when <see cref="InMemoryJournalOptions.KeepClosedFor"/> has passed since its last change, and
/// earlier, oldest first, beyond <see cref="InMemoryJournalOptions.MostClosed"/>. What is forgotten is open again: its key is new,
/// its order can be charged, and its refunds, captures and voids count for nothing. A payment and what was captured, voided and
/// refunded of it are forgotten together, by their latest change. They are kept as long as one of them is open, Pending, Unknown,
/// unpublished or a duplicate charge.
/// </para>
/// <para>
/// When as many payments are in doubt as may be (<see cref="InMemoryJournalOptions.MostInDoubt"/>), an attempt does not begin: it is
/// NotRecorded, <see cref="JournalFailureKind.Full"/>.
/// </para>
/// <para>This type is thread-safe.</para>
/// </remarks>
public sealed class InMemoryPaymentJournal : PaymentJournal
{
    private readonly Lock _lock = new();
    private readonly MemoryStore _store;

    /// <summary>Creates a journal that holds nothing.</summary>
    /// <param name="options">How much it keeps; the defaults when null. Later changes of the object have no effect.</param>
    /// <param name="timeProvider">The clock; the system's when null.</param>
    /// <exception cref="PaymentConfigurationException">An option has no meaning; all are listed.</exception>
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
    /// Warns when 80 % of the payments that may be in doubt are, until they are fewer than 70 %. Closed to new attempts while all are.
    /// </remarks>
    public override JournalHealth Health => _store.Health;

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
            _store.Forget();
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
