using System.Globalization;
using System.Text.RegularExpressions;

namespace PaymentAbstractions.Benchmarks.Measuring;

/// <summary>
/// The options of a program as its usage line lists them: <c>[--rounds N]</c> takes a number above zero, <c>[--folder PATH]</c> a text, and
/// <c>[--quick]</c> nothing.
/// </summary>
internal sealed partial class Arguments
{
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    private Arguments() { }

    /// <summary>Reads the arguments, and prints the usage line when they do not match it.</summary>
    /// <param name="args">The arguments after the name of the program.</param>
    /// <param name="usage">The usage line.</param>
    /// <returns>The options; null when an argument does not match the usage line.</returns>
    public static Arguments? Read(string[] args, string usage)
    {
        var kinds = Option()
            .Matches(usage)
            .ToDictionary(
                static option => option.Groups["name"].Value,
                static option => option.Groups["kind"].Value,
                StringComparer.Ordinal
            );
        var arguments = new Arguments();
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i];
            if (
                !kinds.TryGetValue(name, out var kind)
                || (kind.Length > 0 && ++i == args.Length)
                || (kind == "N" && !IsNumber(args[i]))
            )
            {
                Console.Error.WriteLine(usage);
                return null;
            }

            arguments._given[name] = args[i];
        }

        return arguments;
    }

    /// <summary>Whether an option was given.</summary>
    /// <param name="name">The option.</param>
    /// <returns>Whether it was given.</returns>
    public bool Has(string name) => _given.ContainsKey(name);

    /// <summary>The number of an option.</summary>
    /// <param name="name">The option.</param>
    /// <param name="otherwise">The number when the option was not given.</param>
    /// <returns>The number.</returns>
    public int Number(string name, int otherwise) =>
        _given.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>The text of an option.</summary>
    /// <param name="name">The option.</param>
    /// <param name="otherwise">The text when the option was not given.</param>
    /// <returns>The text.</returns>
    public string Text(string name, string otherwise) => _given.GetValueOrDefault(name, otherwise);

    private static bool IsNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;

    [GeneratedRegex(@"\[(?<name>--[a-z-]+)( (?<kind>[A-Z]+))?\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Option();
}
