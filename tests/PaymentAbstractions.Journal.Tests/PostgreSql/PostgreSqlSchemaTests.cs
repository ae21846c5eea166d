using Npgsql;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal.PostgreSql;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>The schema is made by one call or by hand, and used by a role with minimum rights.</summary>
public sealed class PostgreSqlSchemaTests
{
    private readonly string _schema = PostgreSqlJournals.NewSchema();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_script_makes_what_opening_makes()
    {
        var options = await PostgreSqlJournals.OptionsAsync(_schema);
        var server = (await PostgreSqlServer.PostgreSqlServer.Shared)!;
        await server.ExecuteAsync(PostgreSqlPaymentJournal.Script(_schema), options.ConnectionString);
        var other = await PostgreSqlJournals.OptionsAsync(PostgreSqlJournals.NewSchema());
        await PostgreSqlPaymentJournal.MigrateAsync(other, Token);
        await PostgreSqlPaymentJournal.MigrateAsync(other, Token);

        Assert.Equal(await DescribeAsync(other), await DescribeAsync(options));
        options.Migrate = false;
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token);
    }

    [Fact]
    public async Task A_missing_schema_is_reported_when_it_may_not_be_created()
    {
        var options = await PostgreSqlJournals.OptionsAsync(_schema);
        options.Migrate = false;

        var failure = await Assert.ThrowsAsync<JournalUnavailableException>(() =>
            PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token)
        );

        Assert.Equal(JournalFailureKind.Missing, failure.Kind);
    }

    [Fact]
    public async Task A_schema_of_a_later_version_is_refused()
    {
        var options = await PostgreSqlJournals.OptionsAsync(_schema);
        await using var running = await PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token);
        var server = (await PostgreSqlServer.PostgreSqlServer.Shared)!;
        await server.ExecuteAsync(
            $"INSERT INTO {_schema}.schema_versions VALUES (99, 'later')",
            options.ConnectionString
        );

        var failure = await Assert.ThrowsAsync<JournalUnavailableException>(() =>
            PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token)
        );

        Assert.Equal(JournalFailureKind.SchemaTooNew, failure.Kind);
        var decision = await running.BeginAsync(Some.Sale("key-1"), Token);
        Assert.Equal(
            (JournalDecisionKind.NotRecorded, JournalFailureKind.SchemaTooNew),
            (decision.Kind, decision.Failure?.Kind)
        );
    }

    [Fact]
    public async Task No_payment_reads_the_whole_table_although_plans_are_made_while_it_is_small()
    {
        var options = await PostgreSqlJournals.OptionsAsync(_schema);
        await PostgreSqlPaymentJournal.MigrateAsync(options, Token);
        var before = await ScansAsync("seq_scan");
        await using (var journal = await PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token))
        {
            for (var i = 0; i < 40; i++)
            {
                var intent = Some.Sale($"key-{i}");
                var begun = await journal.BeginAsync(intent, Token);
                var outcome = Some.Approved(intent, $"T-{i}");
                await journal.CompleteAsync(intent.JournalKey, begun.Attempt, outcome, cancellationToken: Token);
                await journal.FindAsync(intent.JournalKey, Token);
            }
        }

        // The server publishes the counts of a session when the session ends, shortly after the client has closed it.
        for (var tries = 0; tries < 500 && await ScansAsync("idx_scan") <= 40; tries++)
        {
            await Task.Delay(20, Token);
        }

        Assert.True(await ScansAsync("idx_scan") > 40);
        Assert.Equal(before, await ScansAsync("seq_scan"));

        async Task<long> ScansAsync(string kind) =>
            (long)
                (
                    await (await PostgreSqlServer.PostgreSqlServer.Shared)!.ExecuteAsync(
                        $"SELECT {kind} FROM pg_stat_user_tables WHERE schemaname = '{_schema}' AND relname = 'payments'",
                        options.ConnectionString
                    )
                )!;
    }

    [Fact]
    public async Task A_schema_may_have_the_name_of_a_word_of_SQL()
    {
        var server = (await PostgreSqlServer.PostgreSqlServer.Shared)!;
        Assert.SkipWhen(server is null, PostgreSqlServer.PostgreSqlServer.Missing);
        var options = new PostgreSqlJournalOptions
        {
            ConnectionString = await server.NewDatabaseAsync(),
            Schema = "order",
        };
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token);
        var now = journal.Clock.GetUtcNow();
        var sale = Some.Sale("key-1") with { StartedAt = now, SendBy = now.AddMinutes(1) };

        Assert.True((await journal.BeginAsync(sale, Token)).IsStarted);
        Assert.True(
            (await journal.CompleteAsync(sale.JournalKey, 1, Some.Approved(sale), cancellationToken: Token)).IsRecorded
        );
    }

    [Fact]
    public async Task An_empty_journal_is_reported_when_payments_are_expected()
    {
        var options = await PostgreSqlJournals.OptionsAsync(_schema);
        options.ExpectExisting = true;

        var failure = await Assert.ThrowsAsync<JournalUnavailableException>(() =>
            PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token)
        );

        Assert.Equal(JournalFailureKind.Missing, failure.Kind);
    }

    [Fact]
    public async Task A_role_with_the_documented_rights_does_everything_but_change_the_schema()
    {
        var options = await PostgreSqlJournals.OptionsAsync(_schema);
        var server = (await PostgreSqlServer.PostgreSqlServer.Shared)!;
        Assert.SkipUnless(server.IsOwn, "Roles are made on a server of the tests' own.");
        await PostgreSqlPaymentJournal.MigrateAsync(options, Token);
        await server.ExecuteAsync(
            $"""
            CREATE ROLE {_schema}_app LOGIN;
            GRANT USAGE ON SCHEMA {_schema} TO {_schema}_app;
            GRANT SELECT, INSERT, UPDATE ON {_schema}.payments TO {_schema}_app;
            GRANT SELECT, INSERT, UPDATE, DELETE ON {_schema}.guards TO {_schema}_app;
            GRANT SELECT, INSERT ON {_schema}.resolutions TO {_schema}_app;
            GRANT SELECT ON {_schema}.schema_versions TO {_schema}_app;
            """,
            options.ConnectionString
        );
        var text = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Username = $"{_schema}_app" };
        var least = new PostgreSqlJournalOptions { ConnectionString = text.ToString(), Schema = _schema };
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(
            least,
            source: null,
            TimeProvider.System,
            new Testing.ManualTimeProvider(Some.Now),
            Token
        );

        var sale = Some.Sale("key-1") with { Guards = [new PaymentGuard { Name = "card" }] };
        await journal.PayAsync(sale, Some.Declined(sale));
        var resolved = await journal.ResolveAsync(
            Some.Resolution(sale, Some.Approved(sale) with { ProviderRevision = 2 }),
            Token
        );
        await journal.MarkPublishedAsync(sale.JournalKey, resolved.Entry!.Revision, Token);

        Assert.Equal(JournalWriteStatus.Recorded, resolved.Status);
        Assert.Equal(0, (await journal.CountAsync(cancellationToken: Token)).Unpublished);
        // The query by which the journal finds out whether the server accepts writes again.
        await using var source = NpgsqlDataSource.Create(text.ToString());
        using var dialect = new PostgreSqlDialect(source, own: null, least);
        await server.ExecuteAsync(dialect.Probe, text.ToString());
    }

    [Fact]
    public async Task Every_problem_with_the_options_is_named_and_no_secret_shown()
    {
        var options = new PostgreSqlJournalOptions
        {
            ConnectionString = "Password=canary-7d11;Nonsense",
            Schema = "Payments; DROP",
            LockTimeout = TimeSpan.Zero,
            KeepDetailsFor = TimeSpan.FromDays(-1),
        };

        var failure = await Assert.ThrowsAsync<PaymentConfigurationException>(() =>
            PostgreSqlPaymentJournal.OpenAsync(options, cancellationToken: Token)
        );

        Assert.All(
            ["ConnectionString", "Schema", "LockTimeout", "KeepDetailsFor"],
            name => Assert.Contains(name, failure.Message, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> DescribeAsync(PostgreSqlJournalOptions options)
    {
        var server = (await PostgreSqlServer.PostgreSqlServer.Shared)!;
        var text = await server.ExecuteAsync(
            $"""
            SELECT string_agg(line, E'\n' ORDER BY line) FROM (
                SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS line
                FROM information_schema.columns WHERE table_schema = '{options.Schema}'
                UNION ALL SELECT replace(indexdef, '{options.Schema}', 's') FROM pg_indexes WHERE schemaname = '{options.Schema}'
            ) AS lines
            """,
            options.ConnectionString
        );
        return (string)text!;
    }
}
