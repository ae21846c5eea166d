using System.Buffers.Binary;

namespace PaymentAbstractions.Journal;

/// <summary>The first 64 bytes of a segment.</summary>
internal static class SegmentHeader
{
    public const int Size = 64;
    public const int Version = 1;

    private const int ChecksumAt = Size - 4;

    private static ReadOnlySpan<byte> Magic => "PAYJRNL\n"u8;

    public static byte[] Create(SegmentName name)
    {
        var header = new byte[Size];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), name.First);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), name.Last);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(20), name.Generation);
        BinaryPrimitives.WriteUInt32LittleEndian(
            header.AsSpan(ChecksumAt),
            Checksum32.Of(header.AsSpan(0, ChecksumAt))
        );
        return header;
    }

    /// <summary>What is wrong with a header; null when it is right.</summary>
    public static string? Problem(ReadOnlySpan<byte> header, SegmentName name)
    {
        if (header.Length < Size || !header[..Magic.Length].SequenceEqual(Magic))
        {
            return "This is not the beginning of a journal file.";
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(header[ChecksumAt..]) != Checksum32.Of(header[..ChecksumAt]))
        {
            return "The checksum of the file's header is wrong.";
        }

        if (VersionOf(header) != Version)
        {
            return UnknownVersion(VersionOf(header));
        }

        return header[12..24].SequenceEqual(Create(name).AsSpan(12, 12))
            ? null
            : "The file was renamed: its header names another segment.";
    }

    /// <summary>Whether this is the intact header of a version that is not known here.</summary>
    public static bool IsOfOtherVersion(ReadOnlySpan<byte> header) =>
        header.Length >= Size
        && header[..Magic.Length].SequenceEqual(Magic)
        && BinaryPrimitives.ReadUInt32LittleEndian(header[ChecksumAt..]) == Checksum32.Of(header[..ChecksumAt])
        && VersionOf(header) != Version;

    private static int VersionOf(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadInt32LittleEndian(header[8..]);

    private static string UnknownVersion(int version) =>
        $"The file has format version {version}; this library reads version {Version}.";
}
