using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal;

/// <summary>One row of an index: what is looked for, and a place or the hash of a key.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IndexRow(UInt128 Hash, UInt128 Value)
{
    public const int Size = 32;

    public IndexKind Kind => IndexHash.KindOf(Hash);

    /// <summary>The rows of a record that lies at an offset.</summary>
    public static void Of(RecordPrefix prefix, long offset, Action<IndexRow> add)
    {
        add(new IndexRow(prefix.Key, (UInt128)offset));
        foreach (var hash in new[] { prefix.Order, prefix.Transaction, prefix.Original, prefix.Root })
        {
            if (hash is { } other)
            {
                add(new IndexRow(other, prefix.Key));
            }
        }
    }

    /// <summary>By hash, then by value.</summary>
    public static int Compare(IndexRow left, IndexRow right) =>
        left.Hash.CompareTo(right.Hash) is var order and not 0 ? order : left.Value.CompareTo(right.Value);
}
