namespace PaymentAbstractions.Journal;

/// <summary>Says at once that most of what an index does not hold is not there: a Bloom filter of 8 bits and 5 probes a row.</summary>
internal sealed class IndexFilter(byte[] bits)
{
    private const int Probes = 5;

    public byte[] Bits => bits;

    /// <summary>Transactions are looked for too seldom to spend memory on.</summary>
    public static bool Covers(IndexKind kind) => kind != IndexKind.Transaction;

    public static IndexFilter ForRows(long rows) => new(new byte[Math.Clamp(rows, 8, 1 << 30)]);

    public void Add(UInt128 hash)
    {
        var (at, step) = Start(hash);
        for (var i = 0; i < Probes; i++, at += step)
        {
            var bit = at % ((ulong)bits.Length * 8);
            bits[bit >> 3] |= (byte)(1 << (int)(bit & 7));
        }
    }

    public bool MayHold(UInt128 hash)
    {
        var (at, step) = Start(hash);
        for (var i = 0; i < Probes; i++, at += step)
        {
            var bit = at % ((ulong)bits.Length * 8);
            if ((bits[bit >> 3] & (1 << (int)(bit & 7))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static (ulong At, ulong Step) Start(UInt128 hash) => ((ulong)(hash >> 64), (ulong)hash | 1);
}
