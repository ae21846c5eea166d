using System.Collections.Concurrent;
using System.Globalization;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// The API key is a segment of the address of every read, and the runtime tells addresses to whoever listens to its events.
/// So requests name a stand-in, and <see cref="PathKeyHandler"/> puts the key in its place below everything that tells.
/// </summary>
/// <remarks>Thread-safe. One for all gateways of a container.</remarks>
internal sealed class HiddenKeys
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private int _last;

    /// <summary>Hides a key that is the first segment below an address.</summary>
    /// <returns>What stands for it there, and nowhere else.</returns>
    public string Hide(ApiKey key, Uri baseUrl)
    {
        var standIn = string.Create(CultureInfo.InvariantCulture, $"~key{Interlocked.Increment(ref _last)}");
        var prefix = baseUrl.AbsoluteUri.TrimEnd('/') + "/";
        _entries[prefix + standIn + "/"] = new Entry(prefix, key);
        return standIn;
    }

    /// <summary>The address with its key; the same one when nothing is hidden in it.</summary>
    public Uri Reveal(Uri address)
    {
        var text = address.AbsoluteUri;
        foreach (var (hidden, (prefix, key)) in _entries)
        {
            if (text.StartsWith(hidden, StringComparison.Ordinal))
            {
                return new Uri($"{prefix}{Uri.EscapeDataString(key.Reveal())}/{text[hidden.Length..]}");
            }
        }

        return address;
    }

    private sealed record Entry(string Prefix, ApiKey Key);
}
