using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Against a stateful Rebilly with each profile, nothing is charged or given back twice.</summary>
public class EveryProfileTests
{
    public static TheoryData<string> Profiles => [.. RebillySandboxProfile.All.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_sale_whose_answer_is_lost_charges_once(string profile)
    {
        await using var world = await World.StartAsync(profile);
        world.Sandbox.Faults.Enqueue(SandboxFault.ResetAfterProcessing);
        var token = TestContext.Current.CancellationToken;

        var lost = await world.Gateway.SaleAsync(Sale("key-1"), token);
        var again = await world.Gateway.SaleAsync(Sale("key-1"), token);

        Assert.Equal(PaymentOutcome.Unknown, lost.Outcome);
        Assert.True(again.Outcome is PaymentOutcome.Approved or PaymentOutcome.Unknown, $"{again}");
        Assert.Equal(1, world.Sandbox.Ledger.CountCharges("cus_1"));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_capture_whose_answer_is_lost_charges_once(string profile)
    {
        await using var world = await World.StartAsync(profile);
        var token = TestContext.Current.CancellationToken;
        var authorized = await world.Gateway.AuthorizeAsync(Authorize(), token);
        var capture = new CaptureRequest
        {
            IdempotencyKey = new IdempotencyKey("key-1"),
            Authorization = authorized.Transaction!,
            Amount = Some.Amount,
        };
        world.Sandbox.Faults.Enqueue(SandboxFault.ResetAfterProcessing);

        await world.Gateway.CaptureAsync(capture, token);
        var again = await world.Gateway.CaptureAsync(capture, token);
        var other = await world.Gateway.CaptureAsync(
            capture with
            {
                IdempotencyKey = new IdempotencyKey("key-2"),
            },
            token
        );

        Assert.NotEqual(PaymentOutcome.Declined, again.Outcome);
        Assert.False(other.Outcome is PaymentOutcome.Approved or PaymentOutcome.Declined, $"{other}");
        Assert.Equal(profile is "ListOmitsSome" or "Pessimistic" ? 0 : 1, world.Sandbox.Ledger.CountCharges("cus_1"));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_refund_whose_answer_is_lost_gives_back_once(string profile)
    {
        await using var world = await World.StartAsync(profile);
        var token = TestContext.Current.CancellationToken;
        var sold = await world.Gateway.SaleAsync(Sale("key-1"), token);
        world.Sandbox.SettleAll();
        var refund = new RefundRequest
        {
            IdempotencyKey = new IdempotencyKey("key-2"),
            Transaction = sold.Transaction!,
            Amount = Some.Usd(5),
        };
        world.Sandbox.Faults.Enqueue(SandboxFault.ResetAfterProcessing);

        var lost = await world.Gateway.RefundAsync(refund, token);
        var again = await world.Gateway.RefundAsync(refund, token);
        var rest = await world.Gateway.RefundAsync(
            refund with
            {
                IdempotencyKey = new IdempotencyKey("key-3"),
                Amount = Some.Usd(7.51m),
            },
            token
        );

        Assert.Equal(PaymentOutcome.Unknown, lost.Outcome);
        Assert.True(again.Outcome is PaymentOutcome.Approved or PaymentOutcome.Unknown, $"{again}");
        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.ExceedsAvailableAmount), (rest.Outcome, rest.Reason));
        Assert.Equal(7.50m, world.Sandbox.Ledger.NetCharged("cus_1"));
    }

    private static SaleRequest Sale(string key) =>
        Some.Sale(key) with
        {
            Customer = new Customer { Id = "cus_1", CreateOrUpdate = true },
            PaymentMethod = Some.Card,
            BillingAddress = Some.Address,
        };

    private static AuthorizeRequest Authorize() =>
        Some.Authorize() with
        {
            Customer = new Customer { Id = "cus_1", CreateOrUpdate = true },
            PaymentMethod = Some.Card,
            BillingAddress = Some.Address,
        };

    private sealed class World(RebillySandbox sandbox, ServiceProvider services) : IAsyncDisposable
    {
        public RebillySandbox Sandbox => sandbox;

        public IPaymentGateway Gateway => services.GetRequiredService<IPaymentGateways>().Get("cards");

        public static async Task<World> StartAsync(string profile)
        {
            var sandbox = await RebillySandbox.StartAsync(
                new RebillySandboxOptions
                {
                    Profile = RebillySandboxProfile.All.Single(one => one.Name == profile),
                    StartTime = ConformanceHarness.Start,
                },
                TestContext.Current.CancellationToken
            );
            var services = new ServiceCollection();
            services.AddSingleton<TimeProvider>(sandbox.Clock);
            services.AddPayments(
                RebillyFixture.Section(
                    ("BaseUrl", sandbox.BaseAddress.AbsoluteUri),
                    ("OrganizationId", "org_sandbox"),
                    ("ApiKey", "sk_sandbox"),
                    ("WebsiteId", "web_sandbox")
                ),
                payments => payments.AddProvider<RebillyProvider>()
            );
            return new World(sandbox, services.BuildServiceProvider());
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await sandbox.DisposeAsync();
        }
    }
}
