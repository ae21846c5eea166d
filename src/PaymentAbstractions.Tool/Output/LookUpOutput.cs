namespace PaymentAbstractions.Tool;

/// <summary>What a look-up brought that proved nothing, or why there was none.</summary>
internal sealed record LookUpOutput(
    string? Status,
    string? Reason,
    DateTime? NotBefore,
    DateTime? HeldUntil,
    IReadOnlyList<string> Candidates
)
{
    public static LookUpOutput Of(UnresolvedPayment found, DateTimeOffset now)
    {
        var isDone = found.LookedUpAt is not null;
        var isHeld = !isDone && found.Entry.LeasedUntil > now;
        return new(
            found.LastStatus?.ToString(),
            found.Reason,
            isDone || isHeld ? null : found.DueAt.UtcDateTime,
            isHeld ? found.Entry.LeasedUntil?.UtcDateTime : null,
            [.. found.Candidates.Select(candidate => candidate.TransactionId)]
        );
    }

    public string ToSentence() =>
        HeldUntil is { } held ? $"It stays in doubt: another host has it until {Report.Text(held)}."
        : NotBefore is { } due
            ? $"It stays in doubt: it is not looked up before {Report.Text(due)}, because it may be under way."
        : $"It stays in doubt. {Status}: {Reason ?? "nothing is proven."}"
            + (Candidates.Count == 0 ? "" : $" It could be one of: {string.Join(", ", Candidates)}.");
}
