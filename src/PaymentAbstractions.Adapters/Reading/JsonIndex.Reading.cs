using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PaymentAbstractions.Adapters;

// Reads a document once, from its beginning to its end.
internal sealed partial class JsonIndex
{
    private ref struct Builder(ReadOnlySpan<byte> json, bool isStrict)
    {
        private readonly ReadOnlySpan<byte> _json = json;
        private Row[] _rows = ArrayPool<Row>.Shared.Rent(FirstRows);
        private int _count;
        private List<byte[]>? _names;
        private int _nameStart;
        private ushort _nameLength;

        public bool TryRead(out Row[] rows, out List<byte[]>? names)
        {
            var reader = new Utf8JsonReader(_json);
            reader.Read();
            var isRead = TryReadValue(ref reader);
            // Anything but white space behind the value is an error.
            isRead = isRead && !reader.Read();
            rows = isRead ? _rows.AsSpan(0, _count).ToArray() : [];
            names = _names;
            return isRead;
        }

        public readonly void Dispose() => ArrayPool<Row>.Shared.Return(_rows);

        private bool TryReadValue(ref Utf8JsonReader reader)
        {
            var row = Add(ref reader);
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                var seen = default(NameFilter);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    ReadName(ref reader);
                    if (isStrict && seen.MayContain(Name()) && IsMember(row))
                    {
                        return false;
                    }

                    reader.Read();
                    if (!TryReadValue(ref reader))
                    {
                        return false;
                    }
                }
            }
            else if (reader.TokenType == JsonTokenType.StartArray)
            {
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    (_nameStart, _nameLength) = (0, 0);
                    if (!TryReadValue(ref reader))
                    {
                        return false;
                    }
                }
            }
            else
            {
                return true;
            }

            _rows[row].Length = (int)reader.BytesConsumed - _rows[row].Start;
            _rows[row].End = _count;
            return true;
        }

        private int Add(ref Utf8JsonReader reader)
        {
            if (_count == _rows.Length)
            {
                var larger = ArrayPool<Row>.Shared.Rent(_count * 2);
                _rows.AsSpan(0, _count).CopyTo(larger);
                ArrayPool<Row>.Shared.Return(_rows);
                _rows = larger;
            }

            var isText = reader.TokenType == JsonTokenType.String;
            _rows[_count] = new Row
            {
                NameStart = _nameStart,
                NameLength = _nameLength,
                Start = (int)reader.TokenStartIndex + (isText ? 1 : 0),
                Length = reader.ValueSpan.Length,
                End = _count + 1,
                Kind = KindOf(reader.TokenType),
                IsEscaped = isText && reader.ValueIsEscaped,
            };
            return _count++;
        }

        private void ReadName(ref Utf8JsonReader reader)
        {
            if (reader.ValueIsEscaped || reader.ValueSpan.Length > ushort.MaxValue)
            {
                (_names ??= []).Add(
                    reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan.ToArray()
                );
                (_nameStart, _nameLength) = (~(_names.Count - 1), 0);
            }
            else
            {
                (_nameStart, _nameLength) = ((int)reader.TokenStartIndex + 1, (ushort)reader.ValueSpan.Length);
            }
        }

        private readonly ReadOnlySpan<byte> Name() =>
            _nameStart < 0 ? _names![~_nameStart] : _json.Slice(_nameStart, _nameLength);

        private readonly bool IsMember(int row)
        {
            var name = Name();
            for (var member = FirstOf(row); member < _count; member = _rows[member].End)
            {
                if (NameOf(_json, _rows[member], _names).SequenceEqual(name))
                {
                    return true;
                }
            }

            return false;
        }

        private static JsonValueKind KindOf(JsonTokenType token) =>
            token switch
            {
                JsonTokenType.StartObject => JsonValueKind.Object,
                JsonTokenType.StartArray => JsonValueKind.Array,
                JsonTokenType.String => JsonValueKind.String,
                JsonTokenType.Number => JsonValueKind.Number,
                JsonTokenType.True => JsonValueKind.True,
                JsonTokenType.False => JsonValueKind.False,
                JsonTokenType.Null => JsonValueKind.Null,
                _ => throw new JsonException(),
            };
    }

    /// <summary>Remembers names roughly, so that a name is compared with the others only when it may be one of them.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct NameFilter
    {
        private ulong _first;
        private ulong _second;
        private ulong _third;
        private ulong _fourth;

        /// <summary>Whether a name may have been given before. It is remembered.</summary>
        public bool MayContain(ReadOnlySpan<byte> name)
        {
            var hash = name.Length * 31;
            if (!name.IsEmpty)
            {
                hash += name[0] + name[^1] * 7 + name[name.Length / 2] * 13;
            }

            var bit = 1UL << (hash & 63);
            switch ((hash >> 6) & 3)
            {
                case 1:
                    return Add(ref _second, bit);
                case 2:
                    return Add(ref _third, bit);
                case 3:
                    return Add(ref _fourth, bit);
                default:
                    return Add(ref _first, bit);
            }
        }

        private static bool Add(ref ulong part, ulong bit)
        {
            var isThere = (part & bit) != 0;
            part |= bit;
            return isThere;
        }
    }
}
