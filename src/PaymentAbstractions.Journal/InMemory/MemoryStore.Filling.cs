namespace PaymentAbstractions.Journal;

// How full the journal is, in coarse steps, so that the health changes only when one is passed.
internal sealed partial class MemoryStore
{
    // In percent of what may be in doubt. The gap keeps the warning from coming and going with every payment.
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
                $"The journal in memory is full: {options.MaxInDoubt} payments are open, Pending or Unknown, and none of them may be "
                + $"forgotten. See why they are not resolved, or raise {nameof(InMemoryJournalOptions.MaxInDoubt)}.",
        };
        _health = _health with { LastFailure = failure };
        return failure;
    }

    private string Warning() =>
        $"The journal in memory is filling: {WarnFrom} % of the {options.MaxInDoubt} payments that may be open, Pending or Unknown "
        + "have been. When all are, nothing more is sent. See why they are not resolved, or raise "
        + $"{nameof(InMemoryJournalOptions.MaxInDoubt)}.";
}
