namespace PaymentAbstractions;

/// <summary>Waits that double up to a limit.</summary>
internal static class BackOff
{
    private const int MostDoublings = 30;

    public static DateTimeOffset Next(DateTimeOffset now, int failures, RecoveryOptions settings)
    {
        // As a number first: a long wait that doubles often is longer than a TimeSpan can be.
        var ticks = settings.BackOff.Ticks * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        return now + (ticks < settings.MaxBackOff.Ticks ? new TimeSpan((long)ticks) : settings.MaxBackOff);
    }
}
