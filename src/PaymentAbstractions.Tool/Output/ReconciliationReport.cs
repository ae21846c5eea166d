using System.Globalization;
using Spectre.Console;

namespace PaymentAbstractions.Tool;

/// <summary>Shows a comparison while it runs: a progress bar, the lines, and the number of lines of each kind.</summary>
internal sealed class ReconciliationReport(
    Report report,
    ReconciliationPeriod period,
    bool isCsv,
    bool showsMatched,
    int limit
)
{
    private readonly SortedDictionary<ReconciliationStatus, long> _counts = [];
    private readonly List<ReconciledPayment> _shown = [];
    private long _wanted;

    public bool HasDifferences =>
        _counts.Keys.Any(status => status is not (ReconciliationStatus.Matched or ReconciliationStatus.NotVerifiable));

    public async Task RunAsync(IAsyncEnumerable<ReconciledPayment> lines, CancellationToken cancellationToken)
    {
        if (isCsv)
        {
            await report.Console.Output.WriteAsync(Csv.Line(ReconciledOutput.Names)).ConfigureAwait(false);
        }

        if (report.Console.ProgressWidth is not { } width || (isCsv && report.Console.Width is not null))
        {
            await foreach (var line in lines.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                Add(line);
            }

            return;
        }

        // The progress bar redraws itself, which requires a terminal; the caller has checked that there is one.
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(report.Console.Errors),
            }
        );
        console.Profile.Width = width;
        await console
            .Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("compared", maxValue: (period.Until - period.From).TotalSeconds);
                await foreach (var line in lines.WithCancellation(cancellationToken).ConfigureAwait(false))
                {
                    Add(line);
                    task.Description = string.Create(
                        CultureInfo.InvariantCulture,
                        $"{_counts.Values.Sum():N0} compared"
                    );
                    // The lines are roughly in chronological order.
                    task.Value = Math.Max(task.Value, ((line.At ?? period.From) - period.From).TotalSeconds);
                }

                task.Value = task.MaxValue;
            })
            .ConfigureAwait(false);
    }

    /// <summary>Shows everything that was not shown during the comparison.</summary>
    public void Finish()
    {
        var counts = Enum.GetValues<ReconciliationStatus>()
            .ToDictionary(
                status => status.ToString(),
                status => _counts.GetValueOrDefault(status),
                StringComparer.Ordinal
            );
        if (!isCsv)
        {
            report.Reconciled(_shown, counts);
        }

        if (_wanted > _shown.Count && !isCsv)
        {
            report.Warn(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{_wanted - _shown.Count:N0} more lines are not shown. Use --limit to show more, or --csv to show all."
                )
            );
        }

        report.Warn(
            string.Join(
                ", ",
                counts.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key}: {one.Value:N0}"))
            )
        );
    }

    private void Add(ReconciledPayment line)
    {
        _counts[line.Status] = _counts.GetValueOrDefault(line.Status) + 1;
        if (isCsv)
        {
            report.Console.Output.Write(Csv.Line(ReconciledOutput.Of(line).ToValues()));
        }
        else if (showsMatched || line.Status != ReconciliationStatus.Matched)
        {
            _wanted++;
            if (_shown.Count < limit)
            {
                _shown.Add(line);
            }
        }
    }
}
