using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>
/// The clock of the journal. Use it for every comparison with times in the journal, because the host's clock may be wrong. Until the
/// journal is open, this is the host's clock.
/// </summary>
internal sealed class JournalClock(JournalAccess journal, TimeProvider host) : TimeProvider
{
    /// <summary>The host's clock.</summary>
    public TimeProvider Host => host;

    public override TimeZoneInfo LocalTimeZone => journal.Clock.LocalTimeZone;

    public override long TimestampFrequency => journal.Clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => journal.Clock.GetUtcNow();

    public override long GetTimestamp() => journal.Clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        journal.Clock.CreateTimer(callback, state, dueTime, period);

    /// <summary>Opens a window for sending. An open journal that uses the host's clock needs one reading of it.</summary>
    // A journal that opens later may have another clock, and then the host's must be read, too.
    public SendWindow OpenWindow(TimeSpan length) =>
        new(this, length, journal.IsOpen && ReferenceEquals(journal.Clock, host) ? null : host);

    /// <summary>Opens the journal, so that its clock is known. If it does not open, the next call to it reports why.</summary>
    public Task WhenKnownAsync(CancellationToken cancellationToken) =>
        journal.IsOpen ? Task.CompletedTask : OpenAsync(cancellationToken);

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await journal.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Nothing is sent without a decision of the journal.
        catch (Exception)
#pragma warning restore CA1031
        {
            // Continue with the host's clock.
        }
    }
}
