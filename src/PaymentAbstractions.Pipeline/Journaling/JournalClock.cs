namespace PaymentAbstractions;

/// <summary>
/// The clock of the journal: what is compared with its times must be told by it, because the host's own may be wrong. Until the journal is
/// open, the host's.
/// </summary>
internal sealed class JournalClock(JournalAccess journal, TimeProvider host) : TimeProvider
{
    /// <summary>The host's own clock.</summary>
    public TimeProvider Host => host;

    public override TimeZoneInfo LocalTimeZone => journal.Clock.LocalTimeZone;

    public override long TimestampFrequency => journal.Clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => journal.Clock.GetUtcNow();

    public override long GetTimestamp() => journal.Clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        journal.Clock.CreateTimer(callback, state, dueTime, period);

    /// <summary>Opens the journal, so that its clock is known. Why it does not open is told by the next call of it.</summary>
    public async Task WhenKnownAsync(CancellationToken cancellationToken)
    {
        try
        {
            await journal.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // See above: nothing is sent without a decision of the journal.
        catch (Exception)
#pragma warning restore CA1031
        {
            // The host's clock goes on.
        }
    }
}
