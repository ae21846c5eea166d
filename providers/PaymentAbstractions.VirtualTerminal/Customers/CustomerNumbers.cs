using System.Collections.Concurrent;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Remembers the last known number of each customer code. These are hints only: the customer is read and checked before use.
/// </summary>
/// <remarks>Thread-safe. Only the number of reads depends on it, so processes need not agree.</remarks>
internal sealed class CustomerNumbers
{
    // Far more than one answer's list of customers can contain.
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<string, long> _numbers = new(StringComparer.Ordinal);

    public long? Find(string code) => _numbers.TryGetValue(code, out var number) ? number : null;

    public void Set(string code, long number)
    {
        if (_numbers.Count < Most || _numbers.ContainsKey(code))
        {
            _numbers[code] = number;
        }
    }

    public void Forget(string code) => _numbers.TryRemove(code, out _);
}
