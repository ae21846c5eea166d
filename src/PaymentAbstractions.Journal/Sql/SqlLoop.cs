namespace PaymentAbstractions.Journal;

/// <summary>
/// The one thread that writes. It takes all calls that wait, does them one after the other in one transaction, and answers them all
/// when it is durable. While it waits for the disk the next calls gather: that is the whole group commit.
/// </summary>
internal sealed class SqlLoop
{
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromSeconds(5);

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
    private readonly List<SqlCall> _toUndo = [];
    private JournalHealth _health = new() { IsOpenForSends = true };
    private bool _isStopping;

    public SqlLoop(SqlStore store)
    {
        _store = store;
        // Not within whatever transaction or trace its first caller is in.
        new Thread(Run) { IsBackground = true, Name = "PaymentAbstractions.Journal" }.UnsafeStart();
    }

    public JournalHealth Health => Volatile.Read(ref _health);

    /// <summary>Has something done by the loop.</summary>
    public Task<T> CallAsync<T>(SqlCall<T> call, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

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
            foreach (var calls in _taken.Chunk(_store.MostCallsPerTransaction))
            {
                RunTogether(calls);
            }

            if (_taken.Count == 0)
            {
                RunTogether([new SqlCall<bool>(static store => store.Probe(), [], static _ => false)]);
            }

            _taken.Clear();
            if (Health.IsOpenForSends)
            {
                // What fails, or concerns more than was locked, is tried again after the next calls.
                _toUndo.RemoveAll(undo => TryRun([undo], out _) is null && !undo.IsPostponed);
            }
        }

        try
        {
            _store.Dispose();
        }
#pragma warning disable CA1031 // What is not closed in order is put in order by the next opening.
        catch (Exception)
#pragma warning restore CA1031
        {
            // Nothing waits any more.
        }

        _ended.SetResult();
    }

    /// <returns>Whether to go on. Nothing is taken when it is time to see whether the database can be written again.</returns>
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

                if (Health.IsOpenForSends)
                {
                    Monitor.Wait(_gate);
                }
                else if (!Monitor.Wait(_gate, ProbeInterval))
                {
                    return true;
                }
            }

            (_incoming, _taken) = (_taken, _incoming);
            return true;
        }
    }

    private void RunTogether(IReadOnlyList<SqlCall> calls)
    {
        var failure = TryRun(calls, out var hasBegun);
        // A commit whose answer is lost with the connection is asked for again, by a repeat that finds what it left.
        if (failure is null || (calls.Count == 1 && (!hasBegun || _store.IsConnected)))
        {
            Finish(calls, failure);
        }
        else if (hasBegun || (_store.LocksByName && failure.Kind == JournalFailureKind.Locked))
        {
            RunApart(calls);
        }
        else
        {
            // What is only read needs no lock.
            var reads = calls.Where(call => !call.IsWrite).ToList();
            Finish(reads.Count < calls.Count ? [.. calls.Where(call => call.IsWrite)] : calls, failure);
            if (reads.Count > 0 && reads.Count < calls.Count)
            {
                RunTogether(reads);
            }
        }
    }

    // One of them failed, and which is not known: nothing of it has happened, or a repeat finds what has. Who needs what another host holds has
    // waited for it already.
    private void RunApart(IReadOnlyList<SqlCall> calls)
    {
        for (var i = 0; i < calls.Count; i++)
        {
            var failure = TryRun([calls[i]], out var hasBegun, isPatient: false);
            if (failure is not null && !hasBegun && (!_store.LocksByName || failure.Kind != JournalFailureKind.Locked))
            {
                // The others would wait for the same, one after the other.
                Finish([.. calls.Skip(i)], failure);
                return;
            }

            Finish([calls[i]], failure);
        }
    }

    private JournalFailure? TryRun(IReadOnlyList<SqlCall> calls, out bool hasBegun, bool isPatient = true)
    {
        (hasBegun, var isCommitting) = (false, false);
        try
        {
            _store.Begin(calls, isPatient);
            hasBegun = true;
            foreach (var call in calls)
            {
                // Who has given up while the transaction waited for its turn wants nothing any more.
                if (call.TryClaim())
                {
                    call.Run(_store);
                }
            }

            isCommitting = true;
            _store.Commit();
            JournalMeter.Committed(calls.Count);
            return null;
        }
        catch (SqlUnlockedException unlocked) when (calls.Count == 1)
        {
            // It had written something, and that is taken back.
            calls[0].Postpone(unlocked);
            _store.TakeBack(unlocked);
            return null;
        }
#pragma warning disable CA1031 // Whatever it is, its callers must be answered, and the loop must go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var failure = _store.TakeBack(exception);
            // A commit that failed has not happened; one whose answer went with the connection may have.
            foreach (var call in calls.Where(call => isCommitting && !_store.IsConnected && call.IsWrite))
            {
                call.IsAmbiguous = true;
            }

            return failure;
        }
    }

    private void Finish(IReadOnlyList<SqlCall> calls, JournalFailure? failure)
    {
        Note(failure, calls.Any(call => call.IsWrite));
        foreach (var call in calls.Where(call => call.TryClaim()))
        {
            if (failure is null && call.IsPostponed)
            {
                DoAgain(call);
                continue;
            }

            if (failure is not null && call is { IsAmbiguous: true, Undo: { } undo })
            {
                _toUndo.Add(undo);
            }

            call.Finish(failure);
        }
    }

    // Behind what waits already, with all that it concerns.
    private void DoAgain(SqlCall call)
    {
        lock (_gate)
        {
            _incoming.Add(call);
        }
    }

    // What is only read says nothing about whether something can be written.
    private void Note(JournalFailure? failure, bool isWrite)
    {
        var last = failure ?? _store.TakeLastFailure() ?? Health.LastFailure;
        var isOpen = isWrite ? failure is null : Health.IsOpenForSends;
        if (Health.IsOpenForSends != isOpen || Health.LastFailure != last)
        {
            Volatile.Write(ref _health, Health with { IsOpenForSends = isOpen, LastFailure = last });
        }
    }
}
