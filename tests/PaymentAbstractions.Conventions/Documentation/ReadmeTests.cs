namespace PaymentAbstractions.Conventions;

public sealed class ReadmeTests
{
    private const string Root = "README.md";

    public static TheoryData<string> Projects => ShippedProject.Names;

    public static TheoryData<string> Readmes => [Root, .. ShippedProject.All.Select(project => project.Readme)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_readme_of_a_package_says_how_to_install_and_how_to_use_it(string name)
    {
        var readme = Read(ShippedProject.Named(name).Readme);

        Assert.StartsWith($"# {name}\n", readme, StringComparison.Ordinal);
        Assert.Contains($"dotnet add package {name}\n", readme, StringComparison.Ordinal);
        Assert.Contains("\n## ", readme, StringComparison.Ordinal);
        Assert.Contains("\n```csharp\n", readme, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public void The_examples_of_a_readme_compile(string readme)
    {
        _ = Read(readme);
        var snippets = Snippet.In(readme).ToList();

        Assert.NotEmpty(snippets);
        Findings.None(snippets.SelectMany(snippet => snippet.Errors()));
    }

    [Fact]
    public void An_example_that_does_not_compile_is_noticed()
    {
        var wrong = new Snippet(Root, 10, "var sum = 1 +\n    missing;\nawait gateway.SaleAsync(new SaleRequest());");
        var right = new Snippet(Root, 10, "var name = gateway.Name;\nvar found = await gateway.FindAsync(null!);");
        var member = new Snippet(
            Root,
            10,
            "public async Task<string> NameAsync()\n{\n    await Task.Yield();\n    return gateway.Name;\n}"
        );

        var errors = wrong.Errors();

        Assert.Contains(errors, error => error.StartsWith("README.md:12 CS0103 ", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("README.md:13 CS9035 ", StringComparison.Ordinal));
        Assert.Empty(right.Errors());
        Assert.Empty(member.Errors());
    }

    private static string Read(string readme)
    {
        Assert.True(Repository.Exists(readme), $"{readme} does not exist.");
        return Repository.Read(readme).ReplaceLineEndings("\n");
    }
}
