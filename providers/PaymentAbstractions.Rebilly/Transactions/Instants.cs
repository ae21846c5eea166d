namespace PaymentAbstractions.Rebilly;

/// <summary>Adds to and takes from instants without leaving the range of the type, whatever a provider or caller names.</summary>
internal static class Instants
{
    public static DateTimeOffset Before(DateTimeOffset at, TimeSpan by) =>
        at - DateTimeOffset.MinValue > by ? at - by : DateTimeOffset.MinValue;

    public static DateTimeOffset After(DateTimeOffset at, TimeSpan by) =>
        DateTimeOffset.MaxValue - at > by ? at + by : DateTimeOffset.MaxValue;
}
