namespace PaymentAbstractions;

/// <summary>Waits that double up to a limit.</summary>
internal static class BackOff
{
    private const int MostDoublings = 30;

    public static DateTimeOffset Next(DateTimeOffset now, int failures, RecoverySettings settings)
    {
        var wait = settings.BackOff * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        return now + (wait < settings.LongestBackOff ? wait : settings.LongestBackOff);
    }
}
