using System.Text.Json;

namespace PaymentAbstractions.Journal;

/// <summary>Reads one entry where an index says that it lies.</summary>
internal static class EntryReading
{
    private const int Guess = 1024;

    public static JournalEntry Read(IJournalFile file, string path, SegmentName name, long offset)
    {
        Span<byte> guess = stackalloc byte[Guess];
        var bytes = guess[..file.Read(offset, guess)];
        if (Frame.TryReadHeader(bytes, out var frame) && frame.Size > bytes.Length)
        {
            var whole = new byte[frame.Size];
            bytes = whole.AsSpan(0, file.Read(offset, whole));
        }

        return Read(bytes, path, name, offset);
    }

    public static JournalEntry Read(ReadOnlySpan<byte> bytes, string path, SegmentName name, long offset)
    {
        if (!Frame.TryRead(bytes, name, offset, out var frame) || frame.Kind != FrameKind.Entry)
        {
            throw new JournalDamagedException(path, offset, "The record there has a wrong checksum.");
        }

        try
        {
            var payload = bytes.Slice(Frame.HeaderSize, frame.Length);
            return EntryCodec.Read(payload[RecordPrefix.Read(payload).Size..]);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new JournalDamagedException(
                path,
                offset,
                "The record there cannot be understood: " + exception.Message
            );
        }
    }
}
