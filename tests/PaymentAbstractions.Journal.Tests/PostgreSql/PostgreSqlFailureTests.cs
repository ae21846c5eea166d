using System.Globalization;
using System.Transactions;
using Npgsql;
using PaymentAbstractions.Journal.PostgreSql;
using PaymentAbstractions.PostgreSqlServer;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>Failures of the server and the outcome of each for a client.</summary>
public sealed class PostgreSqlFailureTests
{
    private static readonly JournalIntent Sale = Some.Sale("key-1");

    private readonly string _schema = PostgreSqlJournals.NewSchema();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_that_was_cut_between_two_calls_is_made_again()
    {
        var server = (await PostgreSqlServer.PostgreSqlServer.Shared)!;
        Assert.SkipWhen(server is null, PostgreSqlServer.PostgreSqlServer.Missing);
        var database = await server.NewDatabaseAsync();
        var options = new PostgreSqlJournalOptions { ConnectionString = database };
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token);
        await CutAsync(server, database);

        Assert.True((await journal.BeginAsync(Now(Sale), Token)).IsStarted);
        await CutAsync(server, database);
        Assert.NotNull(await journal.FindAsync(Sale.JournalKey, Token));
    }

    [Fact]
    public async Task A_server_that_is_down_permits_nothing_and_one_that_is_back_goes_on()
    {
        await using var server = await ServerAsync();
        var options = new PostgreSqlJournalOptions { ConnectionString = server.ConnectionString };
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token);
        Assert.True((await journal.BeginAsync(Now(Sale), Token)).IsStarted);
        server.Stop("immediate");

        var refused = await journal.BeginAsync(Now(Some.Sale("key-2", "order-2")), Token);
        await server.StartAgainAsync();
        var done = await journal.CompleteAsync(Sale.JournalKey, 1, Some.Approved(Sale), cancellationToken: Token);

        Assert.Equal(
            (JournalDecisionKind.NotRecorded, JournalFailureKind.ConnectionLost),
            (refused.Kind, refused.Failure?.Kind)
        );
        Assert.Equal(JournalWriteStatus.Recorded, done.Status);
        Assert.True(journal.Health.IsOpenForSends);
        Assert.Null(await journal.FindAsync(Some.Key("key-2"), Token));
    }

    [Fact]
    public async Task An_unreachable_server_is_reported_without_its_password()
    {
        var options = new PostgreSqlJournalOptions
        {
            ConnectionString = "Host=127.0.0.1;Port=1;Username=shop;Password=canary-7d11;Database=shop;Timeout=2",
        };

        var failure = await Assert.ThrowsAsync<JournalUnavailableException>(() =>
            PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token)
        );

        Assert.Equal(JournalFailureKind.ConnectionLost, failure.Kind);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("off")]
    [InlineData("local")]
    public async Task A_server_that_confirms_too_early_is_refused_until_the_risk_is_accepted(string setting)
    {
        var options = await PostgreSqlJournals.OptionsAsync(_schema);
        options.ConnectionString += $";Options=-c synchronous_commit={setting}";

        var failure = await Assert.ThrowsAsync<JournalUnavailableException>(() =>
            PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token)
        );
        options.AllowNotDurable = true;
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token);

        Assert.Equal(JournalFailureKind.NotDurable, failure.Kind);
        Assert.Contains($"synchronous_commit is {setting}", failure.Message, StringComparison.Ordinal);
        Assert.True((await journal.BeginAsync(Now(Sale), Token)).IsStarted);
    }

    [Theory]
    [InlineData("fsync")]
    [InlineData("full_page_writes")]
    public async Task A_server_that_syncs_nothing_is_refused(string setting)
    {
        await using var server = await ServerAsync($"-c {setting}=off");

        var failure = await Assert.ThrowsAsync<JournalUnavailableException>(() =>
            PostgreSqlPaymentJournal.OpenAsync(
                new PostgreSqlJournalOptions { ConnectionString = server.ConnectionString },
                cancellationToken: Token
            )
        );

        Assert.Contains($"{setting} is off", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_begins_to_confirm_too_early_is_noticed_at_the_next_write()
    {
        await using var server = await ServerAsync();
        var options = new PostgreSqlJournalOptions { ConnectionString = server.ConnectionString };
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token);
        await server.SetAsync("synchronous_commit", "off");

        var refused = await journal.BeginAsync(Now(Sale), Token);
        await server.SetAsync("synchronous_commit", "on");
        var begun = await journal.BeginAsync(Now(Sale), Token);

        Assert.Equal(JournalFailureKind.NotDurable, refused.Failure?.Kind);
        Assert.Contains("synchronous_commit is off", refused.Failure!.Message, StringComparison.Ordinal);
        Assert.True(begun.IsStarted);
    }

    [Fact]
    public async Task A_proxy_that_shares_connections_is_refused_until_it_is_accepted()
    {
        var options = await PostgreSqlJournals.OptionsAsync(_schema);
        await using var proxy = new CuttingProxy(options.ConnectionString) { SharesConnections = true };
        options.ConnectionString = proxy.ConnectionString;

        var failure = await Assert.ThrowsAsync<JournalUnavailableException>(() =>
            PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token)
        );
        options.AllowProxy = true;
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token);

        Assert.Contains("proxy", failure.Message, StringComparison.Ordinal);
        Assert.True((await journal.BeginAsync(Now(Sale), Token)).IsStarted);
    }

    [Fact]
    public async Task A_server_that_takes_no_writes_is_refused_and_noticed_later()
    {
        await PostgreSqlJournals.OptionsAsync(_schema);
        var server = (await PostgreSqlServer.PostgreSqlServer.Shared)!;
        // Like a primary that became a standby: the database is read-only from now on.
        var name = await server.NewDatabaseAsync();
        var standby = new PostgreSqlJournalOptions { ConnectionString = name, Schema = _schema };
        await using var other = await PostgreSqlPaymentJournal.OpenAsync(standby, cancellationToken: Token);
        await server.ExecuteAsync($"ALTER DATABASE {NameOf(name)} SET default_transaction_read_only = on");
        await CutAsync(server, name);

        var decision = await other.BeginAsync(Now(Sale), Token);
        var opening = await Assert.ThrowsAsync<JournalUnavailableException>(() =>
            PostgreSqlPaymentJournal.OpenAsync(standby, cancellationToken: Token)
        );

        Assert.Equal(
            (JournalDecisionKind.NotRecorded, JournalFailureKind.ReadOnly),
            (decision.Kind, decision.Failure?.Kind)
        );
        Assert.Equal(JournalFailureKind.ReadOnly, opening.Kind);
    }

    [Fact]
    public async Task What_another_session_holds_for_too_long_is_not_begun_and_nothing_else_is_kept_from_its_turn()
    {
        var options = await PostgreSqlJournals.OptionsAsync(_schema);
        options.LockTimeout = TimeSpan.FromSeconds(1);
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token);
        var paid = Now(Some.Sale("paid", "order-paid"));
        await journal.BeginAsync(paid, Token);
        await using var holder = new NpgsqlConnection(options.ConnectionString + ";Pooling=false");
        await holder.OpenAsync(Token);
        await HoldAsync(holder, "order order-0", "order order-1");

        // The first call occupies the journal; the others queue meanwhile and share the next transaction.
        var first = journal.BeginAsync(Now(Some.Sale("key-0", "order-0")), Token);
        var held = journal.BeginAsync(Now(Sale), Token);
        var free = journal.BeginAsync(Now(Some.Sale("key-2", "order-2")), Token);
        var outcome = journal.CompleteAsync(paid.JournalKey, 1, Some.Approved(paid), cancellationToken: Token);

        foreach (var decision in await Task.WhenAll(first, held))
        {
            Assert.Equal(
                (JournalDecisionKind.NotRecorded, JournalFailureKind.Locked),
                (decision.Kind, decision.Failure?.Kind)
            );
        }

        Assert.True((await free).IsStarted);
        Assert.True((await outcome).IsRecorded);
        Assert.Null(await journal.FindAsync(Sale.JournalKey, Token));
    }

    [Fact]
    public async Task An_authorization_is_not_begun_beside_a_host_that_decides_about_its_customer()
    {
        var options = await PostgreSqlJournals.OptionsAsync(_schema);
        options.LockTimeout = TimeSpan.FromSeconds(1);
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token);
        await using var holder = new NpgsqlConnection(options.ConnectionString + ";Pooling=false");
        await holder.OpenAsync(Token);
        await HoldAsync(holder, $"customer {JournalEntry.CustomerAt(Some.Account, "cus-1")}");
        var authorize = Now(Some.Authorize("key-1")) with { CustomerId = "cus-1" };

        Assert.Equal(JournalFailureKind.Locked, (await journal.BeginAsync(authorize, Token)).Failure?.Kind);
        await holder.CloseAsync();
        Assert.True((await journal.BeginAsync(authorize, Token)).IsStarted);
    }

    [Fact]
    public async Task An_exhausted_pool_is_told_and_one_with_room_serves()
    {
        var options = await PostgreSqlJournals.OptionsAsync(_schema);
        await using var source = NpgsqlDataSource.Create(options.ConnectionString + ";Maximum Pool Size=1;Timeout=1");
        await using (await source.OpenConnectionAsync(Token))
        {
            var failure = await Assert.ThrowsAsync<JournalUnavailableException>(() =>
                PostgreSqlPaymentJournal.OpenAsync(options, source, cancellationToken: Token)
            );
            Assert.Equal(JournalFailureKind.ConnectionLost, failure.Kind);
        }

        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(options, source, cancellationToken: Token);
        Assert.True((await journal.BeginAsync(Now(Sale), Token)).IsStarted);
    }

    [Fact]
    public async Task A_pool_that_is_exhausted_later_permits_nothing_until_there_is_room()
    {
        await using var server = await ServerAsync();
        var options = new PostgreSqlJournalOptions { ConnectionString = server.ConnectionString };
        await using var source = NpgsqlDataSource.Create(server.ConnectionString + ";Maximum Pool Size=1;Timeout=1");
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(options, source, cancellationToken: Token);
        server.Stop("immediate");
        Assert.Equal(JournalDecisionKind.NotRecorded, (await journal.BeginAsync(Now(Sale), Token)).Kind);
        await server.StartAgainAsync();
        await using (await source.OpenConnectionAsync(Token))
        {
            var decision = await journal.BeginAsync(Now(Sale), Token);
            Assert.Equal(
                (JournalDecisionKind.NotRecorded, JournalFailureKind.ConnectionLost),
                (decision.Kind, decision.Failure?.Kind)
            );
        }

        Assert.True((await journal.BeginAsync(Now(Sale), Token)).IsStarted);
    }

    [Fact]
    public async Task A_transaction_of_the_application_is_none_of_the_journal_s()
    {
        var options = await PostgreSqlJournals.OptionsAsync(_schema);
        await using var source = NpgsqlDataSource.Create(options.ConnectionString);
        PostgreSqlPaymentJournal journal;
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            // The journal is opened inside the application's scope, which is not completed.
            journal = await PostgreSqlPaymentJournal.OpenAsync(options, source, cancellationToken: Token);
            Assert.True((await journal.BeginAsync(Now(Sale), Token)).IsStarted);
        }

        await using (journal)
        {
            Assert.NotNull(await journal.FindAsync(Sale.JournalKey, Token));
        }
    }

    [Fact]
    public async Task A_host_whose_clock_is_wrong_goes_by_that_of_the_database()
    {
        var options = await PostgreSqlJournals.OptionsAsync(_schema);
        var fast = new Testing.ManualTimeProvider(DateTimeOffset.UtcNow.AddHours(3));
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(options, fast, Token);
        await using var right = await PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token);

        var begun = await right.BeginAsync(Now(Sale), Token);
        var resolved = await journal.ResolveAsync(
            Some.Resolution(Sale, Some.Outcome(Sale, PaymentOutcome.NotSent)) with
            {
                At = journal.Clock.GetUtcNow(),
            },
            Token
        );

        Assert.True(begun.IsStarted);
        Assert.InRange(
            journal.Clock.GetUtcNow(),
            DateTimeOffset.UtcNow.AddMinutes(-1),
            DateTimeOffset.UtcNow.AddMinutes(1)
        );
        Assert.Equal(JournalWriteStatus.TooEarly, resolved.Status);
    }

    private async Task HoldAsync(NpgsqlConnection holder, params string[] names)
    {
        foreach (var name in names)
        {
            await using var command = holder.CreateCommand();
            command.CommandText = string.Create(
                CultureInfo.InvariantCulture,
                $"SELECT pg_advisory_lock({SqlLock.Of(_schema, name)})"
            );
            await command.ExecuteNonQueryAsync(Token);
        }
    }

    private static async Task CutAsync(PostgreSqlServer.PostgreSqlServer server, string database)
    {
        await server.ExecuteAsync(
            $"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{NameOf(database)}'"
        );
    }

    private static string NameOf(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private static async Task<PostgreSqlServer.PostgreSqlServer> ServerAsync(
        string settings = "-c log_min_messages=fatal"
    )
    {
        var server = await PostgreSqlServer.PostgreSqlServer.StartAsync(settings);
        Assert.SkipWhen(server is null, PostgreSqlServer.PostgreSqlServer.Missing);
        return server!;
    }

    // The database's clock is the real one in these tests.
    private static JournalIntent Now(JournalIntent intent)
    {
        var now = TimeProvider.System.GetUtcNow();
        return intent with { StartedAt = now, SendBy = now.AddMinutes(10) };
    }
}
