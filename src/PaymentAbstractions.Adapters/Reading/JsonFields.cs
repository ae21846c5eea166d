using System.Text.Json;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

/// <summary>
/// Reads the members of a JSON object one by one, so that a value which nobody needs never spoils an answer: what cannot be read is
/// absent, and named in <see cref="Unreadable"/>.
/// </summary>
/// <remarks>
/// Read what decides about money with the <c>Deciding</c> methods: where such a value is there and cannot be read,
/// <see cref="Problem"/> says so, and the answer proves nothing. For one thread.
/// </remarks>
public sealed partial class JsonFields
{
    private const int LongestText = 4096;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly JsonDocumentOptions Lenient = new() { AllowDuplicateProperties = true };

    private readonly JsonElement _object;
    private readonly bool _ignoreCase;
    private readonly JsonFields _root;
    private readonly string _path;
    private List<string>? _unreadable;

    private JsonFields(JsonElement element, bool ignoreCase, JsonFields? root, string path)
    {
        _object = element;
        _ignoreCase = ignoreCase;
        _root = root ?? this;
        _path = path;
    }

    /// <summary>The members that were there and could not be read, with their paths; also those of the objects inside.</summary>
    public ValueList<string> Unreadable => [.. _root._unreadable ?? []];

    /// <summary>Which value that decides could not be read, in one sentence; <see langword="null"/> when all could.</summary>
    public string? Problem
    {
        get => _root == this ? field : _root.Problem;
        private set;
    }

    /// <summary>Reads the object that is the body of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="ignoreCase">Whether members are found in any casing; of two that differ in casing alone none is read.</param>
    /// <returns>The object; <see langword="null"/> when the body is none, or names a member twice.</returns>
    public static JsonFields? Read(TransportAnswer answer, bool ignoreCase = false) =>
        Parse(answer) is { ValueKind: JsonValueKind.Object } root
            ? new JsonFields(root, ignoreCase, root: null, path: "")
            : null;

    /// <summary>Reads the objects of the array that is the body of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The objects; <see langword="null"/> when the body is no array of objects.</returns>
    public static IReadOnlyList<JsonFields>? ReadArray(TransportAnswer answer)
    {
        if (Parse(answer) is not { ValueKind: JsonValueKind.Array } root)
        {
            return null;
        }

        var items = root.EnumerateArray().ToList();
        return items.TrueForAll(item => item.ValueKind == JsonValueKind.Object)
            ? [.. items.Select(item => new JsonFields(item, ignoreCase: false, root: null, path: ""))]
            : null;
    }

    /// <summary>Whether a member is there and not null, readable or not.</summary>
    /// <param name="name">The member.</param>
    /// <returns>Whether it is.</returns>
    public bool Has(string name) => Find(name) is { ValueKind: not JsonValueKind.Null };

    /// <summary>A text; a number counts as its digits.</summary>
    /// <param name="name">The member.</param>
    /// <returns>The text; <see langword="null"/> when it is absent, null or of another kind.</returns>
    public string? Text(string name) => Value(name, TextOf);

    /// <summary>A text that decides; a number is none.</summary>
    /// <param name="name">The member.</param>
    /// <returns>The text; <see langword="null"/> when it is absent, null or unreadable.</returns>
    public string? DecidingText(string name) => Value(name, StringOf, decides: true);

    /// <summary>A whole number, also one that is written as a text.</summary>
    /// <param name="name">The member.</param>
    /// <returns>The number; <see langword="null"/> when it is absent, null or none.</returns>
    public long? Whole(string name) => Value<long?>(name, WholeOf);

    /// <summary>A whole number that decides.</summary>
    /// <param name="name">The member.</param>
    /// <returns>The number; <see langword="null"/> when it is absent, null or unreadable.</returns>
    public long? DecidingWhole(string name) => Value<long?>(name, WholeOf, decides: true);

    /// <summary>A figure that decides, in any form of a number, also written as a text; for example an amount.</summary>
    /// <param name="name">The member.</param>
    /// <returns>The figure; <see langword="null"/> when it is absent, null or unreadable.</returns>
    public decimal? DecidingFigure(string name) => Value<decimal?>(name, FigureOf, decides: true);

    /// <summary>A truth value.</summary>
    /// <param name="name">The member.</param>
    /// <returns>The value; <see langword="null"/> when it is absent, null or none.</returns>
    public bool? Flag(string name) => Value<bool?>(name, FlagOf);

