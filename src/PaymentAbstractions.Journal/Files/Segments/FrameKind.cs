namespace PaymentAbstractions.Journal;

internal enum FrameKind : uint
{
    /// <summary>One entry as it is after a change.</summary>
    Entry = 1,

    /// <summary>The end of a batch: everything before it belongs together.</summary>
    Commit = 2,

    /// <summary>The end of a segment.</summary>
    Seal = 3,
}
