using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool;

/// <summary>A change after an outcome was first recorded.</summary>
internal sealed record ResolutionOutput(
    long Revision,
    DateTime At,
    string Source,
    string? From,
    string To,
    string? Who,
    string? Why
)
{
    public static ResolutionOutput Of(JournalRevision revision) =>
        new(
            revision.Number,
            revision.At.UtcDateTime,
            revision.Source.ToString(),
            revision.From?.ToString(),
            revision.To.ToString(),
            revision.Who,
            revision.Why
        );

    public override string ToString() =>
        $"{Report.Text(At)} {From ?? "Open"} -> {To} by {Who ?? Source}{(Why is null ? "" : $": {Why}")}";
}
