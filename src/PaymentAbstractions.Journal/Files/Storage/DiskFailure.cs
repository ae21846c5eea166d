namespace PaymentAbstractions.Journal;

/// <summary>Turns what a disk threw into what a caller can act on.</summary>
internal static class DiskFailure
{
    private const int NoSpaceOnUnix = 28;
    private const int QuotaOnLinux = 122;
    private const int QuotaOnMac = 69;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullOnWindows = unchecked((int)0x80070027);

    public static bool Is(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or JournalDamagedException;

    public static JournalFailure Of(Exception exception, string what)
    {
        var kind = exception switch
        {
            JournalDamagedException => JournalFailureKind.Damaged,
            IOException
            {
                HResult: NoSpaceOnUnix or QuotaOnLinux or QuotaOnMac or DiskFullOnWindows or HandleDiskFullOnWindows
            } => JournalFailureKind.DiskFull,
            _ => JournalFailureKind.InputOutput,
        };
        return new JournalFailure { Kind = kind, Message = $"{what} {exception.Message}" };
    }
}
