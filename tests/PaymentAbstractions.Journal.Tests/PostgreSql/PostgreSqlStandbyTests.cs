using Npgsql;
using PaymentAbstractions.Journal.PostgreSql;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>A standby server takes over, with and without some of the confirmed commits.</summary>
public sealed class PostgreSqlStandbyTests
{
    private static readonly JournalIntent Sale = Some.Sale("key-1");
    private static readonly JournalIntent Other = Some.Sale("key-2", "order-2");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failover_to_a_synchronous_standby_forgets_nothing(bool hasOwnSource)
    {
        await using var primary = await ServerAsync();
        await using var standby = await primary.StartStandbyAsync();
        await primary.SetAsync("synchronous_standby_names", "*");
        var options = new PostgreSqlJournalOptions { ConnectionString = BothOf(primary, standby) };
        await using var source = new NpgsqlDataSourceBuilder(options.ConnectionString).BuildMultiHost();
        await using var journal = hasOwnSource
            ? await PostgreSqlPaymentJournal.OpenAsync(options, source, cancellationToken: Token)
            : await PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token);
        Assert.True((await journal.BeginAsync(Now(Sale), Token)).IsStarted);

        primary.Stop("immediate");
        var between = await journal.BeginAsync(Now(Other), Token);
        await standby.PromoteAsync();
        var after = await BeginAsync(journal, Other);
        var repeat = await journal.BeginAsync(Now(Sale), Token);

        Assert.Equal(JournalDecisionKind.NotRecorded, between.Kind);
        Assert.True(after.IsStarted, after.ToString());
        Assert.Equal(JournalDecisionKind.InProgress, repeat.Kind);
    }

    [Fact]
    public async Task A_failover_to_a_standby_that_lagged_forgets_what_it_had_not_received()
    {
        await using var primary = await ServerAsync();
        await using var standby = await primary.StartStandbyAsync();
        var options = new PostgreSqlJournalOptions { ConnectionString = BothOf(primary, standby) };
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token);
        standby.Stop("fast");
        Assert.True((await journal.BeginAsync(Now(Sale), Token)).IsStarted);

        primary.Stop("immediate");
        await standby.StartAgainAsync();
        await standby.PromoteAsync();
        var repeat = await BeginAsync(journal, Sale);

        // Only the provider's own idempotency still prevents a second charge.
        Assert.True(repeat.IsStarted, repeat.ToString());
        Assert.Equal(1, repeat.Attempt);
    }

    [Fact]
    public async Task A_commit_that_no_standby_has_confirmed_is_not_relied_on()
    {
        await using var server = await ServerAsync();
        var options = new PostgreSqlJournalOptions { ConnectionString = server.ConnectionString };
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token);
        await server.SetAsync("synchronous_standby_names", "ghost");

        var beginning = journal.BeginAsync(Now(Sale), Token);
        // The wait for the standby ends as if by a time limit, and the server answers the commit with a warning.
        while (!beginning.IsCompleted)
        {
            await server.ExecuteAsync(
                "SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
            );
            await Task.WhenAny(beginning, Task.Delay(20, Token));
        }

        var decision = await beginning;
        await server.SetAsync("synchronous_standby_names", "");
        var other = await journal.BeginAsync(Now(Other), Token);
        await journal.CompleteAsync(Other.JournalKey, 1, Some.Approved(Other), cancellationToken: Token);

        Assert.Equal(JournalDecisionKind.NotRecorded, decision.Kind);
        Assert.True(other.IsStarted, other.ToString());
        Assert.Equal(PaymentOutcome.NotSent, (await journal.FindAsync(Sale.JournalKey, Token))?.Outcome?.Outcome);
    }

    // The journal looks for the new primary at intervals.
    private static async Task<JournalDecision> BeginAsync(PostgreSqlPaymentJournal journal, JournalIntent intent)
    {
        for (var round = 0; ; round++)
        {
            var decision = await journal.BeginAsync(Now(intent), Token);
            if (decision.Kind != JournalDecisionKind.NotRecorded || round == 100)
            {
                return decision;
            }

            await Task.Delay(100, Token);
        }
    }

    private static string BothOf(params PostgreSqlServer.PostgreSqlServer[] servers)
    {
        var all = servers.Select(server => new NpgsqlConnectionStringBuilder(server.ConnectionString)).ToList();
        return new NpgsqlConnectionStringBuilder(servers[0].ConnectionString)
        {
            Host = string.Join(',', all.Select(one => $"{one.Host}:{one.Port}")),
            HostRecheckSeconds = 1,
        }.ToString();
    }

    private static async Task<PostgreSqlServer.PostgreSqlServer> ServerAsync()
    {
        var server = await PostgreSqlServer.PostgreSqlServer.StartAsync("-c log_min_messages=fatal");
        Assert.SkipWhen(server is null, PostgreSqlServer.PostgreSqlServer.Missing);
        return server!;
    }

    private static JournalIntent Now(JournalIntent intent)
    {
        var now = TimeProvider.System.GetUtcNow();
        return intent with { StartedAt = now, SendBy = now.AddMinutes(10) };
    }
}
