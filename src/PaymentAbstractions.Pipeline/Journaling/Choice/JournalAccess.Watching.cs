using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

// Measures the duration of journal calls and reports the health of the journal.
internal sealed partial class JournalAccess
{
    private volatile string? _warning;
    private int _isStopped;

    // Logged once each time the journal stops or resumes.
    private void WatchHealth(JournalHealth health)
    {
        var isStopped = health.IsOpenForSends ? 0 : 1;
        if (Volatile.Read(ref _isStopped) != isStopped && Interlocked.Exchange(ref _isStopped, isStopped) != isStopped)
        {
            if (isStopped != 0)
            {
                Log.JournalStopped(_logger, health.LastFailure?.Kind, health.LastFailure?.Message);
            }
            else
            {
                Log.JournalGoesOn(_logger);
            }
        }
    }

    private long? Timestamp() => PaymentMeter.WantsJournalDurations ? _time.GetTimestamp() : null;

    private void Measure(long? began, string step)
    {
        if (began is { } from)
        {
            PaymentMeter.JournalTook(_time.GetElapsedTime(from), step);
        }
    }

    // Logged once each time the journal starts to warn.
    private void Warn(string? warning)
    {
        if (warning != _warning && Interlocked.Exchange(ref _warning, warning) is null && warning is not null)
        {
            Log.JournalWarns(_logger, warning);
        }
    }
}
