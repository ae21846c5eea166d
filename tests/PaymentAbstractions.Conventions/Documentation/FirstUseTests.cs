using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentAbstractions.Conventions;

/// <summary>The examples of each README that adds payments choose exactly one journal.</summary>
public sealed class FirstUseTests
{
    private static readonly string[] Choices =
    [
        "UseSqliteJournal",
        "UsePostgreSqlJournal",
        "UseJournal",
        "UseInMemoryJournal",
    ];

    public static TheoryData<string> Readmes => [.. ReadmeTests.Readmes.Where(AddsPayments)];

    [Theory]
    [MemberData(nameof(Readmes))]
    public void The_examples_of_a_readme_choose_one_journal(string readme)
    {
        var inCode = CSharpOf(readme).SelectMany(CalledIn).Where(name => Choices.Contains(name));
        var inConfiguration = MarkdownPage
            .Named(readme)
            .Blocks.Where(block => block.Language == "json")
            .Where(block => JsonNode.Parse(block.Code)?["Payments"]?["Journal"] is not null)
            .Select(block => $"{block}");

        var chosen = inCode.Concat(inConfiguration).ToList();

        Assert.True(chosen.Count == 1, $"{readme} chooses {chosen.Count} journals: {string.Join(", ", chosen)}.");
    }

    [Fact]
    public void The_readmes_that_add_payments_are_looked_at() =>
        Assert.True(Readmes.Count >= 4, $"{Readmes.Count} found");

    private static bool AddsPayments(string readme) => CSharpOf(readme).SelectMany(CalledIn).Contains("AddPayments");

    private static IEnumerable<CodeBlock> CSharpOf(string readme) =>
        MarkdownPage.Named(readme).Blocks.Where(block => block.IsCSharp);

    private static IEnumerable<string> CalledIn(CodeBlock block) =>
        CSharpSyntaxTree
            .ParseText(block.Code, SourceFile.ParseOptions)
            .GetRoot()
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Select(call => call.Expression)
            .OfType<MemberAccessExpressionSyntax>()
            .Select(call => call.Name.Identifier.Text);
}
