using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>The number of unresolved payments and the age of the oldest one, by environment and state.</summary>
internal sealed record DoubtReading(IReadOnlyList<DoubtReading.Line> Lines)
{
    private static readonly JournalEntryState[] States =
    [
        JournalEntryState.Open,
        JournalEntryState.Pending,
        JournalEntryState.Unknown,
    ];

    /// <summary>Reads the journal: two counts, and the oldest payment of each state.</summary>
    public static async Task<DoubtReading> ReadAsync(IPaymentJournal journal, CancellationToken cancellationToken)
    {
        var lines = new List<Line>();
        foreach (var environment in Enum.GetValues<GatewayEnvironment>())
        {
            var counts = await journal.CountAsync(environment, cancellationToken).ConfigureAwait(false);
            foreach (var state in States)
            {
                var count = CountOf(counts, state);
                var oldest =
                    count > 0
                        ? await OldestAsync(journal, environment, state, cancellationToken).ConfigureAwait(false)
                        : null;
                lines.Add(new Line(environment, state, count, oldest));
            }
        }

        return new DoubtReading(lines);
    }

    private static async Task<DateTimeOffset?> OldestAsync(
        IPaymentJournal journal,
        GatewayEnvironment environment,
        JournalEntryState state,
        CancellationToken cancellationToken
    )
    {
        var query = new JournalQuery
        {
            Environment = environment,
            State = state,
            Limit = 1,
        };
        await foreach (var entry in journal.GetUnresolvedAsync(query, cancellationToken).ConfigureAwait(false))
        {
            return entry.Intent.StartedAt;
        }

        return null;
    }

    private static long CountOf(JournalCounts counts, JournalEntryState state) =>
        state switch
        {
            JournalEntryState.Open => counts.Open,
            JournalEntryState.Pending => counts.Pending,
            _ => counts.Unknown,
        };

    internal sealed record Line(
        GatewayEnvironment Environment,
        JournalEntryState State,
        long Count,
        DateTimeOffset? OldestStartedAt
    );
}
