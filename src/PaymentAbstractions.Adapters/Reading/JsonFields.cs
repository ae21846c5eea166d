using System.Text.Json;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

/// <summary>
/// Reads the members of a JSON object one by one, so that an invalid value in a member that is not needed does not make the answer
/// unreadable. A value that cannot be read counts as missing and is listed in <see cref="Unreadable"/>.
/// </summary>
/// <remarks>
/// Read the values that decide about money with the <c>Deciding</c> methods. When such a value exists but cannot be read,
/// <see cref="Problem"/> describes it; use it as <see cref="ProviderTransaction.Contradiction"/>. Not thread-safe.
/// </remarks>
public sealed partial class JsonFields
{
    internal const int LongestText = 4096;

    private readonly JsonPart _object;
    private readonly bool _ignoreCase;
    private readonly JsonFields _root;
    private readonly JsonFields? _parent;
    private readonly string? _name;
    private List<string>? _unreadable;

    private JsonFields(JsonPart element, bool ignoreCase)
    {
        _object = element;
        _ignoreCase = ignoreCase;
        _root = this;
    }

    private JsonFields(JsonPart element, JsonFields parent, string? name)
    {
        _object = element;
        _ignoreCase = parent._ignoreCase;
        _root = parent._root;
        _parent = parent;
        _name = name;
    }

    /// <summary>The paths of the members that could not be read, including those of nested objects.</summary>
    public ValueList<string> Unreadable => [.. _root._unreadable ?? []];

    /// <summary>
    /// One sentence that names the first deciding value that could not be read; <see langword="null"/> when all could be.
    /// </summary>
    public string? Problem
    {
        get => _root == this ? field : _root.Problem;
        private set;
    }

    /// <summary>Reads the object that is the body of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="ignoreCase">Whether the casing of names is ignored. A member that exists in two casings cannot be read.</param>
    /// <returns>The object; <see langword="null"/> when the body is not a JSON object or has a repeated member.</returns>
    public static JsonFields? Read(TransportAnswer answer, bool ignoreCase = false) =>
        Parse(answer) is { Kind: JsonValueKind.Object } root ? new JsonFields(root, ignoreCase) : null;

    /// <summary>Reads the objects of the array that is the body of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="ignoreCase">Whether the casing of names is ignored. A member that exists in two casings cannot be read.</param>
    /// <returns>The objects; <see langword="null"/> when the body is not an array of objects.</returns>
    public static IReadOnlyList<JsonFields>? ReadArray(TransportAnswer answer, bool ignoreCase = false)
    {
        if (Parse(answer) is not { Kind: JsonValueKind.Array } root)
        {
            return null;
        }

        var items = root.Items().ToList();
        return items.TrueForAll(item => item.Kind == JsonValueKind.Object)
            ? [.. items.Select(item => new JsonFields(item, ignoreCase))]
            : null;
    }

    /// <summary>Whether a member exists and is not null, readable or not.</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns>Whether the member exists and is not null.</returns>
    public bool Has(string name) => Find(name) is { Kind: not JsonValueKind.Null };

    /// <summary>Reads a text of at most 4096 characters. A number is read as its text.</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns>The text; <see langword="null"/> when it is missing, null or of another kind.</returns>
    public string? Text(string name) => Value(name, static value => TextOf(value));

    /// <summary>Reads a text that decides about money. A number is not a text.</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns>The text; <see langword="null"/> when it is missing, null or unreadable.</returns>
    public string? DecidingText(string name) => Value(name, StringOf, decides: true);

    /// <summary>Reads a whole number, which may be a JSON string.</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns>The number; <see langword="null"/> when the member is missing, null or not a whole number.</returns>
    public long? Whole(string name) => Value<long?>(name, WholeOf);

    /// <summary>Reads a whole number that decides about money, such as an amount in minor units.</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns>The number; <see langword="null"/> when it is missing, null or unreadable.</returns>
    public long? DecidingWhole(string name) => Value<long?>(name, WholeOf, decides: true);

    /// <summary>Reads a decimal number that decides about money, such as an amount. It may have an exponent or be a JSON string.</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns>The number; <see langword="null"/> when it is missing, null or unreadable.</returns>
    public decimal? DecidingFigure(string name) => Value<decimal?>(name, FigureOf, decides: true);

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns>The value; <see langword="null"/> when the member is missing, null or neither of the two.</returns>
    public bool? Flag(string name) => Value<bool?>(name, FlagOf);

    /// <summary>Reads <c>true</c> or <c>false</c> that decides about money.</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns>The value; <see langword="null"/> when it is missing, null or unreadable.</returns>
    public bool? DecidingFlag(string name) => Value<bool?>(name, FlagOf, decides: true);

    /// <summary>Reads a time in any format that <see cref="ProviderTime"/> reads.</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns>The time; <see langword="null"/> when the member is missing, null or not a time.</returns>
    public DateTimeOffset? Time(string name) =>
        Value<DateTimeOffset?>(name, value => TextOf(value) is { } text ? ProviderTime.Read(text) : null);

