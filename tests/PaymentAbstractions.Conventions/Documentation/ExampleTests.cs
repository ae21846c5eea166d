namespace PaymentAbstractions.Conventions;

/// <summary>The C# of every page compiles, and examples with a run mark are run. <see cref="CodeBlock"/> describes the marks.</summary>
public sealed class ExampleTests
{
    private const string Page = "README.md";

    public static TheoryData<string> Pages =>
        [.. MarkdownPage.All.Where(page => page.Blocks.Any(block => block.IsCSharp)).Select(page => page.Path)];

    public static TheoryData<string, int> Running =>
        [
            .. MarkdownPage
                .All.SelectMany(Example.In)
                .Where(example => example.Blocks.Any(block => block.Runs))
                .Select(example => (example.Blocks[0].Page, example.Blocks[0].Line)),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_examples_of_a_page_compile(string path)
    {
        var page = MarkdownPage.Named(path);

        Findings.None(Example.In(page).SelectMany(example => example.Errors()));
        Findings.None(
            page.Blocks.Where(block => block.IsWebApplication)
                .SelectMany(block => ExampleCompilation.OfWebApplication(block).Errors())
        );
    }

    [Fact]
    public void Every_note_of_an_example_has_a_meaning()
    {
        var examples = MarkdownPage.All.SelectMany(page => page.Blocks).Where(block => block.IsCSharp).ToList();

        Assert.True(examples.Count > 50, $"{examples.Count} found");
        Findings.None(examples.SelectMany(block => block.Unknown.Select(note => $"{block} has the note \"{note}\".")));
    }

    [Theory]
    [MemberData(nameof(Running))]
    public async Task The_marked_examples_run(string path, int line)
    {
        var example = Example.In(MarkdownPage.Named(path)).Single(one => one.Blocks[0].Line == line);
        await using var host = await ExampleHost.StartAsync(TestContext.Current.CancellationToken);

        var printed = await example.RunAsync(host);

        // Blocks that continue an example print after it, so the expected texts are joined in the same order.
        var expected = string.Concat(
            example.Blocks.Select(block => block.Output).OfType<string>().Select(one => one + "\n")
        );
        if (expected.Length > 0)
        {
            Assert.Equal(expected, printed);
        }
    }

    [Fact]
    public void Examples_are_run() => Assert.True(Running.Count >= 8, $"{Running.Count} found");

    [Fact]
    public void An_example_that_does_not_compile_is_noticed()
    {
        var wrong = Block("var sum = 1 +\n    missing;\nawait gateway.SaleAsync(new SaleRequest());");
        var right = Block("var name = gateway.Name;\nvar found = await gateway.FindAsync(null!);");
        var member = Block(
            "public async Task<string> NameAsync()\n{\n    await Task.Yield();\n    return gateway.Name;\n}"
        );

        var errors = new Example(wrong).Errors();

        Assert.Contains(errors, error => error.StartsWith("README.md:12 CS0103 ", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("README.md:13 CS9035 ", StringComparison.Ordinal));
        Assert.Empty(new Example(right).Errors());
        Assert.Empty(new Example(member).Errors());
    }

    [Fact]
    public void Blocks_that_do_not_go_together_are_noticed()
    {
        var first = Block("var sum = 1;\nConsole.WriteLine(sum);");
        var again = new CodeBlock(Page, 20, "csharp", "\nvar sum = 2;");
        var hidden = new CodeBlock(Page, 30, "csharp", "Console.WriteLine(shown);")
        {
            Notes = [(25, "setup\nvar shown = sum + other;")],
        };

        var errors = new Example(first, again, hidden).Errors();

        Assert.Contains(errors, error => error.StartsWith("README.md:22 CS0128 ", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("README.md:26 CS0103 ", StringComparison.Ordinal));
        Assert.DoesNotContain(errors, error => error.StartsWith("README.md:31 ", StringComparison.Ordinal));
        Assert.Empty(new Example(first).Errors());
    }

    private static CodeBlock Block(string code) => new(Page, 10, "csharp", code);
}
