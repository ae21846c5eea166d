using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

internal sealed partial class EntryLookup
{
    /// <summary>Asks the provider for the outcome of a payment, and records nothing.</summary>
    /// <param name="entry">The payment.</param>
    /// <param name="byAttempt">Whether to look for it by its attempt, although its transaction is known.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    public Task<FindResult> AskAsync(JournalEntry entry, bool byAttempt, CancellationToken cancellationToken) =>
        FindAsync(
            entry,
            byAttempt ? FindRequest.For(entry.ToAttempt()) : RequestFor(entry),
            isRetried: true,
            cancellationToken
        );

    private Task<FindResult> FindAsync(JournalEntry entry, bool isRetried, CancellationToken cancellationToken) =>
        FindAsync(entry, RequestFor(entry), isRetried, cancellationToken);

    private async Task<FindResult> FindAsync(
        JournalEntry entry,
        FindRequest request,
        bool isRetried,
        CancellationToken cancellationToken
    )
    {
        if (gateways.Owner(entry.Intent.Gateway) is not { } owner)
        {
            return FindResult.LookupFailed(
                $"There is no longer a gateway named '{entry.Intent.Gateway}'. If it was renamed, list the old name under FormerNames."
            );
        }

        if (owner.Account != entry.Intent.Account)
        {
            return FindResult.LookupFailed(
                $"The gateway '{owner.Name}' is configured for an account other than that of the attempt."
            );
        }

        if (request.Attempt is not null && !owner.Recognizes(entry.Intent))
        {
            return FindResult.LookupFailed(
                $"The attempt was sent with the KeyNamespace '{entry.Intent.KeyNamespace}' and cannot be found with "
                    + $"'{owner.KeyNamespace}'. Restore the old value until the attempt is resolved, or resolve it manually."
            );
        }

        try
        {
            var found = await owner.FindAsync(request, cancellationToken, isRetried).ConfigureAwait(false);
            if (found.Status == FindStatus.NotSeen && entry.Outcome is { Outcome: PaymentOutcome.Pending } waiting)
            {
                found = await FindWaitingAsync(entry, owner, waiting, found, isRetried, cancellationToken)
                    .ConfigureAwait(false);
            }

            if (found.RetryAt is { } retryAt)
            {
                // Unresolved payments take precedence; closed ones can wait.
                budget.Pause(owner.Name, retryAt);
            }

            return found;
        }
        catch (PaymentRequestException exception)
        {
            // The exception message says that nothing was sent, but this attempt may have been.
            return FindResult.LookupFailed($"The attempt cannot be looked up. {string.Join(' ', exception.Problems)}");
        }
#pragma warning disable CA1031 // A fault in an adapter must not end the recovery of the others.
        catch (Exception exception)
            when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.LookupFailed(_logger, RedactedException.Of(exception), owner.Name, entry.Intent.IdempotencyKey);
            return FindResult.LookupFailed($"The look-up failed: {exception.GetType().Name}.");
        }
    }

    // If no list shows the waiting payment, use the id from the answer to our own request.
    private static async Task<FindResult> FindWaitingAsync(
        JournalEntry entry,
        ConfiguredGateway owner,
        JournalOutcome waiting,
        FindResult notSeen,
        bool isRetried,
        CancellationToken cancellationToken
    )
    {
        if (waiting.Transaction is not { } transaction)
        {
            return notSeen;
        }

        var found = await owner
            .FindAsync(FindRequest.For(transaction), cancellationToken, isRetried)
            .ConfigureAwait(false);
        return found is { IsFound: true, State.Type: var type } && type == entry.Intent.Operation ? found : notSeen;
    }

    // Look up a closed payment for later changes at the provider.
    private static FindRequest RequestFor(JournalEntry entry) =>
        entry is { IsInDoubt: false, Outcome.Transaction: { } transaction }
            ? FindRequest.For(transaction)
            : FindRequest.For(entry.ToAttempt());
}
