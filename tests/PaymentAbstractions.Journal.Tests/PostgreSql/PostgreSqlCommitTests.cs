using PaymentAbstractions.Journal.PostgreSql;
using PaymentAbstractions.PostgreSqlServer;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>
/// Commits whose answer is lost: the possible result is read again, and an intent on which its caller cannot rely is closed.
/// </summary>
public sealed class PostgreSqlCommitTests : IAsyncDisposable
{
    private static readonly JournalIntent Sale = Some.Sale("key-1");

    private readonly string _schema = PostgreSqlJournals.NewSchema();
    private CuttingProxy? _proxy;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_intent_that_was_committed_without_an_answer_is_closed_unsent()
    {
        await using var journal = await OpenAsync();
        _proxy!.CutAfterCommit();

        var decision = await journal.BeginAsync(Sale, Token);

        Assert.Equal(
            (JournalDecisionKind.NotRecorded, JournalFailureKind.ConnectionLost),
            (decision.Kind, decision.Failure?.Kind)
        );
        var entry = await journal.FindAsync(Sale.JournalKey, Token);
        Assert.Equal(PaymentOutcome.NotSent, entry!.Outcome!.Outcome);
        Assert.True((await journal.BeginAsync(Sale, Token)).IsStarted);
    }

    [Fact]
    public async Task An_intent_that_was_not_committed_is_begun_after_all()
    {
        await using var journal = await OpenAsync();
        _proxy!.CutBeforeCommit();

        var decision = await journal.BeginAsync(Sale, Token);

        Assert.True(decision.IsStarted);
        Assert.Equal(1, (await journal.FindAsync(Sale.JournalKey, Token))!.Attempt);
    }

    [Fact]
    public async Task An_intent_is_closed_later_when_the_server_cannot_be_reached_at_once()
    {
        await using var journal = await OpenAsync();
        _proxy!.CutAfterCommit(andRefuse: true);

        var decision = await journal.BeginAsync(Sale, Token);

        Assert.Equal(JournalDecisionKind.NotRecorded, decision.Kind);
        Assert.False(journal.Health.IsOpenForSends);
        Assert.Equal(JournalFailureKind.ConnectionLost, journal.Health.LastFailure?.Kind);
        _proxy.Accept();
        var other = Some.Sale("key-2", "order-2");
        Assert.True((await journal.BeginAsync(other, Token)).IsStarted);
        await journal.CompleteAsync(other.JournalKey, 1, Some.Approved(other), cancellationToken: Token);
        Assert.Equal(PaymentOutcome.NotSent, (await journal.FindAsync(Sale.JournalKey, Token))!.Outcome?.Outcome);
    }

    [Fact]
    public async Task An_intent_whose_host_died_after_its_commit_is_closed_by_any_other()
    {
        var journal = await OpenAsync();
        _proxy!.CutAfterCommit(andRefuse: true);
        await journal.BeginAsync(Sale, Token);
        await journal.DisposeAsync();
        var clock = new Testing.ManualTimeProvider(Some.Now);
        await using var other = await PostgreSqlJournals.OpenAsync(_schema, clock);
        var left = await other.FindAsync(Sale.JournalKey, Token);
        clock.Advance(TimeSpan.FromMinutes(5));

        var leased = await other.LeaseAsync(Sale.JournalKey, left!.Revision, clock.GetUtcNow().AddMinutes(1), Token);
        var closed = await other.ResolveAsync(
            Some.Resolution(Sale, Some.Outcome(Sale, PaymentOutcome.NotSent)) with
            {
                At = clock.GetUtcNow(),
                LeaseEpoch = leased.Entry!.LeaseEpoch,
            },
            Token
        );

        Assert.True(left.IsInDoubt);
        Assert.Equal(JournalWriteStatus.Recorded, closed.Status);
        Assert.True((await other.BeginAsync(Sale with { SendBy = clock.GetUtcNow().AddMinutes(1) }, Token)).IsStarted);
    }

    [Fact]
    public async Task An_attempt_of_the_same_number_that_another_host_has_begun_is_not_closed()
    {
        await using var journal = await OpenAsync();
        await using var other = await PostgreSqlJournals.OpenAsync(_schema);
        Assert.True((await other.BeginAsync(Sale, Token)).IsStarted);
        _proxy!.CutAfterCommit();

        var decision = await journal.BeginAsync(Sale, Token);

        Assert.Equal(JournalDecisionKind.InProgress, decision.Kind);
        Assert.Null((await other.FindAsync(Sale.JournalKey, Token))!.Outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_outcome_is_recorded_once_whether_its_commit_was_done_or_not(bool isDone)
    {
        await using var journal = await OpenAsync();
        await journal.BeginAsync(Sale, Token);
        if (isDone)
        {
            _proxy!.CutAfterCommit();
        }
        else
        {
            _proxy!.CutBeforeCommit();
        }

        var write = await journal.CompleteAsync(Sale.JournalKey, 1, Some.Approved(Sale), cancellationToken: Token);

        Assert.True(write.Status is JournalWriteStatus.Recorded or JournalWriteStatus.Unchanged, write.ToString());
        Assert.True(write.Entry!.IsApproved);
        var entry = await journal.FindAsync(Sale.JournalKey, Token);
        Assert.Equal((PaymentOutcome.Approved, 1L), (entry!.Outcome!.Outcome, entry.Revision));
    }

    public async ValueTask DisposeAsync()
    {
        if (_proxy is not null)
        {
            await _proxy.DisposeAsync();
        }
    }

    private async Task<PostgreSqlPaymentJournal> OpenAsync()
    {
        var options = await PostgreSqlJournals.OptionsAsync(_schema);
        _proxy = new CuttingProxy(options.ConnectionString);
        options.ConnectionString = _proxy.ConnectionString;
        return await PostgreSqlPaymentJournal.OpenAsync(
            options,
            source: null,
            TimeProvider.System,
            new PaymentAbstractions.Testing.ManualTimeProvider(Some.Now),
            Token
        );
    }
}
