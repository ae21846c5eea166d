using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PaymentAbstractions.Journal;

/// <summary>
/// What an index is sorted by: 126 bits of SHA-256 over what is looked for, and in the lowest two bits what kind of thing it is.
/// </summary>
internal static class IndexHash
{
    // What is looked for is ASCII and short by its own rules; an environment is told by one character before it.
    private const int Longest = 256;

    public static UInt128 Of(JournalKey key) => Of(IndexKind.Key, $"{(char)('0' + key.Environment)}{key.Key.Value}");

    public static UInt128 Of(GatewayEnvironment environment, OrderReference order) =>
        Of(IndexKind.Order, $"{(char)('0' + environment)}{order.Value}");

    /// <summary>For the entries whose outcome names a transaction.</summary>
    public static UInt128 OfMaker(TransactionReference transaction) => Of(IndexKind.Transaction, transaction.Identity);

    /// <summary>For the entries that capture, void or refund a transaction.</summary>
    public static UInt128 OfOriginal(TransactionReference original) => Of(IndexKind.Original, original.Identity);

    public static IndexKind KindOf(UInt128 hash) => (IndexKind)(uint)(hash & 3);

    private static UInt128 Of(IndexKind kind, string text)
    {
        Span<byte> bytes = stackalloc byte[Longest];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        SHA256.HashData(bytes[..length], hash);
        return (BinaryPrimitives.ReadUInt128LittleEndian(hash) & ~(UInt128)3) | (UInt128)(uint)kind;
    }
}
