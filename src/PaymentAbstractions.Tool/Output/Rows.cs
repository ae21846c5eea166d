using Spectre.Console;

namespace PaymentAbstractions.Tool;

/// <summary>Rows of texts: a table on a terminal, otherwise tab-separated lines with a header, which are never truncated.</summary>
internal static class Rows
{
    private const string KeyColumn = "Key";
    private const int Least = 12;

    public static void Write(TextWriter writer, int? width, string[] columns, IEnumerable<string[]> rows)
    {
        var all = rows.Select(row => row.Select(Plain).ToArray()).ToList();
        if (width is not { } terminal)
        {
            foreach (var row in all.Prepend(columns))
            {
                writer.WriteLine(string.Join('\t', row));
            }

            return;
        }

        var table = new Table();
        foreach (var column in columns)
        {
            table.AddColumn(column == KeyColumn ? new TableColumn(column).NoWrap() : new TableColumn(column));
        }

        foreach (var row in all)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        // Values must be complete for copying, so a long key may be wider than the terminal.
        var key = Array.IndexOf(columns, KeyColumn);
        var needed = key < 0 ? 0 : all.Select(row => row[key].Length).DefaultIfEmpty().Max() + (Least * columns.Length);
        console.Profile.Width = Math.Max(terminal, needed);
        console.Write(table);
    }

    /// <summary>Writes names and values, one pair per line; values are not wrapped, so that they can be copied completely.</summary>
    public static void WriteFacts(TextWriter writer, IEnumerable<(string Name, string Value)> facts)
    {
        var all = facts.ToList();
        var width = all.Max(fact => fact.Name.Length);
        foreach (var (name, value) in all)
        {
            writer.WriteLine($"{name.PadRight(width)}  {Plain(value)}");
        }
    }

    // Text from a provider could move the cursor or begin another row.
    private static string Plain(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)) : text;
}
