namespace PaymentAbstractions.Journal;

// How full the journal is, in coarse steps, so that the health changes only at a threshold.
internal sealed partial class MemoryStore
{
    // In percent of the maximum number of unresolved payments. The gap keeps the warning from appearing and disappearing with every
    // payment.
    private const int WarnFrom = 80;
    private const int WarnUntilBelow = 70;

    private volatile JournalHealth _health = new() { IsOpenForSends = true };

    public JournalHealth Health => _health;

    private void Look()
    {
        var isOpen = _inDoubt < options.MaxInDoubt;
        var percent = 100L * _inDoubt / options.MaxInDoubt;
        var warns = percent >= WarnFrom || (percent >= WarnUntilBelow && _health.Warning is not null);
        if (isOpen != _health.IsOpenForSends || warns != _health.Warning is not null)
        {
            _health = _health with { IsOpenForSends = isOpen, Warning = warns ? Warning() : null };
        }
    }

    private JournalFailure Refuse()
    {
        var failure = new JournalFailure
        {
            Kind = JournalFailureKind.Full,
            Message =
                $"The journal in memory is full: {options.MaxInDoubt} payments are open, Pending or Unknown and cannot be "
                + $"removed. Find out why they are not resolved, or raise {nameof(InMemoryJournalOptions.MaxInDoubt)}.",
        };
        _health = _health with { LastFailure = failure };
        return failure;
    }

    private string Warning() =>
        $"The journal in memory is filling: {WarnFrom} % of the maximum of {options.MaxInDoubt} open, Pending or Unknown payments is "
        + "reached. At the maximum, nothing more is sent. Find out why they are not resolved, or raise "
        + $"{nameof(InMemoryJournalOptions.MaxInDoubt)}.";
}
