using System.Text;

namespace PaymentAbstractions.Benchmarks.Measuring;

/// <summary>A table for the console, or for a page in Markdown.</summary>
/// <param name="title">The headline.</param>
/// <param name="columns">The headers.</param>
internal sealed class Table(string title, params string[] columns)
{
    private readonly List<string[]> _rows = [];
    private readonly string[] _columns = columns;
    private readonly string _title = title;

    /// <summary>Adds a row.</summary>
    /// <param name="cells">A cell for each column.</param>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Prints the table for the console: the first column to the left, the others to the right.</summary>
    public void Print()
    {
        int[] widths =
        [
            .. _columns.Select((column, i) => _rows.Select(row => row[i].Length).Append(column.Length).Max()),
        ];
        Console.WriteLine();
        Console.WriteLine(_title);
        foreach (var row in _rows.Prepend(_columns))
        {
            Console.WriteLine(
                string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])))
            );
        }
    }

    /// <summary>Prints tables of the same columns as one table in Markdown, each under its headline.</summary>
    /// <param name="tables">The tables.</param>
    public static void PrintMarkdown(params IReadOnlyList<Table> tables)
    {
        var columns = tables[0]._columns;
        var text = new StringBuilder().AppendLine();
        Append(columns);
        Append([.. columns.Select((_, i) => i == 0 ? "---" : "---:")]);
        foreach (var table in tables)
        {
            Append([$"**{table._title}**", .. columns.Skip(1).Select(static _ => "")]);
            foreach (var row in table._rows)
            {
                Append(row);
            }
        }

        Console.Write(text);

        void Append(string[] cells) => text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");
    }
}
