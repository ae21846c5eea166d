namespace PaymentAbstractions.Conventions;

/// <summary>Compares the table of <c>docs/logging.md</c> with the events that the shipped projects log.</summary>
public sealed class LoggingPageTests
{
    private const string Page = "docs/logging.md";

    private static readonly List<string[]> Rows =
    [
        .. Repository
            .Read(Page)
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2]))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
    ];

    [Fact]
    public void Ids_and_names_are_unique_over_the_whole_product_and_every_event_has_both()
    {
        Assert.True(LoggedEvent.All.Count > 40);
        Findings.None(LoggedEvent.All.Where(one => one.Id == 0 || one.Name is null).Select(one => one.Where));
        Assert.Equal(LoggedEvent.All.Count, LoggedEvent.All.Select(one => one.Id).Distinct().Count());
        Assert.Equal(
            LoggedEvent.All.Count,
            LoggedEvent.All.Select(one => one.Name).Distinct(StringComparer.Ordinal).Count()
        );
    }

    [Fact]
    public void The_table_has_every_event_and_no_other()
    {
        Assert.All(Rows, row => Assert.Equal(6, row.Length));
        Assert.Equal(
            LoggedEvent.All.OrderBy(one => one.Id).Select(one => $"{one.Id} `{one.Name}` {one.Fields}"),
            Rows.Select(row => $"{row[0]} {row[2]} {row[4]}")
        );
    }

    [Fact]
    public void The_table_has_the_level_of_every_event()
    {
        var levels = LoggedEvent.All.ToDictionary(one => $"{one.Id}", one => one.Level, StringComparer.Ordinal);

        Assert.All(Rows, row => Assert.True(levels[row[0]] is not { } level || level == row[1], string.Join('|', row)));
    }

    [Fact]
    public void Every_event_says_when_it_comes_and_what_to_do() =>
        Assert.All(
            Rows,
            row =>
            {
                Assert.EndsWith(".", row[3], StringComparison.Ordinal);
                Assert.EndsWith(".", row[5], StringComparison.Ordinal);
            }
        );
}
