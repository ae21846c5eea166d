using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Rebilly.Tests.CommercialCards;

/// <summary>Tests against a stateful Rebilly, which accepts only custom fields that are defined.</summary>
public class CommercialSandboxTests
{
    private static readonly Customer Customer = new() { Id = "cus_1", CreateOrUpdate = true };

    [Fact]
    public async Task The_field_comes_back_as_it_was_sent_from_every_operation()
    {
        await using var world = await World.StartAsync("level_data");
        var token = TestContext.Current.CancellationToken;
        var text = CommercialDataText.Of(Orders.LevelThree, Currency.Usd);

        var sold = await world.Gateway.SaleAsync(Sale(), token);
        var authorized = await world.Gateway.AuthorizeAsync(Authorize(), token);
        var captured = await world.Gateway.CaptureAsync(
            new CaptureRequest
            {
                IdempotencyKey = new IdempotencyKey("capture-1"),
                Authorization = authorized.Transaction!,
                Amount = Some.Amount,
                CommercialCardData = Orders.LevelThree,
            },
            token
        );
        var credited = await world.Gateway.CreditAsync(
            Some.Credit("credit-1") with
            {
                PaymentMethod = new CustomerDefaultPaymentMethod(),
                CommercialCardData = Orders.LevelThree,
            },
            token
        );

        foreach (var result in new[] { sold, authorized, captured, credited })
        {
            Assert.Equal(PaymentOutcome.Approved, result.Outcome);
            Assert.Equal(CommercialDataLevel.LevelIII, result.CommercialData.SentLevel);
            Assert.Equal(text, await world.FieldAsync(result.Transaction!, "level_data"));
        }
    }

    [Fact]
    public async Task A_field_that_is_not_defined_is_refused_and_nothing_is_charged()
    {
        await using var world = await World.StartAsync("not_defined");

        var result = await world.Gateway.SaleAsync(Sale(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.InvalidRequest), (result.Outcome, result.Reason));
        Assert.Equal("customFields.not_defined", Assert.Single(result.Problems).Field);
        Assert.Empty(world.Sandbox.Ledger.Movements);
    }

    private static SaleRequest Sale() =>
        Some.Sale() with
        {
            Customer = Customer,
            PaymentMethod = Some.Card,
            BillingAddress = Some.Address,
            CommercialCardData = Orders.LevelThree,
        };

    private static AuthorizeRequest Authorize() =>
        Some.Authorize() with
        {
            OrderReference = new OrderReference("order-2"),
            Customer = Customer,
            PaymentMethod = Some.Card,
            BillingAddress = Some.Address,
            CommercialCardData = Orders.LevelThree,
        };

    private sealed class World(RebillySandbox sandbox, ServiceProvider services) : IAsyncDisposable
    {
        public RebillySandbox Sandbox => sandbox;

        public IPaymentGateway Gateway => services.GetRequiredService<IPaymentGateways>().Get("cards");

        public static async Task<World> StartAsync(string field)
        {
            var sandbox = await RebillySandbox.StartAsync(
                new RebillySandboxOptions { StartTime = ConformanceHarness.Start },
                TestContext.Current.CancellationToken
            );
            var services = new ServiceCollection();
            services.AddSingleton<TimeProvider>(sandbox.Clock);
            services.AddPayments(
                RebillyFixture.Section(
                    ("BaseUrl", sandbox.BaseAddress.AbsoluteUri),
                    ("OrganizationId", "org_sandbox"),
                    ("ApiKey", "sk_sandbox"),
                    ("WebsiteId", "web_sandbox"),
                    ("CommercialDataCustomField", field),
                    ("MaxCommercialDataLength", "4000")
                ),
                payments => payments.AddProvider<RebillyProvider>()
            );
            return new World(sandbox, services.BuildServiceProvider());
        }

        public async Task<string?> FieldAsync(TransactionReference transaction, string field)
        {
            using var client = new HttpClient { BaseAddress = sandbox.BaseAddress };
            client.DefaultRequestHeaders.Add("REB-APIKEY", "sk_sandbox");
            var json = await client.GetStringAsync(
                new Uri($"organizations/org_sandbox/transactions/{transaction.TransactionId}", UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            return JsonNode.Parse(json)!["customFields"]![field]?.GetValue<string>();
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await sandbox.DisposeAsync();
        }
    }
}
