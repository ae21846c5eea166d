namespace PaymentAbstractions.Journal;

/// <summary>Every place that waits for the medium. A test takes each of them away and must notice.</summary>
internal enum SyncSite
{
    /// <summary>The folder that the journal's folder was created in.</summary>
    JournalFolder,

    /// <summary>The journal's folder, after the file of a new segment was created in it.</summary>
    NewSegment,

    /// <summary>A segment after a batch, before the batch is answered.</summary>
    Commit,

    /// <summary>A full segment after its seal, before the next one is created.</summary>
    Seal,

    /// <summary>The last segment at start, before the next one is created.</summary>
    Recovery,

    /// <summary>A compacted segment, before it gets its name.</summary>
    Compaction,

    /// <summary>The journal's folder, after a compacted segment got its name and before its sources are deleted.</summary>
    CompactionName,
}
