using System.Text.RegularExpressions;

namespace PaymentAbstractions.Conventions;

/// <summary>One row of the page: a documented name, and the members that serve it.</summary>
/// <param name="Documented">The documented name.</param>
/// <param name="Members">The members; empty when the name is not served.</param>
/// <param name="Remark">The remark; the reason when the name is not served.</param>
internal sealed partial record CoverageRow(DocumentedName Documented, IReadOnlyList<string> Members, string Remark)
{
    public const string Page = "docs/coverage.md";

    public static IReadOnlyList<CoverageRow> All { get; } = [.. Of(Repository.Read(Page))];

    public bool IsServed => Members.Count > 0;

    /// <summary>
    /// Reads the tables of a page: a provider is a heading of the second level, an operation or object one of the third.
    /// </summary>
    public static IEnumerable<CoverageRow> Of(string page)
    {
        var (provider, where) = ("", "");
        foreach (var line in page.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                (provider, where) = (line[3..], "");
            }
            else if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                where = line[4..];
            }
            else if (Cells().Match(line) is { Success: true } cells)
            {
                yield return new CoverageRow(
                    new DocumentedName(provider, cells.Groups["kind"].Value, where, cells.Groups["name"].Value),
                    [.. Quoted().Matches(cells.Groups["members"].Value).Select(member => member.Groups[1].Value)],
                    cells.Groups["remark"].Value
                );
            }
        }
    }

    [GeneratedRegex(@"^\| (?<kind>[a-z]+) `(?<name>[^`]+)` \| (?<members>[^|]+) \| (?<remark>[^|]*?) *\|$")]
    private static partial Regex Cells();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
