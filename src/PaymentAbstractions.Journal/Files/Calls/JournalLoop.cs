namespace PaymentAbstractions.Journal;

/// <summary>
/// The one thread that owns the store. It takes all calls that wait, does them one after the other, makes what they wrote durable
/// with one sync, and answers them all. While it waits for the disk the next calls gather: that is the whole group commit.
/// </summary>
internal sealed class JournalLoop
{
    private readonly object _gate = new();
    private readonly Func<JournalStore> _open;
    private readonly Action _onSegments;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<JournalCall> _batch = [];
    private List<JournalCall> _incoming = [];
    private List<JournalCall> _taken = [];
    private JournalStore _store;
    private int _segments;
    private JournalHealth _health = new() { IsOpenForSends = true };
    private bool _isStopping;

    public JournalLoop(JournalStore store, Func<JournalStore> open, Action onSegments)
    {
        (_store, _open, _onSegments) = (store, open, onSegments);
        _thread = new Thread(Run) { IsBackground = true, Name = "PaymentAbstractions.Journal" };
        _thread.Start();
    }

    public JournalHealth Health => Volatile.Read(ref _health);

    /// <summary>Has something done by the loop.</summary>
    public Task<T> CallAsync<T>(
        Func<JournalStore, T> run,
        Func<JournalFailure, T>? onFailure,
        CancellationToken cancellationToken,
        bool isAlone = false
    )
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        var call = new JournalCall<T>(run, onFailure, isAlone);
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

        call.Finish(new JournalFailure { Kind = JournalFailureKind.Closed, Message = "The journal is closed." });
        return answer;
    }

    /// <summary>Opens the store again, from what the disk holds.</summary>
    public Task ReopenAsync(CancellationToken cancellationToken) =>
        CallAsync(_ => Reopen(), onFailure: null, cancellationToken, isAlone: true);

    /// <summary>Notes a failure that changes nothing else.</summary>
    public void Note(JournalFailure failure) => Volatile.Write(ref _health, Health with { LastFailure = failure });

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
            foreach (var call in _taken)
            {
                if (!call.TryClaim())
                {
                    continue;
                }

                if (call.IsAlone)
                {
                    Commit();
                }

                call.Run(_store);
                _batch.Add(call);
                if (call.IsAlone || _store.IsBatchFull)
                {
                    Commit();
                }
            }

            Commit();
            _taken.Clear();
            if (_segments != _store.SegmentCount)
            {
                _segments = _store.SegmentCount;
                _onSegments();
            }
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

    private void Commit()
    {
        if (_batch.Count == 0)
        {
            return;
        }

        var failure = _store.HasPending ? _store.Commit() : null;
        UpdateHealth();
        foreach (var call in _batch)
        {
            call.Finish(failure);
        }

        _batch.Clear();
        if (failure is null)
        {
            _store.RollIfFull();
            UpdateHealth();
        }
    }

    private void UpdateHealth()
    {
        var last = _store.Closed ?? _store.LastFailure ?? Health.LastFailure;
        var isOpen = _store.Closed is null;
        if (Health.IsOpenForSends != isOpen || Health.LastFailure != last)
        {
            Volatile.Write(ref _health, new JournalHealth { IsOpenForSends = isOpen, LastFailure = last });
        }
    }

    // Until the new one is there the old one still answers what is only read.
    private bool Reopen()
    {
        _store.Close(
            new JournalFailure
            {
                Kind = JournalFailureKind.Closed,
                Message = "The journal is closed until it is reopened.",
            }
        );
        var opened = _open();
        _store.Dispose();
        _store = opened;
        return true;
    }
}
