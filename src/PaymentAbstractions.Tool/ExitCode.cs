namespace PaymentAbstractions.Tool;

/// <summary>The exit codes of the tool, for scripts.</summary>
internal static class ExitCode
{
    /// <summary>The command succeeded.</summary>
    public const int Done = 0;

    /// <summary>
    /// The payment does not exist, stays unresolved or must not be changed this way; or the journal and the provider differ. The message
    /// states the reason. Nothing was changed manually.
    /// </summary>
    public const int Refused = 1;

    /// <summary>The command line or the configuration is invalid. Nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>
    /// The journal could not be opened, read or written, or contains damaged entries; or the provider's list could not be read.
    /// </summary>
    public const int Unavailable = 3;

    /// <summary>A defect of the tool, or of a provider's adapter.</summary>
    public const int Unexpected = 4;

    /// <summary>The command was canceled with Ctrl+C; shells use this value.</summary>
    public const int Canceled = 130;
}
