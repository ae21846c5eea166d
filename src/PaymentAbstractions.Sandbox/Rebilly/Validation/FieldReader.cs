using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Reads the members of a JSON object and records rule violations with their paths in dot notation.</summary>
/// <remarks>A member that is null counts as absent. Reading continues after an error, so that all errors are reported.</remarks>
internal sealed class FieldReader(JsonObject source, string path, List<InvalidField> errors)
{
    public const int IdLength = 50;

    public IReadOnlyList<InvalidField> Errors => errors;

    public JsonObject Source => source;

    public static FieldReader Root(JsonObject source) => new(source, "", []);

    public bool Has(string name) => source[name] is not null;

    public void Fail(string name, string message) => errors.Add(new(PathOf(name), message));

    public void Require(string name)
    {
        if (!Has(name))
        {
            Fail(name, "This field is required.");
        }
    }

    public string? Text(string name, int max, Func<string, bool>? rule = null)
    {
        if (source[name] is not { } node)
        {
            return null;
        }

        if (node.GetValueKind() != JsonValueKind.String)
        {
            Fail(name, "This field must be a string.");
            return null;
        }

        var value = node.GetValue<string>();
        if (value.Length > max)
        {
            Fail(name, string.Create(CultureInfo.InvariantCulture, $"This field must not exceed {max} characters."));
            return null;
        }

        if (rule is not null && !rule(value))
        {
            Fail(name, "This field has an invalid format.");
            return null;
        }

        return value;
    }

    public string? RequiredText(string name, int max, Func<string, bool>? rule = null)
    {
        Require(name);
        return Text(name, max, rule);
    }

    public string? Id(string name) => Text(name, IdLength, FieldPatterns.IsId);

    public string? RequiredId(string name) => RequiredText(name, IdLength, FieldPatterns.IsId);

    public string? OneOf(string name, params ReadOnlySpan<string> allowed)
    {
        var value = Text(name, int.MaxValue);
        if (value is null || allowed.Contains(value))
        {
            return value;
        }

        Fail(name, $"This field must be one of: {string.Join(", ", allowed)}.");
        return null;
    }

    public decimal? Number(string name)
    {
        if (source[name] is not { } node)
        {
            return null;
        }

        if (
            node is JsonValue value
            && node.GetValueKind() == JsonValueKind.Number
            && value.TryGetValue<decimal>(out var number)
        )
        {
            return number;
        }

        Fail(name, "This field must be a number.");
        return null;
    }

    public int? Integer(string name, int min, int max)
    {
        var number = Number(name);
        if (number is null)
        {
            return null;
        }

        if (number == decimal.Truncate(number.Value) && number >= min && number <= max)
        {
            return (int)number;
        }

        Fail(name, string.Create(CultureInfo.InvariantCulture, $"This field must be an integer from {min} to {max}."));
        return null;
    }

    public bool Flag(string name)
    {
        switch (source[name]?.GetValueKind())
        {
            case null or JsonValueKind.False:
                return false;
            case JsonValueKind.True:
                return true;
            default:
                Fail(name, "This field must be a boolean.");
                return false;
        }
    }

    public DateTimeOffset? Instant(string name)
    {
        var text = Text(name, IdLength);
        if (text is null)
        {
            return null;
        }

        var style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, style, out var instant))
        {
            return instant;
        }

        Fail(name, "This field must be a date-time.");
        return null;
    }

    public FieldReader? Object(string name)
    {
        switch (source[name])
        {
            case null:
                return null;
            case JsonObject child:
                return new(child, PathOf(name), errors);
            default:
                Fail(name, "This field must be an object.");
                return null;
        }
    }

    public IReadOnlyList<FieldReader> Objects(string name)
    {
        var readers = new List<FieldReader>();
        foreach (var (item, index) in Items(name))
        {
            var itemName = string.Create(CultureInfo.InvariantCulture, $"{name}.{index}");
            if (item is JsonObject child)
            {
                readers.Add(new(child, PathOf(itemName), errors));
            }
            else
            {
                Fail(itemName, "This field must be an object.");
            }
        }

        return readers;
    }

    public IReadOnlyList<string> Texts(string name, int max)
    {
        var texts = new List<string>();
        foreach (var (item, index) in Items(name))
        {
            if (
                item?.GetValueKind() == JsonValueKind.String
                && item.GetValue<string>() is var text
                && text.Length <= max
            )
            {
                texts.Add(text);
            }
            else
            {
                var itemName = string.Create(CultureInfo.InvariantCulture, $"{name}.{index}");
                Fail(
                    itemName,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"This field must be a string of up to {max} characters."
                    )
                );
            }
        }

        return texts;
    }

    private IEnumerable<(JsonNode? Item, int Index)> Items(string name)
    {
        switch (source[name])
        {
            case null:
                return [];
            case JsonArray array:
                return array.Select((item, index) => (item, index));
            default:
                Fail(name, "This field must be an array.");
                return [];
        }
    }

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
