using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PaymentAbstractions.Journal;

/// <summary>
/// What an index is sorted by: 126 bits of SHA-256 over what is looked for, and in the lowest two bits what kind of thing it is.
/// </summary>
internal static class IndexHash
{
    private const int Longest = 256;

    public static UInt128 Of(IdempotencyKey key) => Of(IndexKind.Key, key.Value);

    public static UInt128 Of(OrderReference order) => Of(IndexKind.Order, order.Value);

    /// <summary>For the entries whose outcome names a transaction.</summary>
    public static UInt128 OfMaker(TransactionReference transaction) => Of(IndexKind.Transaction, transaction.Identity);

    /// <summary>For the entries that capture, void or refund a transaction.</summary>
    public static UInt128 OfOriginal(TransactionReference original) => Of(IndexKind.Original, original.Identity);

    public static IndexKind KindOf(UInt128 hash) => (IndexKind)(uint)(hash & 3);

    private static UInt128 Of(IndexKind kind, string text)
    {
        // Keys, orders and references are ASCII and short by their own rules.
        Span<byte> bytes = stackalloc byte[Longest];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        SHA256.HashData(bytes[..length], hash);
        return (BinaryPrimitives.ReadUInt128LittleEndian(hash) & ~(UInt128)3) | (UInt128)(uint)kind;
    }
}
