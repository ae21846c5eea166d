using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Tool.Tests;

/// <summary>The tool alone compares the journal of an application with its provider's list.</summary>
public sealed class ReconcileTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tool-");
    private RebillySandbox _sandbox = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Settings => Path.Combine(_folder.FullName, "settings.json");

    private static string Yesterday =>
        TimeProvider.System.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Tomorrow =>
        TimeProvider.System.GetUtcNow().AddDays(1).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public async ValueTask InitializeAsync()
    {
        _sandbox = await RebillySandbox.StartAsync(cancellationToken: Token);
        var account = new RebillySandboxAccount();
        var settings = new
        {
            Payments = new
            {
                Default = "cards-eu",
                Journal = new { Kind = "Sqlite", Path = Path.Combine(_folder.FullName, "payments.db") },
                Gateways = new Dictionary<string, object>
                {
                    ["cards-eu"] = new
                    {
                        Provider = "Rebilly",
                        Environment = "Sandbox",
                        account.OrganizationId,
                        account.ApiKey,
                        account.WebsiteId,
                        BaseUrl = _sandbox.BaseAddress,
                    },
                },
            },
        };
        await File.WriteAllTextAsync(Settings, JsonSerializer.Serialize(settings), Token);
        await SellAsync(1, 2, 3);
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Where_nothing_differs_it_says_so()
    {
        var run = await ReconcileAsync();

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Empty(run.Rows);
        Assert.Equal(
            "NotVerifiable: 0, Matched: 3, MissingInJournal: 0, MissingAtProvider: 0, OtherAmount: 0, OtherOutcome: 0, ChargedTwice: 0",
            run.Errors.Trim()
        );
    }

    [Fact]
    public async Task A_charge_by_hand_is_shown_and_the_exit_code_is_1()
    {
        var id = await ChargeByHandAsync();

        var run = await ReconcileAsync();
        var json = (await ReconcileAsync("--json", "--all")).Json;
        var terminal = await ToolRun.OfAsync(Words(), width: 200);

        Assert.Equal(ExitCode.Refused, run.Code);
        var row = Assert.Single(run.Rows);
        Assert.Equal(("MissingInJournal", "Sale", id, "77.00 USD"), (row[0], row[2], row[5], row[9]));
        Assert.Equal(3, json.GetProperty("counts").GetProperty("Matched").GetInt32());
        Assert.Equal(4, json.GetProperty("lines").GetArrayLength());
        Assert.Equal("key-1", json.GetProperty("lines")[0].GetProperty("key").GetString());
        Assert.Contains(id, terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comma_separated_values_have_every_line_and_no_formula()
    {
        await SellAsync(order: "=HYPERLINK(\"x\",1)", numbers: 4);

        var run = await ReconcileAsync("--csv");

        var lines = run.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length);
        Assert.Equal(
            "status,at,operation,key,order,transaction,others,candidates,outcome,amount,currency,shownOutcome,shownAmount,shownCurrency,explanation",
            lines[0]
        );
        Assert.StartsWith("Matched,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",,,Approved,11.00,USD,Approved,11.00,USD,", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\",1)\"", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_says_how_many_are_left_out()
    {
        var run = await ReconcileAsync("--all", "--limit", "2");

        Assert.Equal(2, run.Rows.Length);
        Assert.Contains("1 more lines are not shown", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_shown_where_the_errors_go_to_a_terminal()
    {
        var run = await ToolRun.OfAsync(Words(), progressWidth: 80);

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("100%", run.Errors, StringComparison.Ordinal);
        Assert.Contains("Matched: 3", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_breaks_off_is_reported()
    {
        // The list has more than one page, and the second page breaks off.
        for (var number = 0; number < 210; number++)
        {
            await ChargeByHandAsync();
        }

        _sandbox.Faults.Enqueue(
            SandboxFault.TruncatedBody,
            request => request.Path.Contains("offset=200", StringComparison.Ordinal)
        );

        var run = await ReconcileAsync("--all");

        Assert.Equal(ExitCode.Unavailable, run.Code);
        Assert.Contains("The comparison is not complete:", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_arguments_are_reported_before_anything_is_read()
    {
        var reads = _sandbox.Traffic.Requests.Count;
        var noConfig = await ToolRun.OfAsync(["reconcile", "--gateway", "cards-eu", "--from", "2026-01-01"]);
        var noTime = await ReconcileAsync("--from", "last week");
        foreach (var text in new[] { "01/02/2026", "10:00", "2026-1-2", "yesterday" })
        {
            Assert.Equal(ExitCode.Usage, (await ReconcileAsync("--from", text)).Code);
        }

        Assert.Equal(ExitCode.Usage, (await ReconcileAsync("--csv", "--json")).Code);
        var noGateway = await ToolRun.OfAsync([
            "reconcile",
            "--config",
            Settings,
            "--gateway",
            "other",
            "--from",
            "2026-02-01",
            "--until",
            "2026-01-01",
        ]);

        Assert.Equal((ExitCode.Usage, ExitCode.Usage, ExitCode.Usage), (noConfig.Code, noTime.Code, noGateway.Code));
        Assert.Contains("use --config FILE", noConfig.Errors, StringComparison.Ordinal);
        Assert.Contains("'last week'", noTime.Errors, StringComparison.Ordinal);
        Assert.Contains("'other'", noGateway.Errors, StringComparison.Ordinal);
        Assert.Contains("not after", noGateway.Errors, StringComparison.Ordinal);
        Assert.Equal(reads, _sandbox.Traffic.Requests.Count);
    }

    private string[] Words(params string[] more) =>
        more.Contains("--from")
            ? ["reconcile", "--config", Settings, "--gateway", "cards-eu", .. more]
            :
            [
                "reconcile",
                "--config",
                Settings,
                "--gateway",
                "cards-eu",
                "--from",
                Yesterday,
                "--until",
                Tomorrow,
                .. more,
            ];

    private Task<ToolRun> ReconcileAsync(params string[] more) => ToolRun.OfAsync(Words(more));

    private Task SellAsync(params int[] numbers) => SellAsync(order: null, numbers);

    private async Task SellAsync(string? order, params int[] numbers)
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Settings).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPayments(configuration.GetSection("Payments"));
        await using var provider = services.BuildServiceProvider();
        var gateway = provider.GetRequiredService<IPaymentGateway>();
        foreach (var number in numbers)
        {
            var sold = await gateway.SaleAsync(
                new SaleRequest
                {
                    IdempotencyKey = new IdempotencyKey($"key-{number}"),
                    OrderReference = new OrderReference(order ?? $"order-{number}"),
                    Amount = Money.Usd(10m + number),
                    Customer = new Customer { Id = "cus_1", CreateOrUpdate = true },
                    PaymentMethod = new PaymentCard
                    {
                        Number = new CardNumber("4111111111111111"),
                        ExpiryMonth = 12,
                        ExpiryYear = 2049,
                        SecurityCode = new SecurityCode("123"),
                    },
                    BillingAddress = new Address { LastName = "Lovelace", Country = "GB" },
                },
                Token
            );
            Assert.True(sold.IsApproved, sold.ToString());
        }
    }

    private async Task<string> ChargeByHandAsync()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("REB-APIKEY", new RebillySandboxAccount().ApiKey);
        using var answer = await http.PostAsJsonAsync(
            $"{_sandbox.BaseAddress}organizations/org_sandbox/transactions",
            new
            {
                type = "sale",
                websiteId = "web_sandbox",
                customerId = "cus_1",
                currency = "USD",
                amount = 77,
            },
            Token
        );
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token));
        return body.RootElement.GetProperty("id").GetString()!;
    }
}
