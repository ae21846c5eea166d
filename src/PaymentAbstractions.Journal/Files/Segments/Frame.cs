using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal;

/// <summary>
/// The envelope of everything in a segment: mark, length, number of the record, number of the batch, kind, checksum. The checksum
/// covers the payload, the place in the file and the file, so that nothing counts that lies where it was not written.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Frame(FrameKind Kind, ulong Sequence, ulong Batch, int Length, uint Checksum)
{
    public const int HeaderSize = 32;
    public const int MostPayload = 1 << 20;

    /// <summary>Tail payload: how many frames a commit or a seal closes, and the combined checksum of the batch.</summary>
    public const int MarkPayload = 24;

    private const uint Mark = 0x464A4150;

    public int Size => HeaderSize + Length;

    /// <summary>Fills in the header of a frame whose payload lies behind it already.</summary>
    public static uint Write(
        Span<byte> frame,
        FrameKind kind,
        ulong sequence,
        ulong batch,
        SegmentName name,
        long offset
    )
    {
        BinaryPrimitives.WriteUInt32LittleEndian(frame, Mark);
        BinaryPrimitives.WriteInt32LittleEndian(frame[4..], frame.Length - HeaderSize);
        BinaryPrimitives.WriteUInt64LittleEndian(frame[8..], sequence);
        BinaryPrimitives.WriteUInt64LittleEndian(frame[16..], batch);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[24..], (uint)kind);
        var checksum = Compute(frame, name, offset);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[28..], checksum);
        return checksum;
    }

    /// <summary>Reads what a header claims, without proof.</summary>
    public static bool TryReadHeader(ReadOnlySpan<byte> bytes, out Frame frame)
    {
        frame = default;
        if (bytes.Length < HeaderSize || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Mark)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        frame = new Frame(
            (FrameKind)BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]),
            length,
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[28..])
        );
        return length is >= 0 and <= MostPayload && Enum.IsDefined(frame.Kind);
    }

    /// <summary>Reads a whole frame and proves it by its checksum.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, SegmentName name, long offset, out Frame frame) =>
        TryReadHeader(bytes, out frame)
        && bytes.Length >= frame.Size
        && Compute(bytes[..frame.Size], name, offset) == frame.Checksum;

    private static uint Compute(ReadOnlySpan<byte> frame, SegmentName name, long offset)
    {
        var checksum = Checksum32.Add(Checksum32.Start, (ulong)name.First << 32 | (uint)name.Generation);
        checksum = Checksum32.Add(checksum, (ulong)offset);
        checksum = Checksum32.Add(checksum, frame[..28]);
        return Checksum32.End(Checksum32.Add(checksum, frame[HeaderSize..]));
    }
}
