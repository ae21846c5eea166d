namespace PaymentAbstractions.Tool;

/// <summary>How the tool ends, for scripts.</summary>
internal static class ExitCode
{
    /// <summary>It did what it was asked for.</summary>
    public const int Done = 0;

    /// <summary>There is no such payment, or the journal refused; the message says why. Nothing was changed.</summary>
    public const int Refused = 1;

    /// <summary>The command line or the configuration has no meaning. Nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>The journal could not be opened, read or written.</summary>
    public const int Unavailable = 3;
}
