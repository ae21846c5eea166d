namespace PaymentAbstractions.Tool;

/// <summary>The console of the tool: a terminal, files, or a test.</summary>
internal sealed record ToolConsole
{
    // The width of a terminal that does not report one.
    private const int UsualWidth = 80;

    /// <summary>The stream for results.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>The stream for questions and errors.</summary>
    public required TextWriter Errors { get; init; }

    /// <summary>The stream with the operator's answers; null when nobody can answer.</summary>
    public TextReader? Answers { get; init; }

    /// <summary>The width of the terminal; null when the output is redirected.</summary>
    public int? Width { get; init; }

    /// <summary>The width of the terminal of <see cref="Errors"/>, where progress is shown; null when it is not a terminal.</summary>
    public int? ProgressWidth { get; init; }

    /// <summary>The environment variables.</summary>
    public Func<string, string?> Variables { get; init; } = Environment.GetEnvironmentVariable;

    public static ToolConsole OfProcess() =>
        new()
        {
            Output = Console.Out,
            Errors = Console.Error,
            Answers = Console.IsInputRedirected ? null : Console.In,
            Width = Console.IsOutputRedirected ? null : WidthOfTerminal(),
            ProgressWidth = Console.IsErrorRedirected ? null : WidthOfTerminal(),
        };

    private static int WidthOfTerminal() => Console.WindowWidth is > 0 and var width ? width : UsualWidth;
}
