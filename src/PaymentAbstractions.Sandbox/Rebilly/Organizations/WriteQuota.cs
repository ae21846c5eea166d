namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Counts the writes of an organization in windows of ten minutes.</summary>
internal sealed class WriteQuota
{
    public const int ProviderLimit = 3000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private DateTimeOffset _start;
    private int _used;

    public DateTimeOffset Reset => _start + Window;

    public int Remaining(int limit) => Math.Max(0, limit - _used);

    /// <summary>Counts one write; false when the limit of this window is reached.</summary>
    public bool TryTake(int? limit, DateTimeOffset now)
    {
        if (_used == 0 || now < _start || now - _start >= Window)
        {
            _start = now;
            _used = 0;
        }

        if (limit is not null && _used >= limit)
        {
            return false;
        }

        _used++;
        return true;
    }
}
