namespace PaymentAbstractions.Journal;

/// <summary>Sees a record of a segment: where it lies, and its whole frame.</summary>
internal delegate void SegmentVisitor(long offset, ReadOnlySpan<byte> frame);
