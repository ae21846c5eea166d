namespace PaymentAbstractions;

/// <summary>Lets one exchange at a time work on one thing, such as a transaction or a customer, within this process.</summary>
/// <remarks>Thread-safe. Whoever waits is let in one by one; a key that nobody uses any more takes no memory.</remarks>
public sealed class KeyedLock
{
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    /// <summary>Waits for the turn on a key.</summary>
    /// <param name="key">What to work on alone; compares by its exact characters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Dispose it to end the turn; disposing it twice is harmless.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled while waiting.</exception>
    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancellationToken = default)
    {
        Slot slot;
        lock (_slots)
        {
            if (!_slots.TryGetValue(key, out slot!))
            {
                _slots.Add(key, slot = new Slot());
            }

            slot.Users++;
        }

        try
        {
            await slot.Semaphore.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(key, slot);
            throw;
        }

        return new Release(this, key, slot);
    }

    private void Leave(string key, Slot slot)
    {
        lock (_slots)
        {
            slot.Users--;
            if (slot.Users == 0)
            {
                _slots.Remove(key);
                slot.Semaphore.Dispose();
            }
        }
    }

    private sealed class Slot
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Release(KeyedLock owner, string key, Slot slot) : IDisposable
    {
        private int _released;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _released, 1) == 0)
            {
                slot.Semaphore.Release();
                owner.Leave(key, slot);
            }
        }
    }
}
