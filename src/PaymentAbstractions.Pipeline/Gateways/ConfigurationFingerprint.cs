using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>Detects changes in a part of the configuration. Stores only a hash, because values may be secrets.</summary>
internal static class ConfigurationFingerprint
{
    public static string Of(IConfigurationSection section, Func<string, bool>? isPart = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            var (key, value) in section
                .AsEnumerable(makePathsRelative: true)
                .Where(pair => isPart?.Invoke(pair.Key) != false)
                .OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
        )
        {
            hash.AppendData(
                Encoding.UTF8.GetBytes($"{key.ToUpperInvariant()}\0{(value is null ? "-" : "+")}{value}\0")
            );
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
