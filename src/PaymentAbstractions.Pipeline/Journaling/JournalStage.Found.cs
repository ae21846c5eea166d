using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

internal sealed partial class JournalStage
{
    /// <summary>Records the result of a caller's look-up, and returns it together with the journal's data.</summary>
    public async Task<FindResult> RecordFoundAsync(
        ConfiguredGateway gateway,
        FindRequest request,
        FindResult found,
        DateTimeOffset readAt,
        CancellationToken cancellationToken
    )
    {
        if (
            request.Attempt is { } attempt
            && new JournalKey(gateway.Environment, attempt.IdempotencyKey) is var key
            && !inFlight.IsRunning(key)
        )
        {
            await lookup.EndDoubtAsync(key, gateway, found, cancellationToken).ConfigureAwait(false);
        }

        if (!found.IsFound)
        {
            return found;
        }

        var kept = await observations
            .KeepAsync(found.State, readAt, JournalResolutionSource.Lookup, cancellationToken)
            .ConfigureAwait(false);
        PaymentSpan.LinkTo(kept.Entry);
        // A decline that the provider now shows as approved blocks its order from now on.
        var known = kept.Entry is { IsInDoubt: false } closed
            ? await lookup.RecordChangeAsync(closed, found, readAt, cancellationToken).ConfigureAwait(false)
            : kept.Entry;
        return FindResult.Found(
            await observations.MergeAsync(found.State, known, cancellationToken).ConfigureAwait(false)
        );
    }
}
