namespace PaymentAbstractions.Journal;

/// <summary>One open file. Reading is thread-safe; writing has one owner.</summary>
internal interface IJournalFile : IDisposable
{
    long Length { get; }

    /// <summary>Reads until the buffer is full or the file ends.</summary>
    int Read(long offset, Span<byte> buffer);

    void Write(long offset, ReadOnlySpan<byte> bytes);

    void Truncate(long length);

    void Sync(SyncSite site);
}
