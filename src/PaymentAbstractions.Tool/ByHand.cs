using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool;

/// <summary>What a person decides, under the rules that the application has for it.</summary>
internal static class ByHand
{
    public static async Task<JournalWrite> ResolveAsync(
        JournalSession session,
        JournalEntry entry,
        PaymentOutcome outcome,
        TransactionReference? transaction,
        string who,
        string why,
        CancellationToken cancellationToken
    )
    {
        if (session.Recovery is { } recovery)
        {
            return await recovery
                .ResolveAsync(entry.Key.Key, outcome, transaction, who, why, entry.Key.Environment, cancellationToken)
                .ConfigureAwait(false);
        }

        var now = session.Journal.Clock.GetUtcNow();
        var resolution = PersonResolution.Of(entry, outcome, transaction, who, why, now);
        // The gateways are not known here, but how long an exchange may take was recorded with the attempt.
        return
            !resolution.Outcome.Result.MoneyMayHaveMoved
            && entry.IsInDoubt
            && now < entry.Intent.SendBy + entry.Intent.HoldGuardsFor
            ? new JournalWrite { Status = JournalWriteStatus.TooEarly, Entry = entry }
            : await session.Journal.ResolveAsync(resolution, cancellationToken).ConfigureAwait(false);
    }

    public static string Explain(JournalWrite write) =>
        write.Status switch
        {
            JournalWriteStatus.TooEarly =>
                $"It may still be under way until {write.Entry?.Intent.SendBy + write.Entry?.Intent.HoldGuardsFor:u}. Nothing was changed.",
            JournalWriteStatus.Outdated => "It has changed meanwhile. Look at it again. Nothing was changed.",
            JournalWriteStatus.Unchanged => "It is so already. Nothing was changed.",
            JournalWriteStatus.NotRecorded => write.Failure?.Message ?? "The journal could not write it.",
            _ => $"The journal says {write.Status}. Nothing was changed.",
        };
}
