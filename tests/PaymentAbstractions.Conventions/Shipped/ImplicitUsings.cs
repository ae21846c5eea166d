namespace PaymentAbstractions.Conventions;

/// <summary>The implicit usings of every project in this repository.</summary>
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

    /// <summary>The usings of a new web application.</summary>
    public static IReadOnlyList<string> OfWebApplications { get; } =
    [
        .. Namespaces,
        "System.Net.Http.Json",
        "Microsoft.AspNetCore.Builder",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting",
        "Microsoft.Extensions.Logging",
    ];

    public static string Text(IEnumerable<string> namespaces) =>
        string.Concat(namespaces.Select(name => $"global using {name};\n"));
}
