using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool.Tests;

/// <summary>The commands, on both databases.</summary>
public abstract class ToolTests : IAsyncLifetime
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The arguments that name the journal.</summary>
    protected abstract IReadOnlyList<string> Place { get; }

    public abstract ValueTask InitializeAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Unresolved_payments_are_listed_oldest_first_with_their_reasons()
    {
        var run = await RunAsync("list");

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Errors));
        Assert.Equal(
            [
                [
                    "2020-01-01 00:00:00Z",
                    "Live",
                    "cards",
                    "Sale",
                    "stuck",
                    "order-1",
                    "12.00 USD",
                    "Unknown",
                    "NoTrustworthyAnswer: The line was cut.",
                ],
                [
                    "2020-01-02 00:00:00Z",
                    "Sandbox",
                    "cards",
                    "Sale",
                    "later",
                    "order-2",
                    "12.00 USD",
                    "Unknown",
                    "NoTrustworthyAnswer: The line was cut.",
                ],
            ],
            run.Rows
        );
    }

    [Theory]
    [InlineData("live", "stuck")]
    [InlineData("Sandbox", "later")]
    public async Task A_list_and_the_counts_can_be_those_of_one_environment(string environment, string key)
    {
        var list = await RunAsync("list", "--environment", environment);
        var counts = await RunAsync("counts", "--environment", environment);

        Assert.Equal(key, Assert.Single(list.Rows)[4]);
        Assert.Equal("1", Assert.Single(counts.Rows)[3]);
    }

    [Fact]
    public async Task A_list_says_that_there_are_more()
    {
        var cut = await RunAsync("list", "--limit", "1");
        var whole = await RunAsync("list", "--limit", "2");

        Assert.Equal("stuck", Assert.Single(cut.Rows)[4]);
        Assert.Equal("There are more than 1; --limit shows more.", cut.Errors.Trim());
        Assert.Equal("", whole.Errors);
    }

    [Fact]
    public async Task Unpublished_resolutions_are_listed()
    {
        Assert.Empty((await RunAsync("list", "--unpublished")).Rows);
        await ResolveAsync("--outcome", "Approved", "--transaction", "txn-7");

        var run = await RunAsync("list", "--unpublished", "--environment", "Live");

        Assert.Equal(("stuck", "Approved"), (Assert.Single(run.Rows)[4], run.Rows[0][7]));
        Assert.Empty((await RunAsync("list", "--unpublished", "--environment", "Sandbox")).Rows);
        Assert.Equal(
            "The application has not handled the outcome yet.",
            (await RunAsync("show", "stuck")).Fact("Unpublished")
        );
    }

    [Fact]
    public async Task One_is_shown_with_its_reason_its_times_and_its_earlier_attempts()
    {
        var run = await RunAsync("show", "stuck");

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Errors));
        Assert.Equal("NoTrustworthyAnswer: The line was cut.", run.Fact("Reason"));
        Assert.Equal("2020-01-01 00:01:00Z", run.Fact("May be sent until"));
        Assert.Equal("1: 2020-01-01 00:00:00Z at cards, NotSent", run.Fact("Earlier attempt"));
        Assert.Equal("shop:customer-7: free", run.Fact("Guard"));
        Assert.Equal("2", run.Fact("Attempt"));
        Assert.Null(run.Fact("Being looked up until"));
    }

    [Fact]
    public async Task The_holder_of_a_guard_and_the_waiting_attempts_are_shown()
    {
        var now = TimeProvider.System.GetUtcNow();
        await WithJournalAsync(async journal =>
        {
            await Filled.AddAsync(journal, Filled.Intent("first", now, "order-3"));
            await Filled.AddAsync(journal, Filled.Intent("second", now, "order-4"));
        });

        var run = await RunAsync("show", "second");

        // An attempt that is still queued cannot have been sent, and leaves the queue at its send-by time.
        var (held, waits) = (Report.Text(now.AddMinutes(31)), Report.Text(now.AddMinutes(1)));
        Assert.Equal(
            $"shop:customer-7: held by Live first until {held}; waits: Live second until {waits}",
            run.Fact("Guard")
        );
        Assert.Equal(
            "No outcome was recorded: the attempt is waiting, or its process ended before sending it.",
            run.Fact("Reason")
        );
    }

    [Fact]
    public async Task No_reason_is_shown_when_there_is_none()
    {
        await WithJournalAsync(journal =>
            Filled.AddAsync(journal, Filled.Intent("paid", order: "order-9"), PaymentOutcome.Approved)
        );

        Assert.Null((await RunAsync("show", "paid")).Fact("Reason"));
    }

    [Fact]
    public async Task A_missing_payment_is_reported()
    {
        var run = await RunAsync("show", "nowhere", "--environment", "Live");

        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.Equal("The journal does not contain a payment with the key 'nowhere' in Live.", run.Errors.Trim());
    }

    [Fact]
    public async Task One_that_both_environments_know_needs_a_name_of_one()
    {
        await WithJournalAsync(journal =>
            Filled.AddAsync(
                journal,
                Filled.Intent("stuck", order: "order-5") with
                {
                    Environment = GatewayEnvironment.Sandbox,
                    Account = AccountFingerprint.Of("Provider", "Sandbox", "other"),
                }
            )
        );

        var run = await RunAsync("show", "stuck");

        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.StartsWith(
            "--environment: must be given, because the key 'stuck'",
            run.Errors,
            StringComparison.Ordinal
        );
        Assert.Equal("order-5", (await RunAsync("show", "stuck", "--environment", "Sandbox")).Fact("Order"));
    }

    [Fact]
    public async Task One_is_closed_by_hand_with_who_and_why_and_is_due_for_a_check_at_once()
    {
        var before = TimeProvider.System.GetUtcNow().AddSeconds(-1).UtcDateTime;

        var run = await ResolveAsync("--outcome", "approved", "--transaction", "txn-7");

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Errors));
        var shown = await RunAsync("show", "stuck");
        Assert.EndsWith(
            "Unknown -> Approved by Ada: Seen in the dashboard.",
            shown.Fact("Changed"),
            StringComparison.Ordinal
        );
        Assert.Equal("txn-7", shown.Fact("Transaction"));
        var due = (await RunAsync("show", "stuck", "--json")).Json.GetProperty("due").GetDateTime();
        Assert.InRange(due, before, TimeProvider.System.GetUtcNow().AddSeconds(1).UtcDateTime);
        Assert.Equal("0", (await RunAsync("counts")).Rows[0][3]);
        await WithJournalAsync(async journal =>
            Assert.Equal(
                "stuck",
                Assert
                    .Single(await journal.ClaimChecksAsync("cards", journal.Clock.GetUtcNow().AddMinutes(1), 10, Token))
                    .Key.Key.Value
            )
        );
    }

    [Fact]
    public async Task A_payment_that_may_be_running_cannot_be_closed_as_not_sent()
    {
        var now = TimeProvider.System.GetUtcNow();
        await WithJournalAsync(journal =>
            Filled.AddAsync(journal, Filled.Intent("fresh", now.AddMinutes(-2), "order-6"), PaymentOutcome.Unknown)
        );

        var run = await RunAsync([.. Resolve("fresh"), "--outcome", "NotSent"]);

        // It can no longer be sent, and its entry says that its exchange may take half an hour.
        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.Equal(
            $"Nothing was changed: the attempt may be in progress until {Report.Text(now.AddMinutes(29))}. Before that, only Approved is allowed.",
            run.Errors.Trim()
        );
        Assert.Equal("Unknown", (await RunAsync("show", "fresh")).Fact("State"));
        var approved = await RunAsync([.. Resolve("fresh"), "--outcome", "Approved", "--transaction", "txn-8"]);
        Assert.Equal(ExitCode.Done, approved.Code);
    }

    [Fact]
    public async Task A_missing_option_is_reported_and_nothing_is_changed()
    {
        var run = await ResolveAsync("--outcome", "Approved");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.StartsWith("Nothing was changed:", run.Errors, StringComparison.Ordinal);
        Assert.Contains("--transaction: must be given when money moved", run.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("list")).Rows.Length);
    }

    [Fact]
    public async Task The_schema_is_brought_up_to_date_as_often_as_one_likes()
    {
        Assert.Equal(ExitCode.Done, (await RunAsync("migrate")).Code);
        Assert.True((await RunAsync("migrate", "--json")).Json.GetProperty("upToDate").GetBoolean());
    }

    [Fact]
    public async Task An_older_schema_is_reported_and_left_alone()
    {
        var version = await AgeAsync();

        foreach (
            var command in (string[][])
                [
                    ["list"],
                    ["counts"],
                    ["show", "stuck"],
                    [.. Resolve("stuck"), "--outcome", "NotSent"],
                ]
        )
        {
            var run = await RunAsync(command);

            Assert.Equal(ExitCode.Unavailable, run.Code);
            Assert.Contains(
                $"has schema version {version}, but version {version + 1} is needed. It may not be upgraded here: run `payments migrate`",
                run.Errors.Trim(),
                StringComparison.Ordinal
            );
        }

        Assert.Equal(version, await VersionAsync());
    }

    [Fact]
    public async Task A_damaged_entry_is_reported_and_the_others_are_listed()
    {
        await DamageAsync();

        var list = await RunAsync("list");
        var show = await RunAsync("show", "stuck");

        Assert.Equal("later", Assert.Single(list.Rows)[4]);
        Assert.Equal((ExitCode.Unavailable, ExitCode.Unavailable), (list.Code, show.Code));
        Assert.StartsWith("The journal is damaged:", list.Errors, StringComparison.Ordinal);
        Assert.StartsWith("The journal is damaged:", show.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", show.Errors, StringComparison.Ordinal);
    }

    /// <summary>Removes the last version of the schema.</summary>
    /// <returns>The remaining version.</returns>
    protected abstract Task<int> AgeAsync();

    protected abstract Task<int> VersionAsync();

    /// <summary>Makes the entry of <c>stuck</c> unreadable.</summary>
    protected abstract Task DamageAsync();

    protected abstract Task WithJournalAsync(Func<IPaymentJournal, Task> act);

    protected Task<ToolRun> RunAsync(params IReadOnlyList<string> words) => ToolRun.OfAsync([.. words, .. Place]);

    protected Task<ToolRun> ResolveAsync(params IReadOnlyList<string> words) =>
        RunAsync([.. Resolve("stuck"), .. words]);

    protected static string[] Resolve(string key) =>
        ["resolve", key, "--who", "Ada", "--why", "Seen in the dashboard.", "--yes"];
}
