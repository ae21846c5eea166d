namespace PaymentAbstractions.Journal;

// The rules decide; what they decide is appended in the same step.
internal sealed partial class JournalStore
{
    public JournalDecision Begin(JournalIntent intent)
    {
        if (Closed is { } closed)
        {
            return JournalDecision.NotRecorded(closed);
        }

        var decided = JournalRules.Begin(this, intent);
        return decided.IsStarted && !TryAppend(decided.Entry!) ? JournalDecision.NotRecorded(TooLarge()) : decided;
    }

    public JournalWrite Complete(JournalKey key, int attempt, JournalOutcome outcome, bool publish) =>
        Write(key, entry => JournalRules.Complete(entry, attempt, outcome, publish, _time.GetUtcNow()));

    public JournalWrite Extend(JournalKey key, int attempt, DateTimeOffset sendBy) =>
        Write(key, entry => JournalRules.Extend(entry, attempt, sendBy));

    public JournalWrite Resolve(JournalResolution resolution) =>
        Write(resolution.Key, entry => JournalRules.Resolve(entry, resolution));

    public JournalWrite Publish(JournalKey key, long revision) =>
        Write(key, entry => JournalRules.Publish(entry, revision));

    private JournalWrite Write(JournalKey key, Func<JournalEntry?, JournalWrite> decide)
    {
        if (Closed is { } closed)
        {
            return JournalWrite.NotRecorded(closed);
        }

        var write = decide(Find(key));
        return write.Status == JournalWriteStatus.Recorded && !TryAppend(write.Entry!)
            ? JournalWrite.NotRecorded(TooLarge())
            : write;
    }

    private static JournalFailure TooLarge() =>
        new()
        {
            Kind = JournalFailureKind.TooLarge,
            Message = $"The entry is larger than the {Frame.MostPayload} bytes that a record may have.",
        };
}
