using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PaymentAbstractions.Conventions;

/// <summary>The compilation of an example.</summary>
internal sealed class ExampleCompilation
{
    private static readonly Lazy<string[]> Namespaces = new(() =>
        [
            .. ImplicitUsings.Namespaces,
            "System.Text.Json",
            "System.Text.Json.Serialization",
            "System.Net.Http.Json",
            "Microsoft.AspNetCore.Builder",
            "Microsoft.AspNetCore.Mvc.Testing",
            "Microsoft.AspNetCore.TestHost",
            "Microsoft.Extensions.Configuration",
            "Microsoft.Extensions.DependencyInjection",
            "Microsoft.Extensions.Hosting",
            "Microsoft.Extensions.Logging",
            "NSubstitute",
            "Xunit",
            .. ShippedProject
                .All.SelectMany(Symbols.PublicTypes)
                .Select(type => type.ContainingNamespace.ToDisplayString())
                .Where(name => name.StartsWith("PaymentAbstractions", StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ]
    );

    private static int _count;

    private readonly string _page;
    private readonly SyntaxTree _example;
    private readonly CSharpCompilation _compilation;

    private ExampleCompilation(
        string page,
        OutputKind kind,
        IEnumerable<string> namespaces,
        string text,
        IEnumerable<string> files
    )
    {
        _page = page;
        _example = CSharpSyntaxTree.ParseText(text, SourceFile.ParseOptions);
        _compilation = CSharpCompilation.Create(
            FormattableString.Invariant($"Example{Interlocked.Increment(ref _count)}"),
            [
                CSharpSyntaxTree.ParseText(ImplicitUsings.Text(namespaces), SourceFile.ParseOptions),
                _example,
                .. files.Select(file => CSharpSyntaxTree.ParseText(Repository.Read(file), SourceFile.ParseOptions)),
            ],
            Symbols.References,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable)
        );
    }

    /// <summary>
    /// A class with the names that every application has, and with imports for everything that a reader would have to import.
    /// </summary>
    public static ExampleCompilation OfLibrary(string page, string text, IReadOnlyList<string> files) =>
        new(
            page,
            OutputKind.DynamicallyLinkedLibrary,
            // Sources of a web application are compiled with the usings of one.
            files.Count == 0
                ? Namespaces.Value
                : Namespaces.Value.Union(ImplicitUsings.OfWebApplications, StringComparer.Ordinal),
            text,
            files
        );

    /// <summary>A whole <c>Program.cs</c>, with only the imports of a new web application.</summary>
    public static ExampleCompilation OfWebApplication(CodeBlock block) =>
        new(
            block.Page,
            OutputKind.ConsoleApplication,
            ImplicitUsings.OfWebApplications,
            $"#line {block.Line + 1}\n{block.Code}",
            []
        );

    /// <summary>
    /// The compiler's diagnostics, as <c>file:line</c>. The diagnostics of other files are left out: their own projects build them,
    /// with the source generators that do not run here.
    /// </summary>
    public IReadOnlyList<string> Errors() =>
        [
            .. _compilation
                .GetDiagnostics()
                .Where(one =>
                    one.Severity == DiagnosticSeverity.Error
                    && one.Location.SourceTree is var tree
                    && (tree is null || tree == _example)
                )
                .Select(one =>
                    $"{_page}:{one.Location.GetMappedLineSpan().StartLinePosition.Line + 1} {one.Id} {one.GetMessage(null)}"
                ),
        ];

    /// <summary>Loads the compilation into this process.</summary>
    public Assembly Load()
    {
        Findings.None(Errors());
        using var image = new MemoryStream();
        Assert.True(_compilation.Emit(image).Success);
        return Assembly.Load(image.ToArray());
    }
}
