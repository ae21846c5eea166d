namespace PaymentAbstractions.Tool;

/// <summary>What the tool talks to: a terminal, files, or a test.</summary>
internal sealed record ToolConsole
{
    // Of a terminal that does not tell.
    private const int UsualWidth = 80;

    /// <summary>Where results go.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Where it asks, and says what is wrong.</summary>
    public required TextWriter Errors { get; init; }

    /// <summary>Where a person answers; none when nobody can.</summary>
    public TextReader? Answers { get; init; }

    /// <summary>How wide the terminal is; none when the output goes somewhere else.</summary>
    public int? Width { get; init; }

    /// <summary>How wide the terminal of <see cref="Errors"/> is, where progress is shown; none when it is none.</summary>
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