    /// <summary>Reads a time in whole seconds since 1970 (Unix time).</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns>The time; <see langword="null"/> when the member is missing, null or not such a number.</returns>
    public DateTimeOffset? UnixTime(string name) =>
        Value<DateTimeOffset?>(name, value => ProviderTime.FromUnixSeconds(WholeOf(value)));

    /// <summary>Reads a nested object.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="decides">Whether it contains values that decide about money.</param>
    /// <returns>The object; an empty one when the member is missing, null or not an object.</returns>
    public JsonFields Inside(string name, bool decides = false) =>
        Value<JsonPart?>(name, ObjectOf, decides) is { } value
            ? new JsonFields(value, this, name)
            : new JsonFields(default, this, name: null);

    /// <summary>Reads the objects of an array. Other items are skipped.</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns>The objects; empty when the member is missing, null or not an array.</returns>
    public IReadOnlyList<JsonFields> Objects(string name) =>
        Value(name, ArrayOf) is { } items ? ObjectsOf(items, name) : [];

    /// <summary>Reads the objects of an array that decides about money. Each object has its own <see cref="Problem"/>.</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns>The objects; empty when the member is missing or null; <see langword="null"/> when it is not an array of objects.</returns>
    public IReadOnlyList<JsonFields>? DecidingObjects(string name)
    {
        var items = Value(name, ArrayOf, decides: true);
        return Problem is not null ? null
            : items is null ? []
            : items.TrueForAll(item => item.Kind == JsonValueKind.Object)
                ? [.. items.Select(item => new JsonFields(item, _ignoreCase))]
            : null;
    }

    /// <summary>Reads a decimal number. It may have an exponent or be a JSON string.</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns>The number; <see langword="null"/> when it is missing, null or unreadable.</returns>
    public decimal? Figure(string name) => Value<decimal?>(name, FigureOf);

    /// <summary>Reads the texts of an array. Other items are skipped.</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns>The texts; empty when the member is missing, null or not an array.</returns>
    public ValueList<string> Texts(string name) =>
        Value(name, ArrayOf) is { } items ? [.. items.Select(static item => TextOf(item)).OfType<string>()] : [];

    /// <summary>Reads the members of a nested object, with any names. Members that are null are skipped.</summary>
    /// <param name="name">The name of the object.</param>
    /// <returns>The texts, and everything else as JSON; empty when the object is missing, null or not an object.</returns>
    public Metadata Members(string name) =>
        Value(name, value => value.Kind == JsonValueKind.Object ? MembersOf(value) : null) ?? [];

    /// <summary>Reads the texts of an array that decides about money.</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns>The texts; empty when the member is missing, null or unreadable.</returns>
    public ValueList<string> DecidingTexts(string name) =>
        Value(
            name,
            value =>
                ArrayOf(value) is { } items && items.Select(StringOf).ToList() is var texts && !texts.Contains(null)
                    ? texts
                    : null,
            decides: true
        )
            is { } read
            ? [.. read.OfType<string>()]
            : [];

    internal static JsonFields? Read(ReadOnlySpan<byte> json) =>
        JsonIndex.Read(json.ToArray(), isStrict: true) is { Kind: JsonValueKind.Object } root
            ? new JsonFields(root, ignoreCase: false)
            : null;

    /// <summary>Reads an object whose members decide nothing: the last value of a repeated member counts.</summary>
    internal static JsonFields? ReadLeniently(TransportAnswer answer) =>
        Parse(answer, isStrict: false) is { Kind: JsonValueKind.Object } root
            ? new JsonFields(root, ignoreCase: false)
            : null;

    /// <summary>Reads a text; a number is not a text.</summary>
    internal string? TextOnly(string name) => Value(name, StringOf);

    private static JsonPart? Parse(TransportAnswer answer, bool isStrict = true)
    {
        ArgumentNullException.ThrowIfNull(answer);
        // Without a byte order mark.
        return answer.TryReadJsonBody(out var json) ? JsonIndex.Read(answer.Body[^json.Length..], isStrict) : null;
    }

    private List<JsonFields> ObjectsOf(List<JsonPart> items, string name)
    {
        var objects = new List<JsonFields>(items.Count);
        foreach (var item in items)
        {
            if (item.Kind == JsonValueKind.Object)
            {
                objects.Add(new JsonFields(item, this, name));
            }
        }

        return objects;
    }

    private T? Value<T>(string name, Func<JsonPart, T?> read, bool decides = false)
    {
        if (Find(name) is not { } found)
        {
            return default;
        }

        if (found.Kind == JsonValueKind.Null)
        {
            return default;
        }

        var value = found.Kind == JsonValueKind.Undefined ? default : read(found);
        if (value is null)
        {
            var path = PathOf(name);
            (_root._unreadable ??= []).Add(path);
            if (decides)
            {
                _root.Problem ??= $"The value '{path}' in the answer cannot be read.";
            }
        }

        return value;
    }

    // Members of an object that is missing are not found, so its name is not needed.
    private string PathOf(string name)
    {
        for (var place = this; place is not null; place = place._parent)
        {
            name = place._name is null ? name : $"{place._name}.{name}";
        }

        return name;
    }

    private static JsonPart? ObjectOf(JsonPart value) => value.Kind == JsonValueKind.Object ? value : null;
}
