using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>
/// Starts every attempt and remembers none, so that repeats and other keys reach the adapter and what it guards by itself is seen.
/// </summary>
internal sealed class ForgetfulJournal : IPaymentJournal
{
    public JournalHealth Health { get; } = new() { IsOpenForSends = true };

    public Task<JournalDecision> BeginAsync(JournalIntent intent, CancellationToken cancellationToken = default) =>
        Task.FromResult(JournalRules.Start(intent, existing: null));

    public Task<JournalWrite> CompleteAsync(
        JournalKey key,
        int attempt,
        JournalOutcome outcome,
        bool publish = false,
        int resends = 0,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(new JournalWrite { Status = JournalWriteStatus.Recorded });

    public Task<JournalWrite> ExtendAsync(
        JournalKey key,
        int attempt,
        int resends,
        DateTimeOffset sendBy,
        CancellationToken cancellationToken = default
    ) => NotFound();

    public Task<JournalTurn> GetTurnAsync(JournalKey key, int attempt, CancellationToken cancellationToken = default) =>
        Task.FromResult(new JournalTurn { IsHeld = true });

    public Task<JournalDecision> AmendAsync(
        JournalKey key,
        int attempt,
        AttemptReading reading,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(new JournalDecision { Kind = JournalDecisionKind.Started });

    public Task<JournalWrite> ResolveAsync(
        JournalResolution resolution,
        CancellationToken cancellationToken = default
    ) => NotFound();

    public Task<JournalWrite> ObserveAsync(
        JournalObservation observation,
        CancellationToken cancellationToken = default
    ) => NotFound();

    public Task<JournalWrite> MarkPublishedAsync(
        JournalKey key,
        long revision,
        CancellationToken cancellationToken = default
    ) => NotFound();

    public Task<JournalEntry?> FindAsync(JournalKey key, CancellationToken cancellationToken = default) =>
        Task.FromResult<JournalEntry?>(null);

    public IAsyncEnumerable<JournalEntry> FindByOrderAsync(
        GatewayEnvironment environment,
        OrderReference order,
        CancellationToken cancellationToken = default
    ) => AsyncEnumerable.Empty<JournalEntry>();

    public IAsyncEnumerable<JournalEntry> FindByTransactionAsync(
        TransactionReference transaction,
        CancellationToken cancellationToken = default
    ) => AsyncEnumerable.Empty<JournalEntry>();

    public Task<OriginalAmounts> GetAmountsAsync(
        TransactionReference original,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(new OriginalAmounts { Original = original });

    public IAsyncEnumerable<JournalEntry> GetUnresolvedAsync(
        JournalQuery query,
        CancellationToken cancellationToken = default
    ) => AsyncEnumerable.Empty<JournalEntry>();

    public IAsyncEnumerable<JournalEntry> GetUnpublishedAsync(
        int limit = int.MaxValue,
        CancellationToken cancellationToken = default
    ) => AsyncEnumerable.Empty<JournalEntry>();

    public Task<JournalCounts> CountAsync(
        GatewayEnvironment? environment = null,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            new JournalCounts
            {
                Open = 0,
                Pending = 0,
                Unknown = 0,
                Unpublished = 0,
                DuplicateCharges = 0,
            }
        );

    private static Task<JournalWrite> NotFound() =>
        Task.FromResult(new JournalWrite { Status = JournalWriteStatus.NotFound });
}
