using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Rebilly;
using PaymentAbstractions.Sandbox;
using PaymentAbstractions.VirtualTerminal;

namespace PaymentAbstractions.Conventions;

/// <summary>
/// The table of commercial card fields matches the behavior of the gateways: each field is sent to both emulated providers at both
/// levels, and left out, and the table must show the outcome.
/// </summary>
public sealed class CommercialFieldTableTests : IAsyncLifetime
{
    private const string Page = "docs/commercial-card-fields.md";

    private static int _orders;

    private RebillySandbox _rebilly = null!;
    private VirtualTerminalSandbox _terminal = null!;
    private ServiceProvider _services = null!;
    private string _card = "";

    public async ValueTask InitializeAsync()
    {
        var token = TestContext.Current.CancellationToken;
        var start = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        _rebilly = await RebillySandbox.StartAsync(new RebillySandboxOptions { StartTime = start }, token);
        _terminal = await VirtualTerminalSandbox.StartAsync(
            new VirtualTerminalSandboxOptions { StartTime = start },
            token
        );
        var account = new RebillySandboxAccount();
        var merchant = new VirtualTerminalSandboxAccount();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Payments:Default"] = "rebilly",
                    ["Payments:Journal"] = "InMemory",
                    ["Payments:Resilience:MaxRetries"] = "0",
                    ["Payments:Resilience:MaxLookupRetries"] = "0",
                    ["Payments:Resilience:FailureRatio"] = "0",
                    ["Payments:Gateways:rebilly:Provider"] = "Rebilly",
                    ["Payments:Gateways:rebilly:Environment"] = "Sandbox",
                    ["Payments:Gateways:rebilly:BaseUrl"] = $"{_rebilly.BaseAddress}",
                    ["Payments:Gateways:rebilly:OrganizationId"] = account.OrganizationId,
                    ["Payments:Gateways:rebilly:WebsiteId"] = account.WebsiteId,
                    ["Payments:Gateways:rebilly:ApiKey"] = account.ApiKey,
                    ["Payments:Gateways:rebilly:CommercialDataCustomField"] = "level_data",
                    ["Payments:Gateways:rebilly:MaxCommercialDataLength"] = "4000",
                    ["Payments:Gateways:terminal:Provider"] = "VirtualTerminal",
                    ["Payments:Gateways:terminal:Environment"] = "Sandbox",
                    ["Payments:Gateways:terminal:BaseUrl"] = $"{_terminal.BaseAddress}",
                    ["Payments:Gateways:terminal:ApiKey"] = merchant.ApiKey,
                    ["Payments:Gateways:terminal:MerchantId"] = merchant.Mid,
                }
            )
            .Build();
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_rebilly.Clock)
            .AddPayments(
                configuration.GetSection("Payments"),
                payments => payments.AddProvider<RebillyProvider>().AddProvider<VirtualTerminalProvider>()
            )
            .Services.BuildServiceProvider();
        await StoreCardAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _rebilly.DisposeAsync();
        await _terminal.DisposeAsync();
    }

    [Fact]
    public async Task The_page_shows_what_becomes_of_each_field()
    {
        var text = new StringBuilder();
        text.Append(
            "| field | needed for | Rebilly, II | Rebilly, III | VirtualTerminal, II | VirtualTerminal, III |\n"
        );
        text.Append("| --- | --- | --- | --- | --- | --- |\n");
        foreach (var field in CommercialField.All)
        {
            string[] cells =
            [
                field.Name,
                NeededFor(field),
                await CellAsync(field, "rebilly", RequestedDataLevel.LevelII),
                await CellAsync(field, "rebilly", RequestedDataLevel.LevelIII),
                await CellAsync(field, "terminal", RequestedDataLevel.LevelII),
                await CellAsync(field, "terminal", RequestedDataLevel.LevelIII),
            ];
            text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
        }

        var table = text.ToString();

        var page = Repository.Read(Page).ReplaceLineEndings("\n");
        Assert.True(page.Contains(table, StringComparison.Ordinal), $"{Page} must hold this table:\n\n{table}");
    }

    [Fact]
    public void The_table_has_every_field_of_the_model()
    {
        var named = CommercialField
            .All.SelectMany(field => field.With(CommercialField.Order).GivenFields())
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(named.Except(CommercialField.All.Select(field => field.Name), StringComparer.Ordinal));
        Assert.All(
            CommercialField.All,
            field => Assert.Contains(field.Name, field.With(CommercialField.Order).GivenFields())
        );
    }

    private static string NeededFor(CommercialField field) =>
        CommercialCardClassifier.Classify(field.Without(CommercialField.Order)).Level switch
        {
            CommercialDataLevel.LevelI => "II and III",
            CommercialDataLevel.LevelII => "III",
            _ => "-",
        };

    private async Task<string> CellAsync(CommercialField field, string gateway, RequestedDataLevel level)
    {
        if (await SendAsync(field.With(CommercialField.Order), gateway, level) is not { } result)
        {
            return "refused";
        }

        if (result.CommercialData.DroppedFields.Contains(field.Name))
        {
            return "left out";
        }

        return await SendAsync(field.Without(CommercialField.Order), gateway, level) is null ? "needed" : "kept";
    }

    private async Task StoreCardAsync()
    {
        var token = TestContext.Current.CancellationToken;
        Assert.True(
            _services.GetRequiredService<IPaymentGateways>().Get("rebilly").TryGet<ICustomerVault>(out var vault)
        );
        await vault.UpsertCustomerAsync(new Customer { Id = "cus_1" }, token);
        var stored = await vault.StorePaymentMethodAsync(
            new StorePaymentMethodRequest
            {
                CustomerId = "cus_1",
                BillingAddress = new Address { FirstName = "Ada", Country = "US" },
                PaymentMethod = new PaymentCard
                {
                    Number = new CardNumber("4111111111111111"),
                    ExpiryMonth = 12,
                    ExpiryYear = 2030,
                    SecurityCode = new SecurityCode("123"),
                },
            },
            token
        );
        _card = stored.Id ?? "";
    }

    /// <returns>The result, or null when the order is refused before anything is sent.</returns>
    private async Task<PaymentResult?> SendAsync(CommercialCardData data, string gateway, RequestedDataLevel level)
    {
        data = data with { RequestedLevel = level, WhenNotExpressible = WhenNotExpressible.DropAndReport };
        var number = Interlocked.Increment(ref _orders);
        var request = new SaleRequest
        {
            IdempotencyKey = new IdempotencyKey($"field-{number}"),
            OrderReference = new OrderReference($"field-{number}"),
            Amount = data.LineItems.Count > 0 ? CommercialCardTotals.Of(data, Currency.Usd).Amount : Money.Usd(96.60m),
            PaymentMethod = PaymentMethod.Stored(gateway == "terminal" ? "9001" : _card),
            Customer = new Customer { Id = gateway == "terminal" ? "7001" : "cus_1" },
        };
        try
        {
            var result = await _services
                .GetRequiredService<IPaymentGateways>()
                .Get(gateway)
                .SaleAsync(request with { CommercialCardData = data }, TestContext.Current.CancellationToken);
            Assert.Equal(PaymentOutcome.Approved, result.Outcome);
            return result;
        }
        catch (PaymentRequestException exception)
        {
            Assert.All(exception.Problems, problem => Assert.StartsWith("CommercialCardData", problem.Field));
            return null;
        }
    }
}
