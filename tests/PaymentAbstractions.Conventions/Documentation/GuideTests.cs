using System.Text.RegularExpressions;

namespace PaymentAbstractions.Conventions;

/// <summary>The code of the guide is the code of the samples, which is compiled and run.</summary>
public sealed partial class GuideTests
{
    private static readonly string Guide = File.ReadAllText(
        Path.Combine(Repository.Root, "docs", "write-an-adapter.md")
    );

    [Fact]
    public void Every_example_stands_in_its_file()
    {
        var examples = Example().Matches(Guide);

        Assert.True(examples.Count > 8);
        Assert.Equal(Fence().Count(Guide), examples.Count);
        Assert.All(
            examples,
            example =>
                Assert.Contains(
                    Flat(example.Groups["code"].Value),
                    Flat(File.ReadAllText(Path.Combine(Repository.Root, "docs", example.Groups["path"].Value))),
                    StringComparison.Ordinal
                )
        );
    }

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

    private static string Anchor(string heading) => heading.ToLowerInvariant().Replace(' ', '-');

    private static string Flat(string code) =>
        string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    [GeneratedRegex(
        @"From \[[^\]]+\]\((?<path>[^)]+)\)[^\n]*:\n\n```csharp\n(?<code>.*?)```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Example();

    [GeneratedRegex(@"^```csharp$", RegexOptions.Multiline, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^## (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(
        @"HoldsAsync\(\s*""(?:[^""\\]|\\.)*"",\s*""(?<anchor>[a-z-]+)""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Holds();
}
