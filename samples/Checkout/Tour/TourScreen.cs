using Spectre.Console;

namespace Checkout.Tour;

/// <summary>Where the tour writes: plain lines, and on a terminal what it is working on below them.</summary>
internal sealed class TourScreen
{
    private readonly StatusContext? _status;

    private TourScreen(StatusContext? status) => _status = status;

    /// <summary>Runs the tour; the status line stands only while it runs.</summary>
    /// <param name="doing">What it begins with.</param>
    /// <param name="run">The tour.</param>
    public static Task<int> RunAsync(string doing, Func<TourScreen, Task<int>> run)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            return run(new TourScreen(null));
        }

        return AnsiConsole
            .Status()
            .Spinner(Spinner.Known.Dots)
            .StartAsync(Markup.Escape(doing), status => run(new TourScreen(status)));
    }

    /// <summary>A line that stays.</summary>
    public void WriteLine(string line = "")
    {
        if (_status is null)
        {
            Console.WriteLine(line);
        }
        else
        {
            // Through the same console as the status, which is painted again below the line.
            AnsiConsole.WriteLine(line);
        }
    }

    /// <summary>Says what the tour is working on; only on a terminal, where it is replaced by the next.</summary>
    public void Work(string doing)
    {
        if (_status is not null)
        {
            _status.Status = Markup.Escape(doing);
        }
    }
}
