using System.Buffers.Binary;

namespace PaymentAbstractions.Journal;

/// <summary>Collects the bytes of a record.</summary>
internal sealed class RecordWriter
{
    private byte[] _bytes = new byte[1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Raw(byte value) => Take(1)[0] = value;

    public void Raw(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    public void Raw(UInt128 value) => BinaryPrimitives.WriteUInt128LittleEndian(Take(16), value);

    public void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    private Span<byte> Take(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }

        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }
}
