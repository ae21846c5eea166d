using System.Globalization;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Makes ids that are the same in every run: a prefix and a counter of its own, over all organizations.</summary>
internal sealed class IdSequence
{
    private readonly Dictionary<string, long> _counters = new(StringComparer.Ordinal);

    public string Next(string prefix)
    {
        var value = _counters.GetValueOrDefault(prefix) + 1;
        _counters[prefix] = value;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}_{value:D12}");
    }
}
