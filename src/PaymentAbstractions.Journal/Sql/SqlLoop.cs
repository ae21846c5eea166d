namespace PaymentAbstractions.Journal;

/// <summary>
/// The one thread that writes. It takes all calls that wait, does them one after the other in one transaction, and answers them all
/// when it is durable. While it waits for the disk the next calls gather: that is the whole group commit.
/// </summary>
internal sealed class SqlLoop
{
    private static readonly JournalFailure Closed = new()
    {
        Kind = JournalFailureKind.Closed,
        Message = "The journal is closed.",
    };

    private readonly object _gate = new();
    private readonly SqlStore _store;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<SqlCall> _incoming = [];
    private List<SqlCall> _taken = [];
    private JournalHealth _health = new() { IsOpenForSends = true };
    private bool _isStopping;

    public SqlLoop(SqlStore store)
    {
        _store = store;
        new Thread(Run) { IsBackground = true, Name = "PaymentAbstractions.Journal" }.Start();
    }

    public JournalHealth Health => Volatile.Read(ref _health);

    /// <summary>Has something done by the loop.</summary>
    public Task<T> CallAsync<T>(
        Func<SqlStore, T> run,
        bool isWrite,
        Func<JournalFailure, T>? onFailure,
        CancellationToken cancellationToken
    )
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        var call = new SqlCall<T>(run, isWrite, onFailure);
        var answer = call.AnswerAsync(cancellationToken);
        lock (_gate)
        {
            if (!_isStopping)
            {
                _incoming.Add(call);
                Monitor.Pulse(_gate);
                return answer;
            }
        }

        call.Finish(Closed);
        return answer;
    }

    /// <summary>Answers what waits, closes the store and ends the thread.</summary>
    public Task StopAsync()
    {
        lock (_gate)
        {
            _isStopping = true;
            Monitor.Pulse(_gate);
        }

#pragma warning disable VSTHRD003 // The thread that completes it waits for nobody.
        return _ended.Task;
#pragma warning restore VSTHRD003
    }

    private void Run()
    {
        while (Take())
        {
            foreach (var calls in _taken.Where(call => call.TryClaim()).Chunk(_store.MostCallsPerTransaction))
            {
                RunTogether(calls);
            }

            _taken.Clear();
        }

        _store.Dispose();
        _ended.SetResult();
    }

    private bool Take()
    {
        lock (_gate)
        {
            while (_incoming.Count == 0)
            {
                if (_isStopping)
                {
                    return false;
                }

                Monitor.Wait(_gate);
            }

            (_incoming, _taken) = (_taken, _incoming);
            return true;
        }
    }

    private void RunTogether(ReadOnlySpan<SqlCall> calls)
    {
        var failure = TryRun(calls, out var hasBegun);
        if (failure is not null && hasBegun && calls.Length > 1)
        {
            // One of them, and which is not known: nothing of it has happened, or a repeat finds what has.
            foreach (var call in calls)
            {
                RunTogether([call]);
            }

            return;
        }

        Note(failure, calls);
        foreach (var call in calls)
        {
            call.Finish(failure);
        }
    }

    private JournalFailure? TryRun(ReadOnlySpan<SqlCall> calls, out bool hasBegun)
    {
        hasBegun = false;
        try
        {
            _store.Begin(IsWrite(calls));
            hasBegun = true;
            foreach (var call in calls)
            {
                call.Run(_store);
            }

            _store.Commit();
            return null;
        }
#pragma warning disable CA1031 // Whatever it is, its callers must be answered, and the loop must go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return _store.TakeBack(exception);
        }
    }

    private static bool IsWrite(ReadOnlySpan<SqlCall> calls)
    {
        foreach (var call in calls)
        {
            if (call.IsWrite)
            {
                return true;
            }
        }

        return false;
    }

    // What is only read says nothing about whether something can be written.
    private void Note(JournalFailure? failure, ReadOnlySpan<SqlCall> calls)
    {
        var last = failure ?? _store.LastFailure ?? Health.LastFailure;
        var isOpen = failure switch
        {
            null => Health.IsOpenForSends || IsWrite(calls),
            { Kind: JournalFailureKind.Locked } => Health.IsOpenForSends,
            _ => false,
        };
        if (Health.IsOpenForSends != isOpen || Health.LastFailure != last)
        {
            Volatile.Write(ref _health, Health with { IsOpenForSends = isOpen, LastFailure = last });
        }
    }
}
