namespace PaymentAbstractions.Journal;

/// <summary>Which neighbouring segments become one.</summary>
internal sealed record CompactionPlan
{
    public required IReadOnlyList<Segment> Sources { get; init; }

    public required DateTimeOffset Now { get; init; }

    public SegmentName Target =>
        new(Sources[0].Name.First, Sources[^1].Name.Last, Sources.Max(source => source.Name.Generation) + 1);

    /// <summary>Whether no older segment could hold an older record of a key that is dropped here.</summary>
    public bool MayDrop => Sources[0].Name.First == 1;
}
