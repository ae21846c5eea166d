using System.Collections.Concurrent;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>The numbers under which customers were seen last, by their codes. Hints only: what they lead to is read before it is used.</summary>
/// <remarks>Thread-safe. Nothing depends on it but the number of reads, so processes need not agree on it.</remarks>
internal sealed class CustomerNumbers
{
    // Far more than a list of customers can hold in one answer.
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
