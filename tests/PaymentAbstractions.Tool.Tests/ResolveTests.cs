using PaymentAbstractions.Journal;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Tool.Tests;

/// <summary>The questions that precede the recording of a person's decision, and the refusals.</summary>
public sealed class ResolveTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tool-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder.FullName, "payments.db");

    public async ValueTask InitializeAsync() =>
        await WithJournalAsync(async journal =>
        {
            await Filled.AddStuckAsync(journal);
            await Filled.AddAsync(journal, Filled.Intent("paid", order: "order-9"), PaymentOutcome.Approved);
        });

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_person_sees_the_payment_and_the_change_and_is_asked()
    {
        var run = await ResolveAsync("stuck", answers: "y\n", width: 120, "--outcome", "NotSent");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("NoTrustworthyAnswer: The line was cut.", run.Errors, StringComparison.Ordinal);
        Assert.EndsWith(
            $"Unknown -> NotSent, order order-1, 12.00 USD, Live{Environment.NewLine}Record this? [y/N] ",
            run.Errors,
            StringComparison.Ordinal
        );
        Assert.Equal("NotSent", await OutcomeAsync("stuck"));
    }

    [Theory]
    [InlineData("n\n")]
    [InlineData("\n")]
    [InlineData("")]
    public async Task Anything_but_yes_changes_nothing(string answers)
    {
        var run = await ResolveAsync("stuck", answers, width: 120, "--outcome", "NotSent");

        Assert.Equal((ExitCode.Refused, ""), (run.Code, run.Output));
        Assert.EndsWith(
            "Nothing was changed: the change was not confirmed.",
            run.Errors.Trim(),
            StringComparison.Ordinal
        );
        Assert.Equal("Unknown", await OutcomeAsync("stuck"));
    }

    [Fact]
    public async Task Without_interactive_input_yes_is_required()
    {
        var run = await ResolveAsync("stuck", answers: null, width: null, "--outcome", "NotSent");

        Assert.Equal((ExitCode.Refused, ""), (run.Code, run.Output));
        Assert.StartsWith(
            "Nothing was changed: confirmation is not possible here.",
            run.Errors,
            StringComparison.Ordinal
        );
        Assert.Equal("Unknown", await OutcomeAsync("stuck"));
    }

    [Fact]
    public async Task A_dry_run_shows_what_would_be_recorded()
    {
        var run = await ResolveAsync("stuck", null, null, "--outcome", "NotSent", "--dry-run");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal("NotSent", run.Fact("Outcome"));
        Assert.Equal(
            "Unknown -> NotSent, order order-1, 12.00 USD, Live would be recorded. Nothing was changed because of --dry-run.",
            run.Errors.Trim()
        );
        Assert.Equal("Unknown", await OutcomeAsync("stuck"));
    }

    [Fact]
    public async Task A_closed_payment_is_overruled_only_on_explicit_request()
    {
        var refused = await ResolveAsync("paid", null, null, "--outcome", "Declined", "--yes");
        var before = await OutcomeAsync("paid");
        var said = await ResolveAsync("paid", null, null, "--outcome", "Declined", "--yes", "--change-closed");

        Assert.Equal((ExitCode.Refused, "Approved"), (refused.Code, before));
        Assert.Equal(
            "Nothing was changed: the payment is Approved, neither unresolved nor a duplicate charge. Use --change-closed to overrule the recorded outcome.",
            refused.Errors.Trim()
        );
        Assert.Equal((ExitCode.Done, "Declined"), (said.Code, await OutcomeAsync("paid")));
    }

    [Fact]
    public async Task A_duplicate_charge_is_listed_and_taken_note_of()
    {
        await ResolveAsync("stuck", null, null, "--outcome", "NotSent", "--yes");
        await WithJournalAsync(async journal =>
        {
            await Filled.AddAsync(journal, Filled.Intent("second"), PaymentOutcome.Approved);
            var stuck = (await journal.FindAsync(Filled.Intent("stuck").JournalKey, Token))!;
            await journal.ResolveAsync(
                new JournalResolution
                {
                    Key = stuck.Key,
                    Attempt = stuck.Attempt,
                    Outcome = JournalOutcome.Of(
                        Filled.Result(stuck.Intent, PaymentOutcome.Approved, PaymentReason.None)
                    ),
                    Source = JournalResolutionSource.Lookup,
                    At = journal.Clock.GetUtcNow(),
                },
                Token
            );
        });

        var list = await ToolRun.OfAsync(["list", "--duplicates", "--sqlite", Database]);
        var noted = await ResolveAsync("stuck", null, null, "--outcome", "Approved", "--transaction", "x", "--yes");

        Assert.Equal(["stuck", "order-1", "12.00 USD", "Approved"], Assert.Single(list.Rows)[4..8]);
        Assert.Equal("The order was also charged by 'second'.", list.Rows[0][8]);
        Assert.Equal((ExitCode.Done, "txn-stuck"), (noted.Code, noted.Fact("Transaction")));
        Assert.Empty((await ToolRun.OfAsync(["list", "--duplicates", "--sqlite", Database])).Rows);
    }

    [Fact]
    public async Task A_transaction_that_can_be_none_is_quoted()
    {
        var run = await ResolveAsync("stuck", null, null, "--outcome", "Approved", "--transaction", "a b", "--yes");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(
            "--transaction 'a b': must have one or more printable ASCII characters",
            run.Errors,
            StringComparison.Ordinal
        );
        Assert.Equal("Unknown", await OutcomeAsync("stuck"));
    }

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        string[] words = ["--outcome", "Approved", "--transaction", "txn-7", "--yes", "--change-closed"];
        await ResolveAsync("stuck", null, null, words);

        var again = await ResolveAsync("stuck", null, null, words);

        Assert.Equal((ExitCode.Done, "The payment already has this outcome."), (again.Code, again.Errors.Trim()));
    }

    [Fact]
    public async Task Ctrl_c_at_the_question_changes_nothing()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var reader = new HangingReader(source);

        var run = await ToolRun.OfAsync(
            ["resolve", "stuck", "--outcome", "NotSent", "--who", "Ada", "--why", "Seen.", "--sqlite", Database],
            answers: reader,
            canceling: source
        );

        reader.Dispose();
        Assert.Equal((ExitCode.Canceled, ""), (run.Code, run.Output));
        Assert.Equal("Unknown", await OutcomeAsync("stuck"));
    }

    private Task<ToolRun> ResolveAsync(string key, string? answers, int? width, params string[] words) =>
        ToolRun.OfAsync(
            ["resolve", key, "--who", "Ada", "--why", "Seen in the dashboard.", "--sqlite", Database, .. words],
            answers is null ? null : new StringReader(answers),
            width
        );

    private async Task<string?> OutcomeAsync(string key) =>
        (await ToolRun.OfAsync(["show", key, "--sqlite", Database])).Fact("Outcome");

    private async Task WithJournalAsync(Func<IPaymentJournal, Task> act)
    {
        await using var journal = await SqlitePaymentJournal.OpenAsync(
            new SqliteJournalOptions { Path = Database },
            cancellationToken: Token
        );
        await act(journal);
    }
}
