using PaymentAbstractions.Benchmarks.Measuring;
using PaymentAbstractions.Benchmarks.Plots;

namespace PaymentAbstractions.Benchmarks.Scale;

/// <summary>The tables and plots of all axes.</summary>
internal sealed class ScaleReport
{
    private readonly List<Table> _tables = [];
    private readonly List<Plot> _plots = [];

    /// <summary>Adds an axis and prints its table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="plots">The plots.</param>
    public void Add(Table table, params Plot[] plots)
    {
        table.Print();
        _tables.Add(table);
        _plots.AddRange(plots);
    }

    /// <summary>Writes the plots, and prints the tables again in Markdown.</summary>
    /// <param name="folder">Where the picture is written.</param>
    /// <param name="inMarkdown">Whether to print Markdown.</param>
    public void End(string folder, bool inMarkdown)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "scale.svg");
        Svg.Of(_plots).Save(path);
        Console.WriteLine($"\nPlots: {path}");
        if (inMarkdown)
        {
            foreach (var table in _tables)
            {
                Table.PrintMarkdown(table);
            }
        }
    }
}
