using System.Buffers.Binary;

namespace PaymentAbstractions.Journal;

/// <summary>Frames that are not written yet, as they will lie in the file.</summary>
internal sealed class SegmentBuffer(SegmentName name)
{
    private byte[] _bytes = new byte[1 << 16];
    private int _length;
    private uint _checksum = Checksum32.Start;

    public int Length => _length;

    /// <summary>How many entries since the last mark.</summary>
    public int Entries { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public void AddHeader() => SegmentHeader.Create(name).CopyTo(Take(SegmentHeader.Size));

    /// <summary>Adds an entry whose payload is given.</summary>
    public void AddEntry(ReadOnlySpan<byte> payload, ulong sequence, ulong batch, long offset)
    {
        Add(FrameKind.Entry, payload, sequence, batch, offset);
        Entries++;
    }

    /// <summary>Ends a batch: how many entries it has, and the checksum over theirs.</summary>
    public void AddCommit(ulong sequence, ulong batch, long offset)
    {
        Span<byte> payload = stackalloc byte[Frame.MarkPayload];
        BinaryPrimitives.WriteInt64LittleEndian(payload, Entries);
        BinaryPrimitives.WriteUInt64LittleEndian(payload[8..], Checksum32.End(_checksum));
        Add(FrameKind.Commit, payload, sequence, batch, offset);
        (Entries, _checksum) = (0, Checksum32.Start);
    }

    /// <summary>Ends a segment: the highest numbers up to here.</summary>
    public uint AddSeal(ulong lastSequence, ulong lastBatch, long offset)
    {
        Span<byte> payload = stackalloc byte[Frame.MarkPayload];
        BinaryPrimitives.WriteUInt64LittleEndian(payload[8..], lastSequence);
        BinaryPrimitives.WriteUInt64LittleEndian(payload[16..], lastBatch);
        // A number of its own, so that a seal behind a damaged batch proves that the batch was not the last thing written.
        return Add(FrameKind.Seal, payload, lastSequence, lastBatch + 1, offset);
    }

    public void Clear() => (_length, Entries, _checksum) = (0, 0, Checksum32.Start);

    private uint Add(FrameKind kind, ReadOnlySpan<byte> payload, ulong sequence, ulong batch, long offset)
    {
        var frame = Take(Frame.HeaderSize + payload.Length);
        payload.CopyTo(frame[Frame.HeaderSize..]);
        var checksum = Frame.Write(frame, kind, sequence, batch, name, offset);
        _checksum = Checksum32.Add(_checksum, checksum);
        return checksum;
    }

    private Span<byte> Take(int count)
    {
        if (_length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }

        _length += count;
        return _bytes.AsSpan(_length - count, count);
    }
}
