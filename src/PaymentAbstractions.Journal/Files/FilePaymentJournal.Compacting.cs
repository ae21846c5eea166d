namespace PaymentAbstractions.Journal;

// Merging segments beside the writer; one merge at a time.
public sealed partial class FilePaymentJournal
{
    private readonly SemaphoreSlim _compacting = new(1, 1);
    private readonly CancellationTokenSource _stopping = new();
    private Task _background = Task.CompletedTask;

    /// <summary>
    /// Rewrites the whole journal without what was superseded, and without what <see cref="FileJournalOptions"/> says is old
    /// enough. Payments go on meanwhile.
    /// </summary>
    /// <param name="cancellationToken">Ends it; what was there before stays.</param>
    /// <returns>A task that ends when the old files are deleted.</returns>
    /// <exception cref="JournalUnavailableException">The journal is closed.</exception>
    /// <exception cref="JournalDamagedException">A record cannot be read any more; nothing was deleted.</exception>
    public async Task CompactAsync(CancellationToken cancellationToken = default)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        _ = await RunCompactionAsync(static store => store.PlanAll(), both.Token).ConfigureAwait(false);
    }

    // Called by the loop, so never twice at once.
    private void CompactWhenDue()
    {
        // Only while the tasks of the earlier one are through; the next new segment asks again.
        if (_options.CompactInBackground && _background.IsCompleted && !_stopping.IsCancellationRequested)
        {
            _background = Task.Run(CompactInBackgroundAsync, CancellationToken.None);
        }
    }

    private async Task CompactInBackgroundAsync()
    {
        try
        {
            while (await RunCompactionAsync(static store => store.PlanMerge(), _stopping.Token).ConfigureAwait(false))
            { }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The next process goes on with it.
        }
        catch (Exception exception) when (exception is PaymentException || DiskFailure.Is(exception))
        {
            _loop.Note(DiskFailure.Of(exception, "The journal could not be compacted; its old files stay."));
        }
    }

    private async Task<bool> RunCompactionAsync(
        Func<JournalStore, CompactionPlan?> plan,
        CancellationToken cancellationToken
    )
    {
        await _compacting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var planned = await _loop
                .CallAsync(plan, onFailure: null, cancellationToken, isAlone: true)
                .ConfigureAwait(false);
            if (planned is null)
            {
                return false;
            }

            var compacted = await Task.Run(
                    () => Compactor.Run(_disk, _options, planned, cancellationToken),
                    CancellationToken.None
                )
                .ConfigureAwait(false);
            return await _loop
                .CallAsync(
                    store =>
                    {
                        store.Replace(planned, compacted);
                        return true;
                    },
                    onFailure: null,
                    CancellationToken.None,
                    isAlone: true
                )
                .ConfigureAwait(false);
        }
        finally
        {
            _compacting.Release();
        }
    }

    private async Task StopCompactingAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _compacting.WaitAsync().ConfigureAwait(false);
        _compacting.Release();
#pragma warning disable VSTHRD003 // It runs on the thread pool and waits for nobody that waits for this.
        await _background.ConfigureAwait(false);
#pragma warning restore VSTHRD003
    }
}
