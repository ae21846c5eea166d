using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>
/// Reads the members of a body as the provider's binder seems to: names are case-insensitive, numbers may be texts, and unknown members are
/// ignored. Only the first problem is kept.
/// </summary>
internal sealed class BodyReader
{
    public const decimal Highest = 99_999_999.99m;

    private readonly JsonObject _body;
    private readonly StrongBox<string?> _problem;

    public BodyReader(JsonObject body)
        : this(body, new()) { }

    private BodyReader(JsonObject body, StrongBox<string?> problem)
    {
        _body = body;
        _problem = problem;
    }

    public string? Problem => _problem.Value;

    public void Fail(string problem) => _problem.Value ??= problem;

    /// <summary>Whether the member is present, even if it is null.</summary>
    public bool Has(string name) => _body.ContainsKey(name);

    public bool HasValue(string name) => _body[name] is not null;

    public string? Text(string name) =>
        _body[name] switch
        {
            null => null,
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            JsonValue value when value.TryGetValue<decimal>(out var number) => number.ToString(
                CultureInfo.InvariantCulture
            ),
            _ => Invalid<string?>(name),
        };

    /// <summary>Reads an id; 0 when it is absent.</summary>
    public long Id(string name) =>
        _body[name] switch
        {
            null => 0,
            JsonValue value when value.TryGetValue<long>(out var id) => id,
            JsonValue value
                when value.TryGetValue<string>(out var text)
                    && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) =>
                id,
            _ => Invalid<long>(name),
        };

    /// <summary>Reads an amount of zero or more with at most two decimals; null when it is absent.</summary>
    public decimal? Amount(string name)
    {
        if (Number(name) is not { } amount)
        {
            return null;
        }

        return amount is >= 0 and <= Highest && decimal.Round(amount, 2) == amount ? amount : Invalid<decimal?>(name);
    }

    public decimal? Number(string name) =>
        _body[name] switch
        {
            null => null,
            JsonValue value when value.TryGetValue<decimal>(out var number) => number,
            JsonValue value
                when value.TryGetValue<string>(out var text)
                    && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
                number,
            _ => Invalid<decimal?>(name),
        };

    /// <summary>Reads a Boolean value; false when it is absent.</summary>
    public bool Flag(string name) =>
        _body[name] switch
        {
            null => false,
            JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
            JsonValue value when value.TryGetValue<string>(out var text) && bool.TryParse(text, out var flag) => flag,
            _ => Invalid<bool>(name),
        };

    public BodyReader? Object(string name) =>
        _body[name] switch
        {
            null => null,
            JsonObject inner => new(inner, _problem),
            _ => Invalid<BodyReader?>(name),
        };

    public IReadOnlyList<BodyReader> Items(string name)
    {
        switch (_body[name])
        {
            case null:
                return [];
            case JsonArray items when items.All(static item => item is JsonObject):
                return [.. items.Select(item => new BodyReader((JsonObject)item!, _problem))];
            default:
                Fail($"Invalid {name}");
                return [];
        }
    }

    private T? Invalid<T>(string name)
    {
        Fail($"Invalid {name}");
        return default;
    }
}
