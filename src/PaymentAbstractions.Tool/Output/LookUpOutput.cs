namespace PaymentAbstractions.Tool;

/// <summary>The result of a look-up that proved nothing, or the reason why there was none.</summary>
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
        HeldUntil is { } held
            ? $"The payment stays unresolved: another host is looking it up until {Report.Text(held)}."
        : NotBefore is { } due
            ? $"The payment stays unresolved: it is not looked up before {Report.Text(due)}, because the attempt may be in progress."
        : $"The payment stays unresolved. {Status}: {Reason ?? "nothing is proven."}"
            + (Candidates.Count == 0 ? "" : $" It could be one of: {string.Join(", ", Candidates)}.");
}
