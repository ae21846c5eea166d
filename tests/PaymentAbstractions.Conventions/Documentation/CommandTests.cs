using System.Text.RegularExpressions;

namespace PaymentAbstractions.Conventions;

/// <summary>Everything that the commands of a page name exists: projects, files, packages, templates, tools and their commands.</summary>
public sealed partial class CommandTests
{
    /// <summary>The templates of the .NET SDK that pages use, and the templates of this repository.</summary>
    private static readonly string[] Templates =
    [
        "console",
        "install",
        "nugetconfig",
        "paymentadapter",
        "uninstall",
        "web",
    ];

    private static readonly string[] Roots =
    [
        "benchmarks/",
        "docs/",
        "providers/",
        "samples/",
        "src/",
        "templates/",
        "tests/",
    ];

    /// <summary>The commands of <c>payments</c>, as its source names them.</summary>
    private static readonly HashSet<string> PaymentsCommands =
    [
        .. Repository
            .Files.Where(file =>
                file.StartsWith("src/PaymentAbstractions.Tool/Commands/", StringComparison.Ordinal)
                && file.EndsWith("Command.cs", StringComparison.Ordinal)
            )
            .Select(file => CommandName().Match(Repository.Read(file)).Groups["name"].Value),
    ];

    [Fact]
    public void Everything_that_the_commands_name_exists()
    {
        var blocks = MarkdownPage.All.SelectMany(page => page.Blocks).Where(block => block.Language == "sh").ToList();

        Assert.True(blocks.Count > 20, $"{blocks.Count} found");
        Findings.None(
            blocks.SelectMany(block =>
                Lines(block)
                    .SelectMany(line => Problems(line.Text).Select(problem => $"{block.Page}:{line.Number} {problem}"))
            )
        );
    }

    [Fact]
    public void A_block_of_code_says_its_language() =>
        Findings.None(
            MarkdownPage
                .All.SelectMany(page => page.Blocks)
                .Where(block => block.Language.Length == 0)
                .Select(block => $"{block} does not say its language.")
        );

    [Theory]
    [InlineData("dotnet run --project samples/Missing -- tour", "names samples/Missing, which does not exist.")]
    [InlineData("dotnet test tests/Missing.Tests", "names tests/Missing.Tests, which does not exist.")]
    [InlineData(
        "cd x && dotnet add package PaymentAbstractions.Missing",
        "adds the package PaymentAbstractions.Missing, which does not exist."
    )]
    [InlineData(
        "dotnet tool install --global PaymentAbstractions.Rebilly",
        "installs PaymentAbstractions.Rebilly, which is no tool."
    )]
    [InlineData("dotnet new webshop", "uses the template webshop, which is not known.")]
    [InlineData("payments refund KEY", "uses payments refund, which is no command.")]
    [InlineData("dotnet add package PaymentAbstractions.Rebilly", null)]
    [InlineData("dotnet tool install --global PaymentAbstractions.Tool", null)]
    [InlineData("payments counts --sqlite payments.db   # how many", null)]
    public void A_command_that_names_what_is_not_there_is_noticed(string command, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], Problems(command));

    private static IEnumerable<(int Number, string Text)> Lines(CodeBlock block) =>
        block.Code.Split('\n').Select((text, index) => (block.Line + 1 + index, text));

    private static IEnumerable<string> Problems(string line) =>
        line.Split('#')[0]
            .Split(["&&", "|", ";"], StringSplitOptions.RemoveEmptyEntries)
            .Select(command => command.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 1)
            .SelectMany(words => PathProblems(words).Append(Problem(words)).OfType<string>());

    private static IEnumerable<string> PathProblems(string[] words) =>
        words
            .Where(word => Roots.Any(root => word.StartsWith(root, StringComparison.Ordinal)))
            .Where(path => !Repository.Exists(path) && !Directory.Exists(Repository.FullPath(path)))
            .Select(path => $"names {path}, which does not exist.");

    private static string? Problem(string[] words) =>
        words switch
        {
            ["dotnet", "add", "package", var name, ..] when !IsPackage(name) =>
                $"adds the package {name}, which does not exist.",
            ["dotnet", "tool", "install" or "update", .. var rest]
                when rest.First(word => word[0] != '-') is var name && !IsTool(name) =>
                $"installs {name}, which is no tool.",
            ["dotnet", "new", var template, ..] when !Templates.Contains(template) =>
                $"uses the template {template}, which is not known.",
            ["payments", var command, ..] when !PaymentsCommands.Contains(command) =>
                $"uses payments {command}, which is no command.",
            _ => null,
        };

    /// <summary>Whether the package is one of this repository or one whose version the repository pins.</summary>
    private static bool IsPackage(string name) =>
        ShippedProject.All.Concat(ShippedProject.Tools).Any(project => project.Name == name)
        || Repository.Read("Directory.Packages.props").Contains($"Include=\"{name}\"", StringComparison.Ordinal);

    private static bool IsTool(string name) => ShippedProject.Tools.Any(project => project.Name == name);

    [GeneratedRegex(
        @"(?:new Command\(|runner\.Command\(|string Name =)\s*""(?<name>[a-z-]+)""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex CommandName();
}
