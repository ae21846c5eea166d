using System.Text.RegularExpressions;

namespace PaymentAbstractions.Conventions;

/// <summary>The guide explains what the conformance suites check.</summary>
public sealed partial class GuideTests
{
    private static readonly string Guide = File.ReadAllText(
        Path.Combine(Repository.Root, "docs", "write-an-adapter.md")
    );

    [Fact]
    public void Every_heading_that_a_failure_names_is_there()
    {
        var headings = Heading().Matches(Guide).Select(heading => Anchor(heading.Groups["text"].Value)).ToHashSet();
        var named = Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "src", "PaymentAbstractions.Conformance"),
                "*Suite*.cs",
                SearchOption.AllDirectories
            )
            .SelectMany(file => Holds().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["anchor"].Value)
            .ToList();

        Assert.True(named.Count > 90);
        Assert.Empty(named.Except(headings));
    }

    // The suite of the harness addresses the author of a harness, and failures of the live suite come from the provider.
    [Fact]
    public void Every_fact_of_a_suite_names_its_heading()
    {
        var suites = Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "src", "PaymentAbstractions.Conformance"),
                "*Suite*.cs",
                SearchOption.AllDirectories
            )
            .Where(file => Path.GetFileName(file) is not ("HarnessSuite.cs" or "LiveSuite.cs" or "ConformanceSuite.cs"))
            .Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file)))
            .ToList();

        Assert.True(suites.Sum(suite => Fact().Count(suite.Text)) > 100);
        Assert.All(
            suites,
            suite => Assert.Equal((suite.Name, Fact().Count(suite.Text)), (suite.Name, Holds().Count(suite.Text)))
        );
    }

    private static string Anchor(string heading) => heading.ToLowerInvariant().Replace(' ', '-');

    [GeneratedRegex(@"^## (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(
        @"HoldsAsync\(\s*""(?:[^""\\]|\\.)*"",\s*""(?<anchor>[a-z-]+)""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Holds();

    [GeneratedRegex(@"^    \[(?:Fact|Theory)\]", RegexOptions.Multiline, 1000)]
    private static partial Regex Fact();
}
