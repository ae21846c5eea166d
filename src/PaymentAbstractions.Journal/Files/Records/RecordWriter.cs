using System.Buffers.Binary;
using System.Text;

namespace PaymentAbstractions.Journal;

/// <summary>Writes fields with a number and a length each, so that an older library skips what it does not know.</summary>
internal sealed class RecordWriter
{
    private byte[] _bytes = new byte[1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Raw(byte value) => Take(1)[0] = value;

    public void Raw(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    public void Raw(UInt128 value) => BinaryPrimitives.WriteUInt128LittleEndian(Take(16), value);

    public void Number(int tag, long? value)
    {
        if (value is { } number)
        {
            Key(tag, RecordField.Number);
            Variable((ulong)((number << 1) ^ (number >> 63)));
        }
    }

    public void Flag(int tag, bool value)
    {
        if (value)
        {
            Number(tag, 1);
        }
    }

    public void Time(int tag, DateTimeOffset? value) => Number(tag, value?.UtcTicks);

    public void Text(int tag, string? value)
    {
        if (value is not null)
        {
            Key(tag, RecordField.Bytes);
            Variable((ulong)Encoding.UTF8.GetByteCount(value));
            Encoding.UTF8.GetBytes(value, Take(Encoding.UTF8.GetByteCount(value)));
        }
    }

    /// <summary>By name, so that a later version may reorder them; the zero value is left out.</summary>
    public void Name<T>(int tag, T value)
        where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(value, default))
        {
            Text(tag, value.ToString());
        }
    }

    public void Amount(int tag, Money? value)
    {
        if (value is { IsSpecified: true } money)
        {
            Nested(
                tag,
                money,
                static (writer, money) =>
                {
                    writer.Number(1, money.ToMinorUnits());
                    writer.Text(2, money.Currency.Code);
                }
            );
        }
    }

    public void Nested<T>(int tag, T value, Action<RecordWriter, T> write)
    {
        Key(tag, RecordField.Record);
        var start = Length;
        Take(4);
        write(this, value);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(start), Length - start - 4);
    }

    private void Key(int tag, RecordField kind) => Variable(((uint)tag << 2) | (uint)kind);

    private void Variable(ulong value)
    {
        while (value >= 0x80)
        {
            Raw((byte)(value | 0x80));
            value >>= 7;
        }

        Raw((byte)value);
    }

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
