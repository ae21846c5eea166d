namespace PaymentAbstractions;

/// <summary>Delays that double up to a limit.</summary>
internal static class BackOff
{
    private const int MaxDoublings = 30;

    public static DateTimeOffset Next(DateTimeOffset now, int failures, RecoveryOptions settings)
    {
        // Calculate with a double first, because a long delay that doubles often can exceed the range of TimeSpan.
        var ticks = settings.BackOff.Ticks * Math.Pow(2, Math.Clamp(failures - 1, 0, MaxDoublings));
        return now + (ticks < settings.MaxBackOff.Ticks ? new TimeSpan((long)ticks) : settings.MaxBackOff);
    }
}
