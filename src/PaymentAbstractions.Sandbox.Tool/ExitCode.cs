namespace PaymentAbstractions.Sandbox.Tool;

/// <summary>How the tool ends, for scripts.</summary>
internal static class ExitCode
{
    /// <summary>It ran until Ctrl+C, or showed its help.</summary>
    public const int Done = 0;

    /// <summary>The command line is wrong. Nothing was started.</summary>
    public const int Usage = 2;

    /// <summary>A port is taken or cannot be opened. Nothing is running.</summary>
    public const int Unavailable = 3;

    /// <summary>An emulator failed. This is a mistake in the emulator.</summary>
    public const int Unexpected = 4;
}
