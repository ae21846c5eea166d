using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>The number of the advisory lock of a name. It must be the same for every host and version of the library.</summary>
internal static class SqlLock
{
    /// <summary>If two names have the same number, they wait for each other unnecessarily, which is harmless.</summary>
    public static long Of(string schema, string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"PaymentAbstractions/{schema}/{name}"), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
