namespace PaymentAbstractions.Journal;

/// <summary>How the length of a field is told.</summary>
internal enum RecordField : uint
{
    /// <summary>Seven bits a byte, the sign in the lowest bit.</summary>
    Number,

    /// <summary>A variable length and UTF-8.</summary>
    Bytes,

    /// <summary>Four bytes of length and fields.</summary>
    Record,
}
