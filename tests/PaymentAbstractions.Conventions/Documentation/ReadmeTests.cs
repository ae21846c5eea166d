namespace PaymentAbstractions.Conventions;

public sealed class ReadmeTests
{
    private const string Root = "README.md";

    public static TheoryData<string> Projects => ShippedProject.Names;

    /// <summary>The README of the repository and of every package.</summary>
    public static IReadOnlyList<string> Readmes => [Root, .. ShippedProject.All.Select(project => project.Readme)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_readme_of_a_package_says_how_to_install_and_how_to_use_it(string name)
    {
        var readme = MarkdownPage.Named(ShippedProject.Named(name).Readme);

        Assert.StartsWith($"# {name}\n", readme.Text, StringComparison.Ordinal);
        Assert.Contains($"dotnet add package {name}\n", readme.Text, StringComparison.Ordinal);
        Assert.Contains("\n## ", readme.Text, StringComparison.Ordinal);
        Assert.Contains(readme.Blocks, block => block.IsCSharp);
    }

    [Fact]
    public void The_root_readme_is_read_in_a_few_minutes()
    {
        var lines = MarkdownPage.Named(Root).Text.TrimEnd().Split('\n');

        Assert.InRange(lines.Length, 80, 140);
        Assert.All(lines, line => Assert.True(line.Length <= 160, $"This line has {line.Length} characters: {line}"));
    }
}
