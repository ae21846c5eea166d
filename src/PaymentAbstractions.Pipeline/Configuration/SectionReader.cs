using System.Globalization;
using Microsoft.Extensions.Configuration;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>Reads the settings of a section one by one, without reflection, and collects problems with their paths.</summary>
internal sealed class SectionReader(IConfigurationSection section, ProblemList problems)
{
    private readonly List<string> _known = [];

    /// <summary>The keys that were read so far.</summary>
    public IReadOnlyList<string> Known => _known;

    public string? Text(string key)
    {
        _known.Add(key);
        return section[key] is { Length: > 0 } text ? text : null;
    }

    public ApiKey? Secret(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        try
        {
            return new ApiKey(text);
        }
        catch (PaymentRequestException exception)
        {
            Problem(key, exception.Problems[0].Message);
            return null;
        }
    }

    /// <summary>Reads an enum value by its name.</summary>
    public T? Choice<T>(string key)
        where T : struct, Enum
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (EnumText.TryParse<T>(text, out var value))
        {
            return value;
        }

        Problem(key, OptionText.Choice(text, Enum.GetNames<T>()));
        return null;
    }

    /// <summary>Reads a list of strings.</summary>
    /// <param name="key">The key.</param>
    /// <param name="problem">
    /// The problem when there is a single text instead of a list; <see langword="null"/> when other code reads that form.
    /// </param>
    public IEnumerable<string> List(string key, string? problem = null)
    {
        if (problem is not null && Text(key) is not null)
        {
            Problem(key, problem);
        }

        return section.GetSection(key).GetChildren().Select(static child => child.Value ?? "");
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

    /// <summary>Reads a list of increasing durations, for example <c>["01:00:00", "06:00:00"]</c>.</summary>
    public IReadOnlyList<TimeSpan> Times(
        string key,
        IReadOnlyList<TimeSpan> usual,
        TimeSpan least,
        TimeSpan most,
        int mostCount
    )
    {
        _known.Add(key);
        var list = section.GetSection(key);
        List<string?> texts = [.. list.GetChildren().Select(child => child.Value)];
        if (texts.Count == 0 && string.IsNullOrEmpty(list.Value))
        {
            return usual;
        }

        var times = new List<TimeSpan>();
        foreach (var text in texts)
        {
            if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time))
            {
                times.Add(time);
            }
        }

        if (times.Count == texts.Count && IsGrowing(times, least, most, mostCount))
        {
            return times;
        }

        Problem(key, TimesProblem(list.Value ?? string.Join(", ", texts), least, most, mostCount));
        return usual;
    }

    /// <summary>Checks that durations are within their limits and that each is longer than the one before.</summary>
    public static bool IsGrowing(IReadOnlyList<TimeSpan>? times, TimeSpan least, TimeSpan most, int mostCount) =>
        times is not null
        && times.Count >= 1
        && times.Count <= mostCount
        && times.All(time => time >= least && time <= most)
        && times.Zip(times.Skip(1), (one, next) => one < next).All(grows => grows);

    public static string TimesProblem(string text, TimeSpan least, TimeSpan most, int mostCount) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"is '{text}', and must be a list of 1 to {mostCount} times such as 06:00:00, {least} to {most}, each longer than the one before."
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

    /// <summary>Reports all keys that were not read as unknown. Call it last.</summary>
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
