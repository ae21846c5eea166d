namespace PaymentAbstractions.Journal;

/// <summary>
/// The only thread that writes. It takes all waiting calls, runs them one after the other in one transaction, and completes them when it is
/// durable. While it waits for the disk, the next calls gather: this is group commit.
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
        // Not within a transaction or trace of its first caller.
        new Thread(Run) { IsBackground = true, Name = "PaymentAbstractions.Journal" }.UnsafeStart();
    }

    public JournalHealth Health => Volatile.Read(ref _health);

    /// <summary>Runs a call on the loop.</summary>
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

    /// <summary>Completes the waiting calls, closes the store and ends the thread.</summary>
    public Task StopAsync()
    {
        lock (_gate)
        {
            _isStopping = true;
            Monitor.Pulse(_gate);
        }

#pragma warning disable VSTHRD003 // The thread that completes it never waits for a caller.
        return _ended.Task;
#pragma warning restore VSTHRD003
    }

    private void Run()
    {
        while (Take())
        {
            foreach (var calls in _taken.Chunk(_store.MaxCallsPerTransaction))
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
                // A call that fails, or depends on more than was locked, is tried again after the next calls.
                _toUndo.RemoveAll(undo => TryRun([undo], out _) is null && !undo.IsPostponed);
            }
        }

        try
        {
            _store.Dispose();
        }
#pragma warning disable CA1031 // The next opening repairs what was not closed properly.
        catch (Exception)
#pragma warning restore CA1031
        {
            // No call waits any more.
        }

        _ended.SetResult();
    }

    /// <returns>Whether to continue. No calls are taken when it is time to check whether the database can be written again.</returns>
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
        // If the response to a commit is lost with the connection, a repeat finds the result.
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
            // Reads need no lock.
            var reads = calls.Where(call => !call.IsWrite).ToList();
            Finish(reads.Count < calls.Count ? [.. calls.Where(call => call.IsWrite)] : calls, failure);
            if (reads.Count > 0 && reads.Count < calls.Count)
            {
                RunTogether(reads);
            }
        }
    }

    // One of the calls failed, but it is not known which one: either nothing was recorded, or a repeat finds the result. Calls that need a
    // lock of another host have already waited for it.
    private void RunApart(IReadOnlyList<SqlCall> calls)
    {
        for (var i = 0; i < calls.Count; i++)
        {
            var failure = TryRun([calls[i]], out var hasBegun, isPatient: false);
            if (failure is not null && !hasBegun && (!_store.LocksByName || failure.Kind != JournalFailureKind.Locked))
            {
                // The others would wait for the same lock, one after the other.
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
                // A caller that canceled while the transaction waited does not need a result.
                if (call.TryClaim())
                {
                    call.Run(_store);
                }
            }

            isCommitting = true;
            _store.Commit();
        }
        catch (SqlUnlockedException unlocked) when (calls.Count == 1)
        {
            // It had already written, and that is rolled back.
            calls[0].Postpone(unlocked);
            _store.TakeBack(unlocked);
            return null;
        }
#pragma warning disable CA1031 // For every exception, the calls must be completed, and the loop must continue.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var failure = _store.TakeBack(exception);
            // A commit that failed has not happened; one whose response was lost with the connection may have.
            foreach (var call in calls.Where(call => isCommitting && !_store.IsConnected && call.IsWrite))
            {
                call.IsAmbiguous = true;
            }

            return failure;
        }

        // A measurement decides nothing about the commit.
        JournalMeter.Committed(calls.Count);
        return null;
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

    // Behind the calls that already wait, with all of its names.
    private void DoAgain(SqlCall call)
    {
        lock (_gate)
        {
            _incoming.Add(call);
        }
    }

    // A read does not show whether the database can be written.
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
