using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentAbstractions.Conventions;

/// <summary>One example of a README: statements, declarations, or both.</summary>
internal sealed record Snippet(string File, int Line, string Code)
{
    private const string Fence = "```";

    private static readonly string[] Languages = ["csharp", "cs", "c#"];

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

    public static IEnumerable<Snippet> In(string file) => In(file, Languages);

    public static IEnumerable<Snippet> In(string file, params string[] languages)
    {
        string[] lines = Repository.Read(file).ReplaceLineEndings("\n").Split('\n');
        for (var start = 0; start < lines.Length; start++)
        {
            if (!lines[start].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.IndexOf(lines, Fence, start + 1);
            Assert.True(end > start, $"{file}:{start + 1} opens a fence that nothing closes.");
            if (languages.Contains(lines[start][Fence.Length..].Trim()))
            {
                yield return new Snippet(file, start + 1, string.Join('\n', lines[(start + 1)..end]));
            }

            start = end;
        }
    }

    /// <summary>What the compiler has against the example, as <c>file:line</c>.</summary>
    public IReadOnlyList<string> Errors()
    {
        var readings = new[] { AsProgram(), AsMembers() }
            .Select(text => Compile(File, OutputKind.DynamicallyLinkedLibrary, Namespaces.Value, text))
            .ToList();
        return readings.MinBy(errors => errors.Count)!;
    }

    /// <summary>
    /// What the compiler has against the examples of a file in the hands of a reader who pastes their statements in order into
    /// <c>Program.cs</c>, and their types into files of their own. Nothing is imported but what a new project imports.
    /// </summary>
    public static IReadOnlyList<string> ErrorsTogether(IReadOnlyList<Snippet> snippets)
    {
        var parsed = snippets.Select(snippet => (Snippet: snippet, Root: Parse(snippet.Code))).ToList();
        var program = parsed.FindAll(one => one.Root.Members.Any(member => member is GlobalStatementSyntax));
        var types = parsed.Except(program).Select(one => $"#line {one.Snippet.Line + 1}\n{one.Snippet.Code}");
        var text = string.Concat(
            program
                .SelectMany(one => one.Root.Usings.Select(one.Snippet.Mapped))
                .Concat(program.SelectMany(one => one.Root.Members.Select(one.Snippet.Mapped)))
        );
        return Compile(snippets[0].File, OutputKind.ConsoleApplication, ImplicitUsings.Namespaces, [text, .. types]);
    }

    public override string ToString() => $"{File}:{Line}";

    private static List<string> Compile(
        string file,
        OutputKind kind,
        IEnumerable<string> namespaces,
        params string[] texts
    )
    {
        var compilation = CSharpCompilation.Create(
            "Snippet",
            [
                CSharpSyntaxTree.ParseText(ImplicitUsings.Text(namespaces), SourceFile.ParseOptions),
                .. texts.Select(text => CSharpSyntaxTree.ParseText(text, SourceFile.ParseOptions)),
            ],
            Symbols.References,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable)
        );
        return
        [
            .. compilation
                .GetDiagnostics()
                .Where(one => one.Severity == DiagnosticSeverity.Error)
                .Select(one =>
                    $"{file}:{one.Location.GetMappedLineSpan().StartLinePosition.Line + 1} {one.Id} {one.GetMessage(null)}"
                ),
        ];
    }

    /// <summary>The statements inside of a method, the types beside it.</summary>
    private string AsProgram()
    {
        var root = Parse(Code);
        var statements = root.Members.OfType<GlobalStatementSyntax>().ToList();
        return string.Concat(root.Usings.Select(Mapped))
            + Wrap(
                $"async Task RunAsync()\n{{\n{string.Concat(statements.Select(Mapped))}\nawait Task.CompletedTask;\n}}"
            )
            + string.Concat(root.Members.Except(statements).Select(Mapped))
            + string.Concat(root.Members.OfType<ClassDeclarationSyntax>().Select(SourceGenerated));
    }

    /// <summary>All of it inside of a class.</summary>
    private string AsMembers() => Wrap($"#line {Line + 1}\n{Code}\n#line hidden");

    private static string Wrap(string members) =>
        $"internal sealed class Example : {typeof(SnippetContext).FullName}\n{{\n{members}\n}}\n";

    private string Mapped(SyntaxNode node)
    {
        var line = node.SyntaxTree.GetLineSpan(node.FullSpan).StartLinePosition.Line;
        return $"#line {Line + 1 + line}\n{node.ToFullString()}\n#line hidden\n";
    }

    /// <summary>Stands in for the source generator of System.Text.Json, which does not run here.</summary>
    private static string SourceGenerated(ClassDeclarationSyntax type)
    {
        if (type.BaseList?.Types.Any(one => one.Type.ToString() == "JsonSerializerContext") != true)
        {
            return string.Empty;
        }

        var name = type.Identifier.Text;
        var types = type
            .AttributeLists.SelectMany(list => list.Attributes)
            .Where(attribute => attribute.Name.ToString() == "JsonSerializable")
            .Select(attribute =>
                ((TypeOfExpressionSyntax)attribute.ArgumentList!.Arguments[0].Expression).Type.ToString()
            );
        const string Metadata = "System.Text.Json.Serialization.Metadata";
        return $$"""
            partial class {{name}}() : JsonSerializerContext(null)
            {
                public static {{name}} Default => new();
                protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override {{Metadata}}.JsonTypeInfo? GetTypeInfo(Type type) => null;
                {{string.Join('\n', types.Select(one => $"public {Metadata}.JsonTypeInfo<{one}> {one} => null!;"))}}
            }

            """;
    }

    private static CompilationUnitSyntax Parse(string code) =>
        (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(code, SourceFile.ParseOptions).GetRoot();
}
