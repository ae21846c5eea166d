namespace PaymentAbstractions.Conventions;

/// <summary>What every project of ours imports without saying so.</summary>
internal static class ImplicitUsings
{
    public static IReadOnlyList<string> Namespaces { get; } =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Net.Http",
        "System.Threading",
        "System.Threading.Tasks",
    ];

    public static string Text(IEnumerable<string> namespaces) =>
        string.Concat(namespaces.Select(name => $"global using {name};\n"));
}
