using System.Buffers.Binary;
using System.Text;

namespace PaymentAbstractions.Journal;

/// <summary>Reads fields in the order that they were written in; whoever does not know one goes on to the next.</summary>
internal ref struct RecordReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;
    private ReadOnlySpan<byte> _value;

    public int Tag { get; private set; }

    public long Number { get; private set; }

    public readonly bool Flag => Number != 0;

    public readonly DateTimeOffset Time => new(Number, TimeSpan.Zero);

    public readonly string Text => Encoding.UTF8.GetString(_value);

    public readonly RecordReader Nested => new(_value);

    /// <summary>An amount; a currency that this version does not know cannot be left out, so it fails.</summary>
    public readonly Money Amount
    {
        get
        {
            var (units, code) = (0L, "");
            var fields = Nested;
            while (fields.Next())
            {
                (units, code) = fields.Tag switch
                {
                    1 => (fields.Number, code),
                    2 => (units, fields.Text),
                    _ => (units, code),
                };
            }

            return Currency.TryParse(code, out var currency)
                ? Money.FromMinorUnits(units, currency)
                : throw new FormatException("An amount has an unknown currency.");
        }
    }

    /// <summary>A value by its name; one that this version does not know is the zero value, which is the cautious one.</summary>
    public readonly T Name<T>()
        where T : struct, Enum => Enum.TryParse<T>(Text, out var value) ? value : default;

    public bool Next()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var key = Variable();
        Tag = (int)(key >> 2);
        switch ((RecordField)(key & 3))
        {
            case RecordField.Number:
                var number = Variable();
                Number = (long)(number >> 1) ^ -(long)(number & 1);
                _value = default;
                return true;
            case RecordField.Bytes:
                _value = Take(checked((int)Variable()));
                return true;
            case RecordField.Record:
                _value = Take(BinaryPrimitives.ReadInt32LittleEndian(Take(4)));
                return true;
            default:
                throw new FormatException("A field has an unknown kind.");
        }
    }

    private ulong Variable()
    {
        var value = 0UL;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var next = Take(1)[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new FormatException("A number does not end.");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)_rest.Length)
        {
            throw new FormatException("A field is longer than its record.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
