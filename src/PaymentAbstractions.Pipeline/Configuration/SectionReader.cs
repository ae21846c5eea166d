using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>Reads the settings of a section one by one, without reflection, and collects what is wrong with its path.</summary>
internal sealed class SectionReader(IConfigurationSection section, ProblemList problems)
{
    private readonly List<string> _known = [];

    /// <summary>The keys that were asked for so far.</summary>
    public IReadOnlyList<string> Known => _known;

    public string? Text(string key)
    {
        _known.Add(key);
        return section[key] is { Length: > 0 } text ? text : null;
    }

    public TimeSpan Time(string key, TimeSpan usual, TimeSpan least, TimeSpan most) =>
        Read(
            key,
            usual,
            least,
            most,
            text => DurationText.TryParse(text, out var value) ? value : null,
            DurationText.Problem,
            "a duration"
        );

    public int Whole(string key, int usual, int least, int most) =>
        Read(
            key,
            usual,
            least,
            most,
            text =>
                int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null,
            problem: null,
            "a whole number"
        );

    public long Long(string key, long usual, long least, long most) =>
        Read(
            key,
            usual,
            least,
            most,
            text =>
                long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null,
            problem: null,
            "a whole number"
        );

    public double Share(string key, double usual) =>
        Read(
            key,
            usual,
            0d,
            1d,
            text =>
                double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null,
            problem: null,
            "a number"
        );

    public bool Flag(string key, bool usual)
    {
        if (Text(key) is not { } text)
        {
            return usual;
        }

        if (bool.TryParse(text, out var value))
        {
            return value;
        }

        problems.Add($"{section.Path}:{key}", $"is {QuotedText.Of(text)}, and must be true or false.");
        return usual;
    }

    public void Problem(string key, string message) => problems.Add($"{section.Path}:{key}", message);

    /// <summary>Call it last: whatever was not asked for is unknown.</summary>
    public void RefuseOthers()
    {
        foreach (var child in section.GetChildren())
        {
            if (!_known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                problems.Add(child.Path, OptionText.UnknownKey(child.Key, "a setting", _known));
            }
        }
    }

    private T Read<T>(
        string key,
        T usual,
        T least,
        T most,
        Func<string, T?> parse,
        Func<string, string>? problem,
        string form
    )
        where T : struct, IComparable<T>, IFormattable
    {
        if (Text(key) is not { } text)
        {
            return usual;
        }

        var parsed = parse(text);
        if (parsed is { } value && value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0)
        {
            return value;
        }

        problems.Add(
            $"{section.Path}:{key}",
            parsed is null && problem is not null
                ? problem(text)
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"is {QuotedText.Of(text)}, and must be {form}, {least} to {most}."
                )
        );
        return usual;
    }
}
