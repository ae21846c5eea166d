using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PaymentAbstractions.Adapters;

/// <summary>
/// Where the values of a JSON document are. The document is neither copied nor decoded: a reader needs few of its values, and decodes those.
/// </summary>
internal sealed partial class JsonIndex
{
    private const int FirstRows = 256;
    private const int MaxNameOnStack = 128;

    private readonly ReadOnlyMemory<byte> _json;
    private readonly Row[] _rows;
    private readonly bool _isStrict;
    private readonly List<byte[]>? _decodedNames;

    private JsonIndex(ReadOnlyMemory<byte> json, Row[] rows, bool isStrict, List<byte[]>? decodedNames)
    {
        _json = json;
        _rows = rows;
        _isStrict = isStrict;
        _decodedNames = decodedNames;
    }

    private ReadOnlySpan<byte> Json => _json.Span;

    /// <summary>Reads a document.</summary>
    /// <param name="json">The document, which must not change afterward.</param>
    /// <param name="isStrict">Whether a member that occurs twice is an error; otherwise the last one counts.</param>
    /// <returns>The value of the document; <see langword="null"/> when it is not JSON, or the name of a member is not valid Unicode.</returns>
    public static JsonPart? Read(ReadOnlyMemory<byte> json, bool isStrict)
    {
        var builder = new Builder(json.Span, isStrict);
        try
        {
            return builder.TryRead(out var rows, out var names)
                ? new JsonPart(new JsonIndex(json, rows, isStrict, names), 0)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The exception quotes the document, so it is neither kept nor used as an inner exception.
            return null;
        }
        finally
        {
            builder.Dispose();
        }
    }

    public JsonValueKind KindOf(int row) => _rows[row].Kind;

    /// <summary>The first member or item; <see cref="EndOf"/> of the same value when there is none.</summary>
    public static int FirstOf(int row) => row + 1;

    /// <summary>The row behind a value and everything in it.</summary>
    public int EndOf(int row) => _rows[row].End;

    public ReadOnlySpan<byte> RawOf(int row) => Json.Slice(_rows[row].Start, _rows[row].Length);

    /// <summary>Finds a member.</summary>
    /// <returns>Its row; 0, which is never a member, when there is none.</returns>
    public int Find(int row, string name)
    {
        byte[]? rented = null;
        var length = Encoding.UTF8.GetMaxByteCount(name.Length);
        var buffer =
            length <= MaxNameOnStack ? stackalloc byte[MaxNameOnStack] : rented = ArrayPool<byte>.Shared.Rent(length);
        var sought = buffer[..Encoding.UTF8.GetBytes(name, buffer)];
        var found = 0;
        for (int member = FirstOf(row), end = EndOf(row); member < end; member = EndOf(member))
        {
            // The length differs for nearly every member. A copied name, see Row, has no length here.
            if (
                (_rows[member].NameLength == sought.Length || _rows[member].NameStart < 0)
                && NameOf(member).SequenceEqual(sought)
            )
            {
                found = member;
                if (_isStrict)
                {
                    break;
                }
            }
        }

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return found;
    }

    /// <summary>Finds a member whatever the casing of its name.</summary>
    /// <returns>Its row; 0 when there is none; a negative number when there are several.</returns>
    public int FindInAnyCase(int row, string name)
    {
        var found = 0;
        for (int member = FirstOf(row), end = EndOf(row); member < end; member = EndOf(member))
        {
            if (!IsInAnyCase(NameOf(member), name))
            {
                continue;
            }

            if (found != 0)
            {
                return -1;
            }

            found = member;
        }

        return found;
    }

    private static bool IsInAnyCase(ReadOnlySpan<byte> utf8, string name) =>
        Ascii.IsValid(utf8)
            ? Ascii.EqualsIgnoreCase(utf8, name)
            : string.Equals(Encoding.UTF8.GetString(utf8), name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of a member in UTF-8, without escapes.</summary>
    public ReadOnlySpan<byte> NameOf(int row) => NameOf(Json, _rows[row], _decodedNames);

    /// <exception cref="InvalidOperationException">The text is not valid Unicode.</exception>
    public string TextOf(int row)
    {
        var value = _rows[row];
        if (!value.IsEscaped)
        {
            return Decode(Json.Slice(value.Start, value.Length));
        }

        // With its quotes.
        var reader = new Utf8JsonReader(Json.Slice(value.Start - 1, value.Length + 2));
        reader.Read();
        return reader.GetString()!;
    }

    /// <exception cref="InvalidOperationException">The bytes are not valid Unicode.</exception>
    public static string Decode(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Strict.GetString(utf8);
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidOperationException("The text is not valid Unicode.", exception);
        }
    }

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> json, in Row row, List<byte[]>? decoded) =>
        row.NameStart < 0 ? decoded![~row.NameStart] : json.Slice(row.NameStart, row.NameLength);

    [StructLayout(LayoutKind.Auto)]
    private struct Row
    {
        /// <summary>Where the name begins; the complement of its place among the copied names when it has escapes or is very long.</summary>
        public int NameStart;
        public ushort NameLength;

        /// <summary>Where the value begins: the text within the quotes, otherwise the whole value.</summary>
        public int Start;
        public int Length;
        public int End;
        public JsonValueKind Kind;
        public bool IsEscaped;
    }
}
