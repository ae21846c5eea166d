using PaymentAbstractions.Journal;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Tool.Tests;

/// <summary>The output on which scripts rely, and the output for a terminal.</summary>
public sealed class OutputTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tool-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder.FullName, "payments.db");

    public async ValueTask InitializeAsync() => await WithJournalAsync(Filled.AddStuckAsync);

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_json_of_a_payment_is_as_documented()
    {
        var run = await RunAsync("show", "stuck", "--json");

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Errors));
        Assert.Equal(
            """
            {
              "key": "stuck",
              "environment": "Live",
              "gateway": "cards",
              "operation": "Sale",
              "state": "Unknown",
              "outcome": "Unknown",
              "reason": "NoTrustworthyAnswer",
              "message": "The line was cut.",
              "order": "order-1",
              "amount": 12.00,
              "currency": "USD",
              "transaction": null,
              "original": null,
              "duplicateOf": null,
              "started": "2020-01-01T00:00:00Z",
              "sendBy": "2020-01-01T00:01:00Z",
              "due": "2020-01-01T00:31:00Z",
              "recorded": "RECORDED",
              "lease": null,
              "observation": null,
              "revision": 2,
              "unpublished": false,
              "attempt": 2,
              "resends": 0,
              "attempts": [
                {
                  "number": 1,
                  "gateway": "cards",
                  "started": "2020-01-01T00:00:00Z",
                  "outcome": "NotSent",
                  "reason": null
                }
              ],
              "resolutions": [],
              "notifications": [],
              "guards": [
                {
                  "name": "shop:customer-7",
                  "places": []
                }
              ]
            }
            """.ReplaceLineEndings(),
            run.Output.Trim()
                .Replace(run.Json.GetProperty("recorded").GetString()!, "RECORDED", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_json_of_a_list_and_of_counts_has_the_same_names()
    {
        var list = (await RunAsync("list", "--json")).Json;
        var counts = (await RunAsync("counts", "--json")).Json;

        Assert.Equal(["stuck", "later"], list.EnumerateArray().Select(one => one.GetProperty("key").GetString()));
        Assert.Equal(
            """{"environment":"Live","open":0,"pending":0,"unknown":1,"unpublished":0,"duplicateCharges":0}""",
            string.Concat(counts[0].GetRawText().Where(letter => !char.IsWhiteSpace(letter)))
        );
    }

    [Fact]
    public async Task The_end_of_a_look_up_by_another_host_is_shown()
    {
        await WithJournalAsync(async journal =>
        {
            var stuck = (await journal.FindAsync(Filled.Intent("stuck").JournalKey, Token))!;
            await journal.LeaseAsync(stuck.Key, stuck.Revision, DateTimeOffset.UnixEpoch.AddYears(200), Token);
        });

        Assert.Equal("2170-01-01 00:00:00Z", (await RunAsync("show", "stuck")).Fact("Being looked up until"));
    }

    [Fact]
    public async Task The_last_reading_and_the_time_of_the_next_check_are_shown()
    {
        await WithJournalAsync(async journal =>
        {
            var intent = Filled.Intent("paid", order: "order-9");
            await Filled.AddAsync(journal, intent, PaymentOutcome.Approved);
            await journal.ObserveAsync(
                new JournalObservation
                {
                    Transaction = Filled.Result(intent, PaymentOutcome.Approved).Transaction!,
                    ReadAt = Filled.LongAgo.AddDays(3),
                    RefundedAmount = Money.Usd(5),
                    DisputeStatus = DisputeStatus.UnderReview,
                },
                Token
            );
        });

        Assert.Equal(
            "refunded 5.00 USD, dispute UnderReview, read 2020-01-04 00:00:00Z",
            (await RunAsync("show", "paid")).Fact("Observed")
        );
    }

    [Fact]
    public async Task Notifications_of_the_provider_are_shown()
    {
        await WithJournalAsync(async journal =>
        {
            var intent = Filled.Intent("paid", order: "order-9");
            await Filled.AddAsync(journal, intent, PaymentOutcome.Approved);
            await journal.NoteAsync(
                Filled.Result(intent, PaymentOutcome.Approved).Transaction!,
                new JournalNotification
                {
                    EventType = "transaction-refunded",
                    ProviderRevision = 4,
                    At = Filled.LongAgo.AddDays(3),
                },
                Token
            );
        });

        var shown = await RunAsync("show", "paid");
        var json = (await RunAsync("show", "paid", "--json")).Json;

        Assert.Equal("2020-01-04 00:00:00Z transaction-refunded, revision 4", shown.Fact("Notified"));
        Assert.Equal(4, json.GetProperty("notifications")[0].GetProperty("providerRevision").GetInt64());
    }

    [Fact]
    public async Task The_address_of_a_next_action_is_not_shown()
    {
        await WithJournalAsync(async journal =>
        {
            var intent = Filled.Intent("pending", order: "order-9");
            var begun = await journal.BeginAsync(intent, Token);
            var result = Filled.Result(intent, PaymentOutcome.Pending) with
            {
                NextAction = new RedirectAction { Url = new Uri("https://bank.example/very-secret") },
            };
            await journal.CompleteAsync(
                intent.JournalKey,
                begun.Entry!.Attempt,
                JournalOutcome.Of(result),
                cancellationToken: Token
            );
        });

        var json = await RunAsync("show", "pending", "--json");

        Assert.Equal("Pending", json.Json.GetProperty("outcome").GetString());
        Assert.DoesNotContain("very-secret", json.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("method-1", json.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(40)]
    public async Task A_terminal_shows_a_table_that_keeps_a_key_whole(int width)
    {
        var key = new string('k', IdempotencyKey.MaxLength);
        await WithJournalAsync(journal => Filled.AddAsync(journal, Filled.Intent(key, order: "order-9")));

        var run = await ToolRun.OfAsync(["list", "--sqlite", Database], width: width);

        Assert.Contains(key, run.Output, StringComparison.Ordinal);
        Assert.Contains("Environment", run.Output, StringComparison.Ordinal);
        Assert.Contains('│', run.Output);
        var shown = await ToolRun.OfAsync(["show", key, "--sqlite", Database], width: width);
        Assert.Contains($" {key}{Environment.NewLine}", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_may_begin_like_a_file_of_arguments()
    {
        await WithJournalAsync(journal => Filled.AddAsync(journal, Filled.Intent("@home", order: "order-9")));

        Assert.Equal("@home", (await RunAsync("show", "@home")).Fact("Key"));
    }

    [Fact]
    public async Task Elsewhere_a_row_is_one_line_regardless_of_a_providers_text()
    {
        var text = string.Join("\t\n\u001b[2J", Enumerable.Repeat("long", 200));
        await WithJournalAsync(async journal =>
        {
            var intent = Filled.Intent("odd", order: "order-9");
            var begun = await journal.BeginAsync(intent, Token);
            await journal.CompleteAsync(
                intent.JournalKey,
                begun.Entry!.Attempt,
                JournalOutcome.Of(Filled.Result(intent) with { Message = text }),
                cancellationToken: Token
            );
        });

        var row = (await RunAsync("list")).Rows.Single(one => one[4] == "odd");

        Assert.Equal(9, row.Length);
        Assert.Equal(200, row[8].Split("long").Length - 1);
        Assert.DoesNotContain(row[8], char.IsControl);
    }

    private Task<ToolRun> RunAsync(params IReadOnlyList<string> words) =>
        ToolRun.OfAsync([.. words, "--sqlite", Database]);

    private async Task WithJournalAsync(Func<IPaymentJournal, Task> act)
    {
        await using var journal = await SqlitePaymentJournal.OpenAsync(
            new SqliteJournalOptions { Path = Database },
            cancellationToken: Token
        );
        await act(journal);
    }
}
