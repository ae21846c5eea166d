using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>The number of the advisory lock of a name; every host and version of the library must come to the same.</summary>
internal static class SqlLock
{
    /// <summary>Two names with one number wait for each other without need, and nothing worse.</summary>
    public static long Of(string schema, string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"PaymentAbstractions/{schema}/{name}"), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
