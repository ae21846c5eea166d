using PaymentAbstractions.Journal.PostgreSql;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Tool.Tests;

/// <summary>Invalid command lines and settings, and commands that need no journal.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tool-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder.FullName, "payments.db");

    [Fact]
    public async Task Alone_it_prints_its_help()
    {
        var run = await ToolRun.OfAsync([]);

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Errors));
        Assert.Contains("look-up", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("list", "--help")]
    [InlineData("resolve", "--help")]
    [InlineData("look-up", "--help")]
    public async Task Help_needs_nothing_else(params string[] words)
    {
        var run = await ToolRun.OfAsync(words);

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Errors));
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Did you mean 'list'?", "lisst")]
    [InlineData("Did you mean '--postgres'?", "list", "--postgrs=Host=db")]
    [InlineData(
        "Specify the journal: --sqlite FILE, --postgres CONNECTION (or the variable PAYMENTS_JOURNAL_POSTGRES)",
        "list"
    )]
    [InlineData("--sqlite and --postgres cannot be combined.", "list", "--sqlite", "a.db", "--postgres", "Host=b")]
    [InlineData("Some arguments do not belong to any option.", "list", "--json=maybe", "--sqlite", "a.db")]
    [InlineData("Some arguments do not belong to any option.", "list", "--duplicates=maybe", "--sqlite", "a.db")]
    [InlineData("'much'", "list", "--limit", "much", "--sqlite", "a.db")]
    [InlineData("--config", "list", "--config")]
    [InlineData("--config: the file '' does not exist.", "list", "--config", "")]
    [InlineData("--config: the file '' does not exist.", "look-up", "stuck", "--config", "")]
    [InlineData("--limit: is '0', and must be 1", "list", "--limit", "0", "--sqlite", "a.db")]
    [InlineData("--limit: is '-5', and must be 1", "list", "--limit", "-5", "--sqlite", "a.db")]
    [InlineData(
        "--duplicates and --unpublished cannot be combined.",
        "list",
        "--duplicates",
        "--unpublished",
        "--sqlite",
        "a.db"
    )]
    [InlineData(
        "--environment: Argument 'Test' not recognized. Must be one of: 'Sandbox' 'Live'",
        "list",
        "--environment",
        "Test"
    )]
    [InlineData("The key 'a b' is invalid", "show", "a b", "--sqlite", "a.db")]
    [InlineData("--schema: is 'No;', and must be", "list", "--postgres", "Host=b", "--schema", "No;")]
    [InlineData("--schema: is 'No;', and must be", "schema", "--schema", "No;")]
    [InlineData("--from: the schema has no version '99'", "schema", "--from", "99")]
    [InlineData("--from: the schema has no version '-1'", "schema", "--from", "-1")]
    [InlineData("--schema requires --postgres.", "list", "--sqlite", "a.db", "--schema", "shop")]
    [InlineData("--postgres: has no host.", "list", "--postgres", "Database=shop")]
    [InlineData("--postgres: is missing.", "list", "--postgres", "")]
    [InlineData("--sqlite: is missing.", "list", "--sqlite", "")]
    [InlineData("--config: the file 'nowhere.json' does not exist.", "list", "--config", "nowhere.json")]
    [InlineData(
        "A look-up requires the application's gateways: use --config FILE.",
        "look-up",
        "stuck",
        "--sqlite",
        "a.db"
    )]
    public async Task Invalid_arguments_are_reported_in_one_sentence(string sentence, params string[] words)
    {
        var run = await ToolRun.OfAsync(words);

        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Output));
        Assert.Contains(sentence, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_mistyped_command_is_reported()
    {
        var run = await ToolRun.OfAsync(["lisst"]);

        Assert.Equal("Unrecognized command or argument 'lisst'. Did you mean 'list'?", run.Errors.Trim());
    }

    [Theory]
    [InlineData("list", "--postgres", "Host=db", "Password=very-secret-word")]
    [InlineData("list", "--postgres", "Host=db", "Password=my", "very-secret-word")]
    [InlineData("list", "--postgrs", "Host=db;Password=very-secret-word")]
    [InlineData("resolve", "stuck", "--postgres", "Host=db", "Password=very-secret-word")]
    [InlineData("show", "--postgres", "Host=db", "Password=very-secret-word")]
    [InlineData("look-up", "--postgres", "Host=db", "pwd=very-secret-word", "stuck")]
    public async Task Parts_of_a_connection_string_are_not_shown(params string[] words)
    {
        var run = await ToolRun.OfAsync(words);

        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Output));
        Assert.Contains("in quotation marks", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret-word", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_problems_of_a_decision_are_reported_at_once_by_option()
    {
        var run = await ToolRun.OfAsync([
            "resolve",
            "stuck",
            "--outcome",
            "Perhaps",
            "--who",
            " ",
            "--sqlite",
            Database,
        ]);

        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Output));
        var lines = run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal("Nothing was changed:", lines[0]);
        Assert.Contains(
            "--outcome: Argument 'Perhaps' not recognized. Must be one of: 'Approved' 'Declined' 'Rejected' 'NotSent'",
            lines
        );
        Assert.Contains("--who: is ' ', and must be the name of the person who makes the decision.", lines);
        Assert.Contains("Option '--why' is required.", lines);
        Assert.Equal(4, lines.Length);
    }

    [Fact]
    public async Task A_missing_transaction_is_reported_with_the_rest()
    {
        var run = await ToolRun.OfAsync(["resolve", "stuck", "--outcome", "Approved", "--sqlite", Database]);

        Assert.Equal(ExitCode.Usage, run.Code);
        var lines = run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Contains("--transaction: is required if money moved, except for a void.", lines);
        Assert.Contains("Option '--who' is required.", lines);
        Assert.Contains("Option '--why' is required.", lines);
    }

    [Fact]
    public async Task Unreadable_settings_are_reported()
    {
        var file = Path.Combine(_folder.FullName, "settings.json");
        await using var held = new FileStream(file, FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var run = await ToolRun.OfAsync(["list", "--config", file]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains($"--config: the file '{file}' cannot be read.", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"Payments\": {\n    oops\n", "is not JSON: see line 3, position 5.")]
    [InlineData("[]", "does not contain a JSON object with settings.")]
    [InlineData("{}", "Payments:Journal: is missing.")]
    [InlineData("{\"Payments\": {\"Journal\": \"InMemory\"}}", "Payments:Journal: is in memory")]
    [InlineData("{\"Payments\": {\"Journal\": {\"Kind\": \"inmemory\"}}}", "Payments:Journal: is in memory")]
    [InlineData("{\"Payments\": {\"Journal\": {\"Kind\": \"Oracle\"}}}", "Payments:Journal:Kind")]
    public async Task Settings_without_a_journal_are_reported_with_their_place(string settings, string sentence)
    {
        var file = Path.Combine(_folder.FullName, "settings.json");
        await File.WriteAllTextAsync(file, settings, Token);

        var run = await ToolRun.OfAsync(["list", "--config", file]);

        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Output));
        Assert.Contains(sentence, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_is_canceled_says_so()
    {
        await using (await SqlitePaymentJournal.OpenAsync(new() { Path = Database }, cancellationToken: Token)) { }
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var run = await ToolRun.OfAsync(["list", "--sqlite", Database], canceling: source);

        Assert.Equal((130, ""), (run.Code, run.Output));
        Assert.Equal("canceled; run 'show' to see what was recorded", run.Errors.Trim());
    }

    [Fact]
    public async Task A_mistake_of_the_tool_has_a_code_and_shows_no_stack_and_no_message()
    {
        var run = await ToolRun.OfAsync(
            ["list"],
            variables: _ => throw new InvalidOperationException("very-secret-word")
        );

        Assert.Equal((ExitCode.Unexpected, ""), (run.Code, run.Output));
        Assert.Equal(
            "The tool or an adapter has a defect: System.InvalidOperationException. Run 'show' to see what was recorded.",
            run.Errors.Trim()
        );
    }

    [Fact]
    public async Task The_schema_is_printed_for_an_administrator()
    {
        var whole = await ToolRun.OfAsync(["schema", "--schema", "shop"]);
        var json = (await ToolRun.OfAsync(["schema", "--json"])).Json;

        Assert.Equal((ExitCode.Done, PostgreSqlPaymentJournal.Script("shop")), (whole.Code, whole.Output));
        Assert.Equal("payments", json.GetProperty("schema").GetString());
        Assert.Equal(PostgreSqlPaymentJournal.Script(), json.GetProperty("script").GetString());
    }

    [Fact]
    public async Task An_upgrade_leaves_out_the_versions_that_are_there()
    {
        var upgrade = await ToolRun.OfAsync(["schema", "--from", "1"]);

        Assert.Equal(ExitCode.Done, upgrade.Code);
        Assert.Contains("VALUES (1, now()", PostgreSqlPaymentJournal.Script(), StringComparison.Ordinal);
        Assert.DoesNotContain("VALUES (1, now()", upgrade.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CREATE TABLE payments", upgrade.Output, StringComparison.Ordinal);
        Assert.EndsWith("COMMIT;\n", upgrade.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