    /// <summary>A truth value that decides.</summary>
    /// <param name="name">The member.</param>
    /// <returns>The value; <see langword="null"/> when it is absent, null or unreadable.</returns>
    public bool? DecidingFlag(string name) => Value<bool?>(name, FlagOf, decides: true);

    /// <summary>A time, in any form that <see cref="ProviderTime"/> reads.</summary>
    /// <param name="name">The member.</param>
    /// <returns>The time; <see langword="null"/> when it is absent, null or none.</returns>
    public DateTimeOffset? Time(string name) =>
        Value<DateTimeOffset?>(name, value => TextOf(value) is { } text ? ProviderTime.Read(text) : null);

    /// <summary>An object.</summary>
    /// <param name="name">The member.</param>
    /// <param name="decides">Whether it holds something that decides.</param>
    /// <returns>The object; an empty one when it is absent, null or none.</returns>
    public JsonFields Inside(string name, bool decides = false) =>
        Value(
            name,
            value =>
                value.ValueKind == JsonValueKind.Object
                    ? new JsonFields(value, _ignoreCase, _root, $"{_path}{name}.")
                    : null,
            decides
        ) ?? new JsonFields(default, _ignoreCase, _root, _path);

    /// <summary>The objects of an array; whatever else is in it is skipped.</summary>
    /// <param name="name">The member.</param>
    /// <returns>The objects; none when the member is absent, null or no array.</returns>
    public IReadOnlyList<JsonFields> Objects(string name) =>
        Value(name, ArrayOf) is { } items
            ?
            [
                .. items
                    .Where(item => item.ValueKind == JsonValueKind.Object)
                    .Select(item => new JsonFields(item, _ignoreCase, _root, $"{_path}{name}.")),
            ]
            : [];

    /// <summary>The objects of an array that decides, each with a <see cref="Problem"/> of its own.</summary>
    /// <param name="name">The member.</param>
    /// <returns>The objects; none when the member is absent or null, <see langword="null"/> when it is no array of objects.</returns>
    public IReadOnlyList<JsonFields>? DecidingObjects(string name)
    {
        var items = Value(name, ArrayOf, decides: true);
        return Problem is not null ? null
            : items is null ? []
            : items.TrueForAll(item => item.ValueKind == JsonValueKind.Object)
                ? [.. items.Select(item => new JsonFields(item, _ignoreCase, root: null, path: ""))]
            : null;
    }

    /// <summary>The texts of an array that decides.</summary>
    /// <param name="name">The member.</param>
    /// <returns>The texts; none when the member is absent, null or unreadable.</returns>
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
        Parse(json, Strict) is { ValueKind: JsonValueKind.Object } root
            ? new JsonFields(root, ignoreCase: false, root: null, path: "")
            : null;

    /// <summary>Reads an object that decides nothing by its members: of one that is there twice, the last counts.</summary>
    internal static JsonFields? ReadLeniently(TransportAnswer answer) =>
        answer.TryReadJsonBody(out var json) && Parse(json, Lenient) is { ValueKind: JsonValueKind.Object } root
            ? new JsonFields(root, ignoreCase: false, root: null, path: "")
            : null;

    /// <summary>A text; a number is none.</summary>
    internal string? TextOnly(string name) => Value(name, StringOf);

    private static JsonElement? Parse(TransportAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.TryReadJsonBody(out var json) ? Parse(json, Strict) : null;
    }

    private static JsonElement? Parse(ReadOnlySpan<byte> json, JsonDocumentOptions options)
    {
        try
        {
            return JsonElement.Parse(json, options);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The exception quotes the body, so it is neither kept nor chained. The latter is what names that are not valid Unicode throw.
            return null;
        }
    }

    private T? Value<T>(string name, Func<JsonElement, T?> read, bool decides = false)
    {
        if (Find(name) is not { } found)
        {
            return default;
        }

        if (found.ValueKind == JsonValueKind.Null)
        {
            return default;
        }

        var value = found.ValueKind == JsonValueKind.Undefined ? default : read(found);
        if (value is null)
        {
            (_root._unreadable ??= []).Add(_path + name);
            if (decides)
            {
                _root.Problem ??= $"The answer's '{_path}{name}' cannot be read.";
            }
        }

        return value;
    }
}
