using System.Globalization;
using Npgsql;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Journal.PostgreSql;

namespace PaymentAbstractions.Tool.Tests;

public sealed class PostgreSqlToolTests : ToolTests
{
    private const string Password = "very-secret-word";

    private string _connection = "";
    private PostgreSqlServer.PostgreSqlServer _server = null!;

    protected override IReadOnlyList<string> Place => ["--postgres", _connection];

    public override async ValueTask InitializeAsync()
    {
        var server = await PostgreSqlServer.PostgreSqlServer.Shared;
        Assert.SkipWhen(server is null, PostgreSqlServer.PostgreSqlServer.Missing);
        _server = server!;
        _connection = await _server.NewDatabaseAsync();
        await WithJournalAsync(Filled.AddStuckAsync);
    }

    [Fact]
    public async Task The_variable_names_the_journal_and_an_empty_one_does_not()
    {
        var named = await ToolRun.OfAsync(
            ["list"],
            variables: name => name == "PAYMENTS_JOURNAL_POSTGRES" ? _connection : null
        );
        var empty = await ToolRun.OfAsync(["list"], variables: _ => "");

        Assert.Equal(2, named.Rows.Length);
        Assert.Equal(ExitCode.Usage, empty.Code);
        Assert.Contains("PAYMENTS_JOURNAL_POSTGRES", empty.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_printed_schema_makes_a_journal()
    {
        var script = await ToolRun.OfAsync(["schema", "--schema", "shop"]);
        await _server.ExecuteAsync(script.Output, _connection);

        var run = await RunAsync("list", "--schema", "shop", "--json");

        Assert.Equal((ExitCode.Done, "[]"), (run.Code, run.Output.Trim()));
    }

    [Fact]
    public async Task An_unreachable_server_is_reported_without_the_password()
    {
        var run = await ToolRun.OfAsync([
            "list",
            "--postgres",
            $"Host=127.0.0.1;Port=1;Username=app;Password={Password};Database=shop",
        ]);

        Assert.Equal((ExitCode.Unavailable, ""), (run.Code, run.Output));
        Assert.Contains("127.0.0.1:1", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_reported_without_quoting_it()
    {
        var folder = Directory.CreateTempSubdirectory("tool-");
        var rules = Path.Combine(folder.FullName, "pg_hba.conf");
        await File.WriteAllTextAsync(
            rules,
            "host all app 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\nlocal all all trust\n",
            Token
        );
        Readable(folder.FullName, rules);
        await using var server = await PostgreSqlServer.PostgreSqlServer.StartAsync($"-c hba_file={rules}");
        Assert.SkipWhen(server is null, PostgreSqlServer.PostgreSqlServer.Missing);
        await server!.ExecuteAsync("CREATE ROLE app LOGIN PASSWORD 'right'");
        var connection = new NpgsqlConnectionStringBuilder(server.ConnectionString)
        {
            Username = "app",
            Password = Password,
        };

        var run = await ToolRun.OfAsync(["list", "--postgres", connection.ToString()]);

        folder.Delete(recursive: true);
        Assert.Equal(ExitCode.Unavailable, run.Code);
        Assert.Contains("28P01", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, run.Output + run.Errors, StringComparison.Ordinal);
    }

    protected override async Task WithJournalAsync(Func<IPaymentJournal, Task> act)
    {
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(
            new PostgreSqlJournalOptions { ConnectionString = _connection },
            cancellationToken: Token
        );
        await act(journal);
    }

    protected override async Task<int> AgeAsync()
    {
        var version = await VersionAsync();
        await _server.ExecuteAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"DELETE FROM payments.schema_versions WHERE version = {version}"
            ),
            _connection
        );
        return version - 1;
    }

    protected override async Task<int> VersionAsync() =>
        (int)
            (
                await _server.ExecuteAsync(
                    "SELECT coalesce(max(version), 0) FROM payments.schema_versions",
                    _connection
                )
            )!;

    protected override Task DamageAsync() =>
        _server.ExecuteAsync("UPDATE payments.payments SET entry = '{\"Intent\": 1}' WHERE key = 'stuck'", _connection);

    // The server runs as another user when the tests run as root.
    private static void Readable(string folder, string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0x1ED);
            File.SetUnixFileMode(file, (UnixFileMode)0x1A4);
        }
    }
}
