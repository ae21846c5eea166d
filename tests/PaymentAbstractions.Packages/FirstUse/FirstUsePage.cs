using System.Text.RegularExpressions;

namespace PaymentAbstractions.Packages;

/// <summary>
/// A page with a whole program for a new web application. The comment <c>&lt;!-- program: fresh web application --&gt;</c> precedes
/// the block with <c>Program.cs</c>, and <c>&lt;!-- settings: fresh web application --&gt;</c> the block with
/// <c>appsettings.json</c>, if the program needs one. The packages are those of the page's <c>dotnet add package</c> commands, and
/// the first <c>curl</c> command after the program pays for an order.
/// </summary>
internal sealed partial record FirstUsePage(
    string Name,
    IReadOnlyList<string> Packages,
    string Program,
    string? Settings,
    string PayCommand
)
{
    /// <summary>The pages of the repository that have such a program.</summary>
    public static IReadOnlyList<FirstUsePage> Find() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
                .Prepend(Path.Combine(Repository.Root, "README.md"))
                .Select(path => (Name: Path.GetFileName(path), Text: File.ReadAllText(path)))
                .Where(page => ProgramBlock().IsMatch(page.Text))
                .Select(page => Read(page.Name, page.Text)),
        ];

    private static FirstUsePage Read(string name, string text)
    {
        var program = ProgramBlock().Match(text);
        var settings = SettingsBlock().Match(text);
        return new FirstUsePage(
            name,
            [
                .. AddedPackage()
                    .Matches(text)
                    .Select(match => match.Groups["id"].Value)
                    .Distinct(StringComparer.Ordinal),
            ],
            program.Groups["code"].Value,
            settings.Success ? settings.Groups["code"].Value : null,
            PayLine().Match(text, program.Index + program.Length).Value
        );
    }

    [GeneratedRegex(
        @"<!-- program: fresh web application -->\s*```csharp\n(?<code>.*?)```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ProgramBlock();

    [GeneratedRegex(
        @"<!-- settings: fresh web application -->\s*```json\n(?<code>.*?)```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex SettingsBlock();

    [GeneratedRegex(@"dotnet add package (?<id>[\w.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AddedPackage();

    [GeneratedRegex(@"^curl .+$", RegexOptions.Multiline, 1000)]
    private static partial Regex PayLine();
}
