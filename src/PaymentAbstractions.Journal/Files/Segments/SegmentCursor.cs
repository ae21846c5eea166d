namespace PaymentAbstractions.Journal;

/// <summary>Reads the frames of one file one after the other, in large pieces.</summary>
internal sealed class SegmentCursor(IJournalFile file, SegmentName name)
{
    private byte[] _buffer = new byte[1 << 16];
    private long _start;
    private int _filled;

    /// <summary>Reads the frame at an offset.</summary>
    /// <returns>False when no proven frame begins there.</returns>
    public bool TryRead(long offset, out Frame frame, out ReadOnlySpan<byte> bytes)
    {
        bytes = Window(offset, Frame.HeaderSize);
        if (!Frame.TryReadHeader(bytes, out frame))
        {
            return false;
        }

        bytes = Window(offset, frame.Size);
        if (!Frame.TryRead(bytes, name, offset, out frame))
        {
            return false;
        }

        bytes = bytes[..frame.Size];
        return true;
    }

    /// <summary>What lies at an offset, as much as is needed or as there is.</summary>
    public ReadOnlySpan<byte> Window(long offset, int needed)
    {
        if (offset < _start || offset + needed > _start + _filled)
        {
            if (_buffer.Length < needed)
            {
                _buffer = new byte[needed];
            }

            _start = offset;
            _filled = file.Read(offset, _buffer);
        }

        var at = (int)(offset - _start);
        return at >= _filled ? [] : _buffer.AsSpan(at, _filled - at);
    }
}
