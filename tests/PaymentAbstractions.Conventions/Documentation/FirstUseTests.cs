using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentAbstractions.Conventions;

/// <summary>A reader who pastes the examples of a README gets a program that compiles, and that starts with one journal.</summary>
public sealed class FirstUseTests
{
    private const string Root = "README.md";

    private static readonly string[] Choices =
    [
        "UseSqliteJournal",
        "UsePostgreSqlJournal",
        "UseJournal",
        "UseInMemoryJournal",
    ];

    public static TheoryData<string> Readmes => [.. ReadmeTests.Readmes.Select(row => row.Data).Where(AddsPayments)];

    [Fact]
    public void The_examples_of_the_root_readme_are_one_program()
    {
        var snippets = Snippet.In(Root).ToList();

        Assert.True(snippets.Count >= 4, $"{snippets.Count} examples");
        Findings.None(Snippet.ErrorsTogether(snippets));
    }

    [Fact]
    public void Examples_that_do_not_go_together_are_noticed()
    {
        var first = new Snippet(Root, 10, "var sum = 1;\nConsole.WriteLine(sum);");
        var again = new Snippet(Root, 20, "\nvar sum = 2;");
        var unknown = new Snippet(Root, 30, "Console.WriteLine(gateway.Name);");
        var type = new Snippet(
            Root,
            40,
            "using PaymentAbstractions;\n\npublic sealed class Mine : DelegatingPaymentGateway;"
        );

        var errors = Snippet.ErrorsTogether([first, again, unknown, type]);

        Assert.Contains(errors, error => error.StartsWith("README.md:22 CS0128 ", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("README.md:31 CS0103 ", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("README.md:43 CS7036 ", StringComparison.Ordinal));
        Assert.Empty(Snippet.ErrorsTogether([first]));
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public void The_examples_of_a_readme_choose_one_journal(string readme)
    {
        var inCode = Snippet.In(readme).SelectMany(CalledIn).Where(name => Choices.Contains(name));
        var inConfiguration = Snippet
            .In(readme, "json")
            .Where(snippet => JsonNode.Parse(snippet.Code)?["Payments"]?["Journal"] is not null)
            .Select(snippet => $"{snippet}");

        var chosen = inCode.Concat(inConfiguration).ToList();

        Assert.True(chosen.Count == 1, $"{readme} chooses {chosen.Count} journals: {string.Join(", ", chosen)}.");
    }

    [Fact]
    public void The_readmes_that_add_payments_are_looked_at() =>
        Assert.True(Readmes.Count >= 4, $"{Readmes.Count} found");

    private static bool AddsPayments(string readme) => Snippet.In(readme).SelectMany(CalledIn).Contains("AddPayments");

    private static IEnumerable<string> CalledIn(Snippet snippet) =>
        CSharpSyntaxTree
            .ParseText(snippet.Code, SourceFile.ParseOptions)
            .GetRoot()
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Select(call => call.Expression)
            .OfType<MemberAccessExpressionSyntax>()
            .Select(call => call.Name.Identifier.Text);
}
