using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PaymentAbstractions.Adapters;

/// <summary>A value in a JSON document. The default is no value.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct JsonPart(JsonIndex index, int row)
{
    public JsonValueKind Kind => index is null ? JsonValueKind.Undefined : index.KindOf(row);

    /// <summary>The member of an object; no value when there is none.</summary>
    public JsonPart? Member(string name) => index.Find(row, name) is > 0 and var found ? new(index, found) : null;

    /// <summary>The member of an object, whatever the casing of its name; the default when there are several.</summary>
    public JsonPart? MemberInAnyCase(string name) =>
        index.FindInAnyCase(row, name) switch
        {
            0 => null,
            < 0 => default(JsonPart),
            var found => new JsonPart(index, found),
        };

    /// <summary>The text of a string, or a number as it is written.</summary>
    /// <exception cref="InvalidOperationException">The text is not valid Unicode.</exception>
    public string Text => Kind == JsonValueKind.String ? index.TextOf(row) : Encoding.UTF8.GetString(index.RawOf(row));

    /// <summary>The value as JSON.</summary>
    public ReadOnlySpan<byte> Json => index.RawOf(row);

    /// <summary>The items of an array.</summary>
    public IEnumerable<JsonPart> Items()
    {
        for (int item = JsonIndex.FirstOf(row), end = index.EndOf(row); item < end; item = index.EndOf(item))
        {
            yield return new JsonPart(index, item);
        }
    }

    /// <summary>The members of an object.</summary>
    /// <exception cref="InvalidOperationException">A name is not valid Unicode.</exception>
    public IEnumerable<(string Name, JsonPart Value)> Members()
    {
        for (int member = JsonIndex.FirstOf(row), end = index.EndOf(row); member < end; member = index.EndOf(member))
        {
            yield return (JsonIndex.Decode(index.NameOf(member)), new JsonPart(index, member));
        }
    }
}
