namespace PaymentAbstractions.Tool;

/// <summary>How the tool ends, for scripts.</summary>
internal static class ExitCode
{
    /// <summary>It did what it was asked for.</summary>
    public const int Done = 0;

    /// <summary>
    /// There is no such payment, it stays in doubt, or it may not be changed so; or the journal and the provider differ. The message says
    /// why. Nothing was changed by hand.
    /// </summary>
    public const int Refused = 1;

    /// <summary>The command line or the configuration has no meaning. Nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>The journal could not be opened, read or written, or holds entries that are damaged; or the provider's list could not be read.</summary>
    public const int Unavailable = 3;

    /// <summary>A mistake of the tool, or of a provider's adapter.</summary>
    public const int Unexpected = 4;

    /// <summary>Ctrl+C, as shells count it.</summary>
    public const int Canceled = 130;
}
