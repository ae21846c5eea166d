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
        return decided.IsStarted && !TryAppend([decided.Entry!]) ? JournalDecision.NotRecorded(TooLarge()) : decided;
    }

    public JournalWrite Complete(JournalKey key, int attempt, JournalOutcome outcome, bool publish) =>
        Write(() => JournalRules.Complete(this, key, attempt, outcome, publish, _time.GetUtcNow()));

    public JournalWrite Extend(JournalKey key, int attempt, DateTimeOffset sendBy) =>
        Write(() => JournalRules.Extend(Find(key), attempt, sendBy));

    public JournalWrite Resolve(JournalResolution resolution) => Write(() => JournalRules.Resolve(this, resolution));

    public JournalWrite Observe(JournalObservation observation) => Write(() => JournalRules.Observe(this, observation));

    public JournalWrite Publish(JournalKey key, long revision) =>
        Write(() => JournalRules.Publish(Find(key), revision));

    private JournalWrite Write(Func<JournalWrite> decide)
    {
        if (Closed is { } closed)
        {
            return JournalWrite.NotRecorded(closed);
        }

        var write = decide();
        return write.Status == JournalWriteStatus.Recorded && !TryAppend([write.Entry!, .. write.Others])
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
