using System.Globalization;

namespace PaymentAbstractions;

/// <summary>
/// The names of a class's options, how each one is read, and its limits. Configuration and code share this table.
/// </summary>
/// <typeparam name="TOptions">The options class.</typeparam>
internal sealed class OptionTable<TOptions>
{
    private readonly List<Action<SectionReader, TOptions>> _reads = [];
    private readonly List<(string Name, Func<TOptions, string?> Problem)> _rules = [];

    public OptionTable<TOptions> Whole(
        string name,
        Func<TOptions, int> get,
        Action<TOptions, int> set,
        int min,
        int max
    )
    {
        _reads.Add((reader, options) => set(options, reader.Whole(name, get(options), min, max)));
        return Range(name, get, min, max);
    }

    public OptionTable<TOptions> Time(
        string name,
        Func<TOptions, TimeSpan> get,
        Action<TOptions, TimeSpan> set,
        TimeSpan min,
        TimeSpan max
    )
    {
        _reads.Add((reader, options) => set(options, reader.Time(name, get(options), min, max)));
        return Range(name, get, min, max);
    }

    /// <summary>A number from 0 to 1.</summary>
    public OptionTable<TOptions> Share(string name, Func<TOptions, double> get, Action<TOptions, double> set)
    {
        _reads.Add((reader, options) => set(options, reader.Share(name, get(options))));
        return Range(name, get, 0d, 1d);
    }

    public OptionTable<TOptions> Flag(string name, Func<TOptions, bool> get, Action<TOptions, bool> set)
    {
        _reads.Add((reader, options) => set(options, reader.Flag(name, get(options))));
        return this;
    }

    /// <summary>A list of increasing durations.</summary>
    public OptionTable<TOptions> Times(
        string name,
        Func<TOptions, IReadOnlyList<TimeSpan>> get,
        Action<TOptions, IReadOnlyList<TimeSpan>> set,
        TimeSpan min,
        TimeSpan max,
        int maxCount
    )
    {
        _reads.Add((reader, options) => set(options, reader.Times(name, get(options), min, max, maxCount)));
        return Rule(
            name,
            options =>
                SectionReader.IsGrowing(get(options), min, max, maxCount)
                    ? null
                    : SectionReader.TimesProblem(string.Join(", ", get(options) ?? []), min, max, maxCount)
        );
    }

    public OptionTable<TOptions> Text(
        string name,
        Func<TOptions, string?> get,
        Action<TOptions, string> set,
        Func<string?, string?> problem
    )
    {
        _reads.Add(
            (reader, options) =>
            {
                if (reader.Text(name) is { } text)
                {
                    set(options, text);
                }
            }
        );
        return Rule(name, options => problem(get(options)));
    }

    public OptionTable<TOptions> Secret(
        string name,
        Func<TOptions, ApiKey?> get,
        Action<TOptions, ApiKey> set,
        Func<string, string?> problem
    )
    {
        _reads.Add(
            (reader, options) =>
            {
                if (reader.Secret(name) is { } secret)
                {
                    set(options, secret);
                }
            }
        );
        return Rule(name, options => get(options) is { } secret ? problem(secret.Reveal()) : null);
    }

    /// <summary>Adds a rule for an option, which may depend on other options.</summary>
    /// <param name="name">The option that a problem is reported for.</param>
    /// <param name="problem">Returns the problem, or <see langword="null"/>.</param>
    public OptionTable<TOptions> Rule(string name, Func<TOptions, string?> problem)
    {
        _rules.Add((name, problem));
        return this;
    }

    /// <summary>Sets the options in the section. A value that cannot be read or is out of range is a problem and changes nothing.</summary>
    public void Read(SectionReader reader, TOptions options) => _reads.ForEach(read => read(reader, options));

    /// <summary>Adds every problem with the values of the options, whether configuration or code set them.</summary>
    public void Check(TOptions options, ProblemList problems)
    {
        foreach (var (name, problem) in _rules)
        {
            if (problem(options) is { } message)
            {
                problems.Add(name, message);
            }
        }
    }

    private OptionTable<TOptions> Range<T>(string name, Func<TOptions, T> get, T min, T max)
        where T : struct, IComparable<T>, IFormattable =>
        Rule(
            name,
            options =>
                get(options) is var value && value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0
                    ? null
                    : string.Create(CultureInfo.InvariantCulture, $"is {value}, and must be {min} to {max}.")
        );
}
