namespace PaymentAbstractions.Journal;

/// <summary>Collects small writes into large ones.</summary>
internal sealed class SequentialWriter(IJournalFile file, long start)
{
    private long _start = start;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _used;

    /// <summary>Where the next byte goes.</summary>
    public long Position => _start + _used;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_used == _buffer.Length)
            {
                Flush();
            }

            var fits = Math.Min(bytes.Length, _buffer.Length - _used);
            bytes[..fits].CopyTo(_buffer.AsSpan(_used));
            _used += fits;
            bytes = bytes[fits..];
        }
    }

    public void Flush()
    {
        if (_used > 0)
        {
            file.Write(_start, _buffer.AsSpan(0, _used));
            _start += _used;
            _used = 0;
        }
    }
}
