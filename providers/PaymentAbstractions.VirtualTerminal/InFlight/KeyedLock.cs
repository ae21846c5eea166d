namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Lets one exchange at a time work on one thing, within this process.</summary>
/// <remarks>Thread-safe. Entries vanish with their last user.</remarks>
internal sealed class KeyedLock
{
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancellationToken)
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
