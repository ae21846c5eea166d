using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal;

/// <summary>The parts of an index file: header, blocks of sorted rows, filter, places of live records.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IndexLayout(
    SegmentName Segment,
    long SegmentLength,
    uint SealChecksum,
    long Rows,
    long FilterBytes,
    long Live
)
{
    public const int BlockSize = 4096;
    public const int RowsPerBlock = (BlockSize - 8) / IndexRow.Size;

    private const uint Mark = 0x58494A50;
    private const int Version = 1;
    private const int HeaderBytes = 64;

    public long Blocks => (Rows + RowsPerBlock - 1) / RowsPerBlock;

    public long FilterAt => BlockSize * (1 + Blocks);

    /// <summary>The filter, then its checksum.</summary>
    public long LiveAt => FilterAt + FilterBytes + 4;

    public long Length => LiveAt + (Live * 8) + 4;

    public byte[] Write()
    {
        var block = new byte[BlockSize];
        BinaryPrimitives.WriteUInt32LittleEndian(block, Mark);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(4), Version);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(8), Segment.First);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(12), Segment.Last);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(16), Segment.Generation);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(20), SealChecksum);
        BinaryPrimitives.WriteInt64LittleEndian(block.AsSpan(24), SegmentLength);
        BinaryPrimitives.WriteInt64LittleEndian(block.AsSpan(32), Rows);
        BinaryPrimitives.WriteInt64LittleEndian(block.AsSpan(40), FilterBytes);
        BinaryPrimitives.WriteInt64LittleEndian(block.AsSpan(48), Live);
        BinaryPrimitives.WriteUInt32LittleEndian(
            block.AsSpan(HeaderBytes),
            Checksum32.Of(block.AsSpan(0, HeaderBytes))
        );
        return block;
    }

    public static bool TryRead(ReadOnlySpan<byte> block, out IndexLayout layout)
    {
        layout = default;
        if (
            block.Length < BlockSize
            || BinaryPrimitives.ReadUInt32LittleEndian(block) != Mark
            || BinaryPrimitives.ReadInt32LittleEndian(block[4..]) != Version
            || BinaryPrimitives.ReadUInt32LittleEndian(block[HeaderBytes..]) != Checksum32.Of(block[..HeaderBytes])
        )
        {
            return false;
        }

        layout = new IndexLayout(
            new SegmentName(
                BinaryPrimitives.ReadInt32LittleEndian(block[8..]),
                BinaryPrimitives.ReadInt32LittleEndian(block[12..]),
                BinaryPrimitives.ReadInt32LittleEndian(block[16..])
            ),
            BinaryPrimitives.ReadInt64LittleEndian(block[24..]),
            BinaryPrimitives.ReadUInt32LittleEndian(block[20..]),
            BinaryPrimitives.ReadInt64LittleEndian(block[32..]),
            BinaryPrimitives.ReadInt64LittleEndian(block[40..]),
            BinaryPrimitives.ReadInt64LittleEndian(block[48..])
        );
        return layout is { Rows: >= 0, FilterBytes: >= 0 and <= 1 << 30, Live: >= 0 };
    }
}
