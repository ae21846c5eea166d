using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

// Decisions by a person. They are validated first, so that they can be shown before they are recorded.
internal sealed partial class PaymentRecovery
{
    public async Task<JournalWrite> ResolveAsync(
        IdempotencyKey key,
        PaymentOutcome outcome,
        TransactionReference? transaction,
        string who,
        string why,
        GatewayEnvironment? environment = null,
        CancellationToken cancellationToken = default
    )
    {
        var entry =
            await FindAsync(key, environment, cancellationToken).ConfigureAwait(false)
            ?? throw new PaymentRequestException(nameof(key), "is not in the journal.");
        var resolution = ResolutionOf(entry, outcome, transaction, who, why);
        return await ResolveAsync(entry, resolution, cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="PaymentRequestException">The arguments are incomplete or belong to another account.</exception>
    public JournalResolution ResolutionOf(
        JournalEntry entry,
        PaymentOutcome outcome,
        TransactionReference? transaction,
        string who,
        string why
    )
    {
        var now = time.GetUtcNow();
        var resolution = PersonResolution.Of(entry, outcome, transaction, who, why, now);
        return resolution with
        {
            Outcome = resolution.Outcome with { NextCheckAt = schedule.NextAfterPerson(entry.Intent, now) },
        };
    }

    /// <summary>Returns what recording the decision would result in, for the entry as it was read.</summary>
    public JournalWrite Preview(JournalEntry entry, JournalResolution resolution) =>
        !resolution.Outcome.Result.MoneyMayHaveMoved && MayBeUnderWay(entry)
            ? new JournalWrite { Status = JournalWriteStatus.TooEarly, Entry = entry }
            : JournalRules.Resolve(entry, resolution);

    public async Task<JournalWrite> ResolveAsync(
        JournalEntry entry,
        JournalResolution resolution,
        CancellationToken cancellationToken
    )
    {
        if (Preview(entry, resolution) is { Status: JournalWriteStatus.TooEarly } early)
        {
            return early;
        }

        using var span = PaymentSpan.Resolution(entry);
        var write = await journal.ResolveAsync(resolution, cancellationToken).ConfigureAwait(false);
        PaymentSpan.End(span, write);
        if (write.Status == JournalWriteStatus.Recorded)
        {
            lookup.Resolved(entry, write.Entry!);
            await PublishAsync(cancellationToken).ConfigureAwait(false);
        }

        return write;
    }

    /// <summary>
    /// Returns until when an unresolved attempt may be in progress, from the current gateway and from the recorded attempt. The recorded
    /// value applies when the gateway is not known.
    /// </summary>
    public DateTimeOffset UnderWayUntil(JournalEntry entry)
    {
        var recorded = entry.Intent.SendBy + entry.Intent.HoldGuardsFor;
        var due = lookup.DueAt(entry);
        return recorded > due ? recorded : due;
    }

    // In this process, in another one, or still at the provider although its answer is lost.
    private bool MayBeUnderWay(JournalEntry entry) =>
        lookup.IsRunning(entry) || (entry.IsInDoubt && time.GetUtcNow() < UnderWayUntil(entry));
}
