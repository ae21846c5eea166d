using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentAbstractions.Conventions;

/// <summary>A source file of a shipped project.</summary>
internal sealed class SourceFile(string path)
{
    public static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.Preview, Microsoft.CodeAnalysis.DocumentationMode.Parse);

    public string Path => path;

    public string Name => System.IO.Path.GetFileNameWithoutExtension(path);

    public string Text { get; } = Repository.Read(path);

    public CompilationUnitSyntax Syntax =>
        field ??= (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(Text, ParseOptions).GetRoot();

    public string At(Microsoft.CodeAnalysis.SyntaxNode node) =>
        $"{path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    /// <summary>Where a text occurs, as <c>path:line</c>.</summary>
    public IEnumerable<string> Find(string text) =>
        Text.Split('\n')
            .Index()
            .Where(line => line.Item.Contains(text, StringComparison.Ordinal))
            .Select(line => $"{path}:{line.Index + 1} {text}");
}
