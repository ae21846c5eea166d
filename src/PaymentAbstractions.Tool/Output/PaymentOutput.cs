using System.Text.Json.Serialization;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool;

/// <summary>
/// A payment; scripts rely on the names of the members. It omits data that is useless to an operator: URLs of next actions, and
/// fingerprints.
/// </summary>
internal sealed record PaymentOutput
{
    public required string Key { get; init; }

    public required string Environment { get; init; }

    public required string Gateway { get; init; }

    public required string Operation { get; init; }

    public required string State { get; init; }

    public string? Outcome { get; init; }

    public string? Reason { get; init; }

    public string? Message { get; init; }

    public string? Order { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public string? Transaction { get; init; }

    public string? Original { get; init; }

    public string? DuplicateOf { get; init; }

    public required DateTime Started { get; init; }

    public required DateTime SendBy { get; init; }

    /// <summary>When it is next looked up automatically, at the earliest: because it is unresolved, or closed and checked again.</summary>
    public DateTime? Due { get; init; }

    public DateTime? Recorded { get; init; }

    /// <summary>When the lease of a current look-up ends.</summary>
    public DateTime? Lease { get; init; }

    public string? Observation { get; init; }

    public required long Revision { get; init; }

    public required bool Unpublished { get; init; }

    public required int Attempt { get; init; }

    public required int Resends { get; init; }

    public required IReadOnlyList<AttemptOutput> Attempts { get; init; }

    public required IReadOnlyList<ResolutionOutput> Resolutions { get; init; }

    public required IReadOnlyList<NotificationOutput> Notifications { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<GuardOutput>? Guards { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LookUpOutput? LookUp { get; init; }

    public static PaymentOutput Of(JournalEntry entry, JournalSession session)
    {
        var (intent, result) = (entry.Intent, entry.Outcome?.Result);
        return new PaymentOutput
        {
            Key = entry.Key.Key.Value,
            Environment = entry.Key.Environment.ToString(),
            Gateway = intent.Gateway,
            Operation = intent.Operation.ToString(),
            State = entry.State.ToString(),
            Outcome = result?.Outcome.ToString(),
            Reason = result is null or { Reason: PaymentReason.None } ? null : result.Reason.ToString(),
            Message = MessageOf(entry),
            Order = intent.OrderReference.IsSpecified ? intent.OrderReference.Value : null,
            Amount = intent.Amount?.Amount,
            Currency = intent.Amount?.Currency.ToString(),
            Transaction = result?.Transaction?.TransactionId,
            Original = intent.Original?.TransactionId,
            DuplicateOf = entry.DuplicateOf?.Key.Value,
            Started = intent.StartedAt.UtcDateTime,
            SendBy = intent.SendBy.UtcDateTime,
            Due = entry.IsInDoubt ? session.Recovery.UnderWayUntil(entry).UtcDateTime : entry.NextCheckAt?.UtcDateTime,
            Recorded = entry.RecordedAt?.UtcDateTime,
            Lease = entry.LeasedUntil > session.Now ? entry.LeasedUntil?.UtcDateTime : null,
            Observation = entry.Observation is { } seen ? TextOf(seen) : null,
            Revision = entry.Revision,
            Unpublished = entry.IsUnpublished,
            Attempt = entry.Attempt,
            Resends = entry.Resends,
            Attempts = [.. entry.EarlierAttempts.Select(AttemptOutput.Of)],
            Resolutions = [.. entry.Revisions.Select(ResolutionOutput.Of)],
            Notifications = [.. entry.Notifications.Select(NotificationOutput.Of)],
        };
    }

    private static string? MessageOf(JournalEntry entry) =>
        entry.IsDuplicateCharge ? $"The order was also charged by '{entry.DuplicateOf!.Value.Key}'."
        : entry.Outcome is { } outcome ? outcome.Result.Message
        : entry.IsProvenUnsent
            ? "No outcome was recorded: the attempt is waiting, or its process ended before sending it."
        : "No outcome was recorded: the attempt is in progress, or its process ended.";

    private static string TextOf(JournalObservation seen)
    {
        string?[] parts =
        [
            seen.IsReversed ? "reversed" : null,
            seen.IsDeclined ? "declined" : null,
            seen.CapturedAmount is { } captured ? $"captured {captured}" : null,
            seen.RefundedAmount is { } refunded ? $"refunded {refunded}" : null,
            seen.VoidedAmount is { } voided ? $"voided {voided}" : null,
            seen.DisputeStatus == default ? null : $"dispute {seen.DisputeStatus}",
            $"read {Report.Text(seen.ReadAt)}",
        ];
        return string.Join(", ", parts.OfType<string>());
    }
}
