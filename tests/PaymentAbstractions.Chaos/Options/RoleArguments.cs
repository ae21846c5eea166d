using System.Globalization;

namespace PaymentAbstractions.Chaos;

/// <summary>The arguments that the orchestrator passes to a child process, as pairs of <c>--name value</c>.</summary>
internal sealed class RoleArguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string this[string name] =>
        _values.TryGetValue(name, out var value) ? value : throw new ArgumentException($"--{name} is missing.");

    public static RoleArguments Of(IReadOnlyList<string> words)
    {
        var arguments = new RoleArguments();
        for (var i = 0; i + 1 < words.Count; i += 2)
        {
            arguments._values[words[i].TrimStart('-')] = words[i + 1];
        }

        return arguments;
    }

    public int Number(string name) => int.Parse(this[name], CultureInfo.InvariantCulture);

    public double Share(string name) => double.Parse(this[name], CultureInfo.InvariantCulture);

    public T Choice<T>(string name)
        where T : struct, Enum => Enum.Parse<T>(this[name]);
}
