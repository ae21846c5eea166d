using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal;

/// <summary>
/// What stands before the fields of an entry, so that an index is rebuilt and a segment compacted without reading the entry:
/// the hashes that it is found by, whether it is live, and when it last changed.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RecordPrefix
{
    private const byte LiveFlag = 1;
    private const byte TombstoneFlag = 2;
    private const byte OrderFlag = 4;
    private const byte TransactionFlag = 8;
    private const byte OriginalFlag = 16;
    private const byte RootFlag = 32;

    public required UInt128 Key { get; init; }

    public UInt128? Order { get; init; }

    public UInt128? Transaction { get; init; }

    public UInt128? Original { get; init; }

    public UInt128? Root { get; init; }

    /// <summary>Whether the entry is in doubt, unpublished or a duplicate charge: it is never stripped or dropped.</summary>
    public bool IsLive { get; init; }

    public bool IsTombstone { get; init; }

    public long ChangedAt { get; init; }

    public int Size { get; private init; }

    /// <summary>Whether amounts are added up over the entry.</summary>
    public bool HasAmounts => Transaction is not null || Original is not null;

    public static RecordPrefix Of(JournalEntry entry) =>
        new()
        {
            Key = IndexHash.Of(entry.Key),
            Order = entry.Intent.OrderReference.IsSpecified
                ? IndexHash.Of(entry.Intent.Environment, entry.Intent.OrderReference)
                : null,
            Transaction = entry.Outcome?.Transaction is { } made ? IndexHash.OfMaker(made) : null,
            Original = entry.Intent.Original is { } original ? IndexHash.OfOriginal(original) : null,
            Root = entry.OriginalRoot is { } root && root != entry.Intent.Original ? IndexHash.OfOriginal(root) : null,
            IsLive = LiveInfo.Of(entry) is not null,
            IsTombstone = entry.IsTombstone,
            ChangedAt = ChangedAtOf(entry).UtcTicks,
        };

    private static DateTimeOffset ChangedAtOf(JournalEntry entry)
    {
        var recorded = entry.RecordedAt ?? entry.Intent.StartedAt;
        return entry.Observation?.ReadAt > recorded ? entry.Observation.ReadAt : recorded;
    }

    public void Write(RecordWriter writer)
    {
        writer.Raw(
            (byte)(
                (IsLive ? LiveFlag : 0)
                | (IsTombstone ? TombstoneFlag : 0)
                | (Order is null ? 0 : OrderFlag)
                | (Transaction is null ? 0 : TransactionFlag)
                | (Original is null ? 0 : OriginalFlag)
                | (Root is null ? 0 : RootFlag)
            )
        );
        writer.Raw(ChangedAt);
        writer.Raw(Key);
        foreach (var hash in new[] { Order, Transaction, Original, Root })
        {
            if (hash is { } value)
            {
                writer.Raw(value);
            }
        }
    }

    public static RecordPrefix Read(ReadOnlySpan<byte> payload)
    {
        var flags = payload[0];
        var at = 25;
        return new RecordPrefix
        {
            IsLive = (flags & LiveFlag) != 0,
            IsTombstone = (flags & TombstoneFlag) != 0,
            ChangedAt = BinaryPrimitives.ReadInt64LittleEndian(payload[1..]),
            Key = BinaryPrimitives.ReadUInt128LittleEndian(payload[9..]),
            Order = Next(payload, (flags & OrderFlag) != 0, ref at),
            Transaction = Next(payload, (flags & TransactionFlag) != 0, ref at),
            Original = Next(payload, (flags & OriginalFlag) != 0, ref at),
            Root = Next(payload, (flags & RootFlag) != 0, ref at),
            Size = at,
        };
    }

    private static UInt128? Next(ReadOnlySpan<byte> payload, bool there, ref int at)
    {
        if (!there)
        {
            return null;
        }

        at += 16;
        return BinaryPrimitives.ReadUInt128LittleEndian(payload[(at - 16)..]);
    }
}
