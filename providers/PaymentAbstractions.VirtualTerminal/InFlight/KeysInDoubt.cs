using System.Collections.Concurrent;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// The keys of charges that this process sent and whose outcome is not known. The provider keeps no keys, so sending one of
/// them again could charge again.
/// </summary>
/// <remarks>Thread-safe. Kept for a day.</remarks>
internal sealed class KeysInDoubt
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private readonly ConcurrentDictionary<(AccountFingerprint, string WireKey), DateTimeOffset> _sentAt = new();

    public void Add(VirtualTerminalAccount account, string wireKey)
    {
        var now = account.Time.GetUtcNow();
        foreach (var (key, sentAt) in _sentAt)
        {
            if (now - sentAt > Kept)
            {
                _sentAt.TryRemove(key, out _);
            }
        }

        _sentAt[(account.Fingerprint, wireKey)] = now;
    }

    public bool Contains(VirtualTerminalAccount account, string wireKey) =>
        _sentAt.TryGetValue((account.Fingerprint, wireKey), out var sentAt)
        && account.Time.GetUtcNow() - sentAt <= Kept;
}
