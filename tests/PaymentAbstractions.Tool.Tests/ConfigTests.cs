using System.Text.Json;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Tool.Tests;

/// <summary>The application's settings as <c>--config</c> reads them.</summary>
public sealed class ConfigTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tool-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Settings => Path.Combine(_folder.FullName, "appsettings.json");

    private string Database => Path.Combine(_folder.FullName, "data", "payments.db");

    public async ValueTask InitializeAsync()
    {
        await using var journal = await SqlitePaymentJournal.OpenAsync(
            new SqliteJournalOptions { Path = Database },
            cancellationToken: Token
        );
        await Filled.AddStuckAsync(journal);
        await WriteAsync(Settings, new { Kind = "Sqlite", Path = "data/payments.db" }, provider: "VirtualTerminal");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_relative_path_is_that_of_the_application()
    {
        Assert.NotEqual(_folder.FullName, Environment.CurrentDirectory);

        var run = await ToolRun.OfAsync(["list", "--config", Settings]);

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Errors));
        Assert.Equal(["stuck", "later"], run.Rows.Select(row => row[4]));
        Assert.False(Path.Exists(Path.Combine(Environment.CurrentDirectory, "data", "payments.db")));
    }

    [Fact]
    public async Task A_journal_that_is_not_there_is_made_by_migrate_alone()
    {
        await WriteAsync(Settings, new { Kind = "Sqlite", Path = "other.db" }, provider: "VirtualTerminal");
        var other = Path.Combine(_folder.FullName, "other.db");

        var run = await ToolRun.OfAsync(["counts", "--config", Settings]);

        Assert.Equal(ExitCode.Unavailable, run.Code);
        Assert.Equal($"The journal {other} does not exist, but it was expected.", run.Errors.Trim());
        Assert.False(File.Exists(other));
        Assert.Equal(ExitCode.Done, (await ToolRun.OfAsync(["migrate", "--config", Settings])).Code);
        Assert.True(File.Exists(other));
    }

    [Fact]
    public async Task A_schema_is_created_only_by_migrate_regardless_of_the_settings()
    {
        var server = await PostgreSqlServer.PostgreSqlServer.Shared;
        Assert.SkipWhen(server is null, PostgreSqlServer.PostgreSqlServer.Missing);
        var connection = await server!.NewDatabaseAsync();
        await WriteAsync(
            Settings,
            new
            {
                Kind = "PostgreSql",
                ConnectionString = connection,
                Migrate = true,
            },
            provider: "VirtualTerminal"
        );

        var run = await ToolRun.OfAsync(["list", "--config", Settings]);

        Assert.Equal(ExitCode.Unavailable, run.Code);
        Assert.Contains("has schema version 0", run.Errors, StringComparison.Ordinal);
        await WriteAsync(
            Settings,
            new
            {
                Kind = "PostgreSql",
                ConnectionString = connection,
                Migrate = false,
            },
            provider: "VirtualTerminal"
        );
        Assert.Equal(ExitCode.Done, (await ToolRun.OfAsync(["migrate", "--config", Settings])).Code);
        Assert.Equal(ExitCode.Done, (await ToolRun.OfAsync(["list", "--config", Settings])).Code);
    }

    [Fact]
    public async Task Later_files_win()
    {
        var production = Path.Combine(_folder.FullName, "appsettings.Production.json");
        await File.WriteAllTextAsync(production, """{ "Payments": { "Journal": { "Path": "nowhere.db" } } }""", Token);

        var before = await ToolRun.OfAsync(["list", "--config", production, "--config", Settings]);
        var after = await ToolRun.OfAsync(["list", "--config", Settings, "--config", production]);

        Assert.Equal((ExitCode.Done, ExitCode.Unavailable), (before.Code, after.Code));
        Assert.Contains("nowhere.db", after.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_gateway_fails_only_the_commands_that_need_it()
    {
        await WriteAsync(Settings, new { Kind = "Sqlite", Path = "data/payments.db" }, provider: "OwnBank");

        foreach (
            var words in (string[][])
                [
                    ["list"],
                    ["show", "stuck"],
                    ["counts"],
                ]
        )
        {
            Assert.Equal(ExitCode.Done, (await ToolRun.OfAsync([.. words, "--config", Settings])).Code);
        }

        var run = await ToolRun.OfAsync(["look-up", "stuck", "--config", Settings]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("'OwnBank', which is not the name of a provider", run.Errors, StringComparison.Ordinal);
        Assert.Contains(
            "This tool includes the providers Rebilly and VirtualTerminal. An application with other providers must look up and resolve payments itself, with IPaymentRecovery",
            run.Errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_journal_may_be_another_one_than_that_of_the_settings()
    {
        await WriteAsync(
            Settings,
            new
            {
                Kind = "PostgreSql",
                ConnectionString = "Host=nowhere.invalid",
                Schema = "shop",
            },
            provider: "VirtualTerminal"
        );

        var run = await ToolRun.OfAsync(["look-up", "stuck", "--config", Settings, "--sqlite", Database]);

        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.StartsWith(
            "The payment stays unresolved. LookupFailed: There is no longer a gateway named 'cards'.",
            run.Errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_decision_is_recorded_the_same_however_the_journal_is_named()
    {
        string[] approved = ["--outcome", "Approved", "--transaction", "txn-7"];

        await ToolRun.OfAsync([.. Resolve("stuck"), .. approved, "--config", Settings]);
        await ToolRun.OfAsync([.. Resolve("later"), .. approved, "--sqlite", Database]);

        var (one, other) = (await ShowAsync("stuck"), await ShowAsync("later"));
        Assert.Equal("Approved", one.GetProperty("outcome").GetString());
        foreach (var name in (string[])["outcome", "reason", "message", "transaction", "unpublished"])
        {
            Assert.Equal(one.GetProperty(name).GetRawText(), other.GetProperty(name).GetRawText());
        }

        // Neither gateway is configured here, so both payments are due for a check by a process that has their gateways.
        Assert.Equal(one.GetProperty("recorded").GetDateTime(), one.GetProperty("due").GetDateTime());
        Assert.Equal(other.GetProperty("recorded").GetDateTime(), other.GetProperty("due").GetDateTime());
    }

    [Theory]
    [InlineData("--config")]
    [InlineData("--sqlite")]
    public async Task The_entry_of_an_attempt_records_how_long_it_may_be_running(string option)
    {
        var started = TimeProvider.System.GetUtcNow().AddMinutes(-20);
        await using (
            var journal = await SqlitePaymentJournal.OpenAsync(new() { Path = Database }, cancellationToken: Token)
        )
        {
            await Filled.AddAsync(journal, Filled.Intent("fresh", started, "order-6"), PaymentOutcome.Unknown);
        }

        var run = await ToolRun.OfAsync([
            .. Resolve("fresh"),
            "--outcome",
            "NotSent",
            option,
            option == "--config" ? Settings : Database,
        ]);

        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.StartsWith(
            $"Nothing was changed: the attempt may be in progress until {Report.Text(started.AddMinutes(31))}.",
            run.Errors,
            StringComparison.Ordinal
        );
    }

    private async Task<JsonElement> ShowAsync(string key) =>
        (await ToolRun.OfAsync(["show", key, "--json", "--sqlite", Database])).Json;

    private static string[] Resolve(string key) =>
        ["resolve", key, "--who", "Ada", "--why", "Seen in the dashboard.", "--yes"];

    private static Task WriteAsync(string file, object journal, string provider) =>
        File.WriteAllTextAsync(
            file,
            JsonSerializer.Serialize(
                new
                {
                    Payments = new
                    {
                        Journal = journal,
                        Gateways = new
                        {
                            terminal = new
                            {
                                Provider = provider,
                                Environment = "Sandbox",
                                MerchantId = "1",
                                ApiKey = "key",
                                BaseUrl = "http://localhost:1/",
                            },
                        },
                    },
                }
            ),
            Token
        );
}
