namespace PaymentAbstractions;

/// <summary>Limits how many values of a tag a process reports, because every value creates a separate time series.</summary>
/// <param name="max">How many different values are reported. The values that come later are <see cref="Other"/>.</param>
/// <remarks>Thread-safe.</remarks>
internal sealed class LimitedTagValues(int max)
{
    public const string Other = "other";

    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public string Limit(string value)
    {
        lock (_lock)
        {
            return _values.Contains(value) || (_values.Count < max && _values.Add(value)) ? value : Other;
        }
    }
}
