using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Journal.Sqlite;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Tool.Tests;

/// <summary>A payment whose answer was lost is looked up at an emulated provider with the application's settings.</summary>
public sealed class LookUpTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tool-");
    private VirtualTerminalSandbox? _sandbox;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Settings => Path.Combine(_folder.FullName, "settings.json");

    private string Database => Path.Combine(_folder.FullName, "payments.db");

    [Fact]
    public async Task The_state_at_the_provider_is_recorded()
    {
        await StartAsync();
        await SellWithoutAnAnswerAsync();

        var run = await ToolRun.OfAsync(["look-up", "stuck", "--config", Settings]);

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Errors));
        Assert.Equal("Approved", run.Fact("Outcome"));
        Assert.EndsWith(
            "Unknown -> Approved by Lookup: Found at the provider.",
            run.Fact("Changed"),
            StringComparison.Ordinal
        );
        Assert.Single(_sandbox!.Ledger.Movements);
    }

    [Fact]
    public async Task A_look_up_that_proves_nothing_is_reported_with_its_reason_and_candidates()
    {
        await StartAsync();
        await SellWithoutAnAnswerAsync();
        await _sandbox!.DisposeAsync();

        var run = await ToolRun.OfAsync(["look-up", "stuck", "--config", Settings, "--json"]);

        Assert.Equal(ExitCode.Refused, run.Code);
        var found = run.Json.GetProperty("lookUp");
        Assert.Equal("LookupFailed", found.GetProperty("status").GetString());
        Assert.Equal(
            $"The payment stays unresolved. LookupFailed: {found.GetProperty("reason").GetString()}",
            run.Errors.Trim()
        );
        Assert.Empty(found.GetProperty("candidates").EnumerateArray());
    }

    [Fact]
    public void The_candidates_are_ids_for_a_person_to_choose_from()
    {
        var now = Filled.LongAgo;
        var entry = new JournalEntry
        {
            Intent = Filled.Intent("stuck"),
            Attempt = 1,
            FirstStartedAt = now,
        };
        var account = entry.Intent.Account;
        var found = new UnresolvedPayment
        {
            Entry = entry,
            DueAt = now,
            LookedUpAt = now,
            LastStatus = FindStatus.Ambiguous,
            Reason = "Two transactions fit.",
            Candidates = [new("cards", account, "txn-1"), new("cards", account, "txn-2")],
        };

        var output = LookUpOutput.Of(found, now);

        Assert.Equal(["txn-1", "txn-2"], output.Candidates);
        Assert.Equal(
            "The payment stays unresolved. Ambiguous: Two transactions fit. It could be one of: txn-1, txn-2.",
            output.ToSentence()
        );
    }

    [Fact]
    public async Task A_payment_that_may_be_running_is_not_looked_up_yet()
    {
        await StartAsync();
        var started = TimeProvider.System.GetUtcNow();
        await WithJournalAsync(journal => Filled.AddAsync(journal, Filled.Intent("open", started)));

        var run = await ToolRun.OfAsync(["look-up", "open", "--config", Settings, "--json"]);

        Assert.Equal(ExitCode.Refused, run.Code);
        var due = run.Json.GetProperty("lookUp").GetProperty("notBefore").GetDateTime();
        Assert.Equal(
            $"The payment stays unresolved: it is not looked up before {Report.Text(due)}, because the attempt may be in progress.",
            run.Errors.Trim()
        );
        Assert.True(due > started.UtcDateTime.AddMinutes(1));
    }

    [Fact]
    public async Task A_payment_that_another_host_looks_up_is_left_to_it()
    {
        await StartAsync();
        await SellWithoutAnAnswerAsync();
        var until = TimeProvider.System.GetUtcNow().AddHours(1);
        await WithJournalAsync(async journal =>
        {
            var key = new JournalKey(GatewayEnvironment.Sandbox, new IdempotencyKey("stuck"));
            var entry = (await journal.FindAsync(key, Token))!;
            await journal.LeaseAsync(key, entry.Revision, until, Token);
        });

        var run = await ToolRun.OfAsync(["look-up", "stuck", "--config", Settings]);

        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.Equal(
            $"The payment stays unresolved: another host is looking it up until {Report.Text(until)}.",
            run.Errors.Trim()
        );
        Assert.Equal(Report.Text(until), run.Fact("Being looked up until"));
    }

    [Fact]
    public async Task A_decision_with_the_settings_uses_the_longer_of_the_two_times()
    {
        await StartAsync();
        await SellWithoutAnAnswerAsync();

        var run = await ToolRun.OfAsync([
            "resolve",
            "stuck",
            "--outcome",
            "NotSent",
            "--who",
            "Ada",
            "--why",
            "Not in the list.",
            "--yes",
            "--config",
            Settings,
        ]);

        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.StartsWith(
            "Nothing was changed: the attempt may be in progress until",
            run.Errors,
            StringComparison.Ordinal
        );
        var approved = await ToolRun.OfAsync([
            "resolve",
            "stuck",
            "--outcome",
            "Approved",
            "--transaction",
            "4711",
            "--who",
            "Ada",
            "--why",
            "In the list.",
            "--yes",
            "--config",
            Settings,
        ]);
        Assert.Equal((ExitCode.Done, "4711"), (approved.Code, approved.Fact("Transaction")));
        // The settings declare that this provider never changes outcomes.
        Assert.Null(approved.Fact("Next check"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private async Task StartAsync()
    {
        _sandbox = await VirtualTerminalSandbox.StartAsync(cancellationToken: Token);
        await WriteSettingsAsync();
    }

    private async Task WithJournalAsync(Func<IPaymentJournal, Task> act)
    {
        await using var journal = await SqlitePaymentJournal.OpenAsync(
            new SqliteJournalOptions { Path = Database },
            cancellationToken: Token
        );
        await act(journal);
    }

    private Task WriteSettingsAsync()
    {
        var account = new VirtualTerminalSandboxOptions().Accounts[0];
        var settings = new
        {
            Payments = new
            {
                Default = "terminal",
                Journal = new { Kind = "Sqlite", Path = Database },
                Gateways = new
                {
                    terminal = new
                    {
                        Provider = "VirtualTerminal",
                        Environment = "Sandbox",
                        MerchantId = account.Mid,
                        account.ApiKey,
                        BaseUrl = _sandbox!.BaseAddress,
                    },
                },
            },
        };
        return File.WriteAllTextAsync(Settings, JsonSerializer.Serialize(settings), Token);
    }

    private async Task SellWithoutAnAnswerAsync()
    {
        var customer = _sandbox!.AddCustomer("Ada");
        var method = _sandbox.AddPaymentMethod(customer, cardLast4: "4242");
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPayments(new ConfigurationBuilder().AddJsonFile(Settings).Build().GetSection("Payments"));
        await using var provider = services.BuildServiceProvider();
        _sandbox.Faults.Enqueue(SandboxFault.ResetAfterProcessing);
        var sold = await provider
            .GetRequiredService<IPaymentGateway>()
            .SaleAsync(
                new SaleRequest
                {
                    IdempotencyKey = new IdempotencyKey("stuck"),
                    OrderReference = new OrderReference("order-1"),
                    Amount = Money.Usd(12.34m),
                    PaymentMethod = PaymentMethod.Stored(method.ToString(CultureInfo.InvariantCulture)),
                    Customer = new Customer { Id = customer.ToString(CultureInfo.InvariantCulture) },
                },
                Token
            );
        Assert.Equal(PaymentOutcome.Unknown, sold.Outcome);
    }
}
