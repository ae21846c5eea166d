using System.Buffers.Binary;
using System.Numerics;

namespace PaymentAbstractions.Journal;

/// <summary>CRC-32C, in hardware where there is some.</summary>
internal static class Checksum32
{
    public const uint Start = uint.MaxValue;

    public static uint Of(ReadOnlySpan<byte> bytes) => End(Add(Start, bytes));

    public static uint Add(uint checksum, ulong value) => BitOperations.Crc32C(checksum, value);

    public static uint Add(uint checksum, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        foreach (var one in bytes)
        {
            checksum = BitOperations.Crc32C(checksum, one);
        }

        return checksum;
    }

    public static uint End(uint checksum) => ~checksum;
}
