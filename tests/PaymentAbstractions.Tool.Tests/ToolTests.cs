using System.Globalization;
using System.Text.Json;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Journal.PostgreSql;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Tool.Tests;

/// <summary>The commands, on both databases.</summary>
public abstract class ToolTests : IAsyncLifetime
{
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _errors = new(CultureInfo.InvariantCulture);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The words that name the journal.</summary>
    protected abstract IReadOnlyList<string> Place { get; }

    public abstract ValueTask InitializeAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_is_in_doubt_is_listed_with_its_reason()
    {
        var code = await RunAsync("list", "--json");

        var entry = Assert.Single(JsonSerializer.Deserialize<List<JournalEntry>>(_output.ToString())!);
        Assert.Equal((ExitCode.Done, "stuck"), (code, entry.Intent.IdempotencyKey.Value));
        Assert.Equal(ExitCode.Done, await RunAsync("list"));
        Assert.Contains("stuck", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_is_shown_with_its_history_and_one_that_is_not_there_is_told()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("show", "stuck"));
        Assert.Contains("Unknown", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, await RunAsync("show", "nowhere"));
        Assert.Contains("'nowhere'", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_is_closed_by_hand_with_who_and_why()
    {
        var code = await RunAsync(
            "resolve",
            "stuck",
            "--outcome",
            "Approved",
            "--transaction",
            "txn-7",
            "--who",
            "Ada",
            "--why",
            "Seen in the dashboard."
        );

        Assert.Equal((ExitCode.Done, ""), (code, _errors.ToString()));
        Assert.Equal(ExitCode.Done, await RunAsync("show", "stuck", "--json"));
        var shown = _output.ToString();
        Assert.Contains("Seen in the dashboard.", shown, StringComparison.Ordinal);
        Assert.Contains("\"Ada\"", shown, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await RunAsync("counts", "--json"));
        Assert.Contains("\"Unknown\": 0", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--outcome", "NotSent", "--why", "Guess.")]
    [InlineData("--outcome", "Perhaps", "--who", "Ada", "--why", "Guess.")]
    [InlineData("--outcome", "Approved", "--who", "Ada", "--why", "No transaction is named.")]
    public async Task What_has_no_meaning_is_told_and_nothing_is_changed(params string[] words)
    {
        Assert.Equal(ExitCode.Usage, await RunAsync(["resolve", "stuck", .. words]));
        Assert.NotEmpty(_errors.ToString());
        Assert.Equal(ExitCode.Done, await RunAsync("list", "--json"));
        Assert.Single(JsonSerializer.Deserialize<List<JournalEntry>>(Last())!);
    }

    [Fact]
    public async Task The_schema_is_brought_up_to_date_as_often_as_one_likes()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("migrate"));
        Assert.Equal(ExitCode.Done, await RunAsync("migrate"));
    }

    [Fact]
    public async Task A_look_up_without_the_gateways_says_what_it_needs()
    {
        Assert.Equal(ExitCode.Usage, await RunAsync("look-up", "stuck"));
        Assert.Contains("--config", _errors.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Puts one payment in doubt into a journal, long ago.</summary>
    protected static async Task FillAsync(IPaymentJournal journal)
    {
        var account = AccountFingerprint.Of("Provider", "Sandbox", "shop");
        var started = DateTimeOffset.UnixEpoch.AddYears(50);
        var intent = new JournalIntent
        {
            IdempotencyKey = new IdempotencyKey("stuck"),
            Environment = GatewayEnvironment.Live,
            Operation = PaymentOperation.Sale,
            Gateway = "cards",
            Account = account,
            StartedAt = started,
            SendBy = started.AddMinutes(1),
            Amount = Money.Usd(12),
            OrderReference = new OrderReference("order-1"),
            MethodFingerprint = "method-1",
        };
        await journal.BeginAsync(intent, Token);
        var result = new PaymentResult
        {
            Outcome = PaymentOutcome.Unknown,
            Operation = PaymentOperation.Sale,
            Reason = PaymentReason.NoTrustworthyAnswer,
            Gateway = "cards",
            IdempotencyKey = intent.IdempotencyKey,
        };
        await journal.CompleteAsync(intent.JournalKey, 1, JournalOutcome.Of(result), cancellationToken: Token);
    }

    protected Task<int> RunAsync(params IReadOnlyList<string> words)
    {
        _output.GetStringBuilder().Clear();
        return PaymentsTool.RunAsync([.. words, .. Place], _output, _errors);
    }

    private string Last() => _output.ToString();

    public sealed class OnSqlite : ToolTests
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tool-");

        protected override IReadOnlyList<string> Place => ["--sqlite", File];

        private string File => Path.Combine(_folder.FullName, "payments.db");

        public override async ValueTask InitializeAsync()
        {
            await using var journal = await SqlitePaymentJournal.OpenAsync(
                new SqliteJournalOptions { Path = File },
                cancellationToken: Token
            );
            await FillAsync(journal);
        }

        public override ValueTask DisposeAsync()
        {
            _folder.Delete(recursive: true);
            return base.DisposeAsync();
        }

        [Fact]
        public async Task A_file_that_is_not_there_is_told_and_not_made()
        {
            var missing = Path.Combine(_folder.FullName, "missing.db");

            Assert.Equal(
                ExitCode.Unavailable,
                await PaymentsTool.RunAsync(["list", "--sqlite", missing], TextWriter.Null, TextWriter.Null)
            );
            Assert.False(System.IO.File.Exists(missing));
        }

        [Theory]
        [InlineData("{ \"Payments\": ")]
        [InlineData("{}")]
        public async Task Settings_that_cannot_be_read_are_told_and_end_with_2(string settings)
        {
            var file = Path.Combine(_folder.FullName, "settings.json");
            await System.IO.File.WriteAllTextAsync(file, settings, Token);
            var errors = new StringWriter(CultureInfo.InvariantCulture);

            Assert.Equal(
                ExitCode.Usage,
                await PaymentsTool.RunAsync(["list", "--config", file], TextWriter.Null, errors)
            );
            Assert.NotEmpty(errors.ToString());
        }

        [Fact]
        public async Task An_empty_journal_is_listed_as_empty()
        {
            var empty = Path.Combine(_folder.FullName, "empty.db");
            await PaymentsTool.RunAsync(["migrate", "--sqlite", empty], TextWriter.Null, TextWriter.Null);
            var output = new StringWriter(CultureInfo.InvariantCulture);

            Assert.Equal(
                ExitCode.Done,
                await PaymentsTool.RunAsync(["list", "--json", "--sqlite", empty], output, TextWriter.Null)
            );
            Assert.Equal("[]", output.ToString().Trim());
        }

        [Theory]
        [InlineData("list")]
        [InlineData("list", "--sqlite", "a.db", "--postgres", "Host=b")]
        [InlineData("nonsense")]
        public async Task A_command_line_without_a_meaning_ends_with_2(params string[] words) =>
            Assert.Equal(ExitCode.Usage, await PaymentsTool.RunAsync(words, TextWriter.Null, TextWriter.Null));

        [Fact]
        public async Task The_schema_is_printed_for_an_administrator()
        {
            var output = new StringWriter(CultureInfo.InvariantCulture);

            Assert.Equal(ExitCode.Done, await PaymentsTool.RunAsync(["schema"], output, TextWriter.Null));
            Assert.Equal(PostgreSqlPaymentJournal.Script(), output.ToString());
        }
    }

    public sealed class OnPostgreSql : ToolTests
    {
        private string _connection = "";

        protected override IReadOnlyList<string> Place => ["--postgres", _connection];

        public override async ValueTask InitializeAsync()
        {
            var server = await PostgreSqlServer.PostgreSqlServer.Shared;
            Assert.SkipWhen(server is null, PostgreSqlServer.PostgreSqlServer.Missing);
            _connection = await server!.NewDatabaseAsync();
            await using var journal = await PostgreSqlPaymentJournal.OpenAsync(
                new PostgreSqlJournalOptions { ConnectionString = _connection },
                cancellationToken: Token
            );
            await FillAsync(journal);
        }
    }
}
