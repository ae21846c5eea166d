using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool;

/// <summary>The counts of an environment; scripts rely on the names of the members.</summary>
internal sealed record CountsOutput(
    string Environment,
    long Open,
    long Pending,
    long Unknown,
    long Unpublished,
    long DuplicateCharges
)
{
    public static CountsOutput Of(GatewayEnvironment environment, JournalCounts counts) =>
        new(
            environment.ToString(),
            counts.Open,
            counts.Pending,
            counts.Unknown,
            counts.Unpublished,
            counts.DuplicateCharges
        );
}
