using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool;

/// <summary>An earlier attempt of a key.</summary>
internal sealed record AttemptOutput(int Number, string Gateway, DateTime Started, string Outcome, string? Reason)
{
    public static AttemptOutput Of(JournalAttempt attempt) =>
        new(
            attempt.Number,
            attempt.Gateway,
            attempt.StartedAt.UtcDateTime,
            attempt.Outcome.ToString(),
            attempt.Reason == PaymentReason.None ? null : attempt.Reason.ToString()
        );

    public override string ToString() =>
        $"{Number}: {Report.Text(Started)} at {Gateway}, {Outcome}{(Reason is null ? "" : $" ({Reason})")}";
}
