namespace PaymentAbstractions.Journal;

internal enum IndexKind : uint
{
    /// <summary>A key; the row holds the place of its latest record in the segment.</summary>
    Key,

    /// <summary>An order; the row holds the hash of a key.</summary>
    Order,

    /// <summary>A transaction that an outcome names; the row holds the hash of a key.</summary>
    Transaction,

    /// <summary>A transaction that is captured, voided or refunded; the row holds the hash of a key.</summary>
    Original,
}
