using PaymentAbstractions.Rebilly;
using PaymentAbstractions.Sandbox;
using Xunit.Sdk;

namespace PaymentAbstractions.Conformance.Tests;

/// <summary>The live suite, with an emulator in place of the provider's test environment.</summary>
public sealed class LiveSuiteTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly Suite _suite = new();
    private RebillySandbox _rebilly = null!;

    public async ValueTask InitializeAsync()
    {
        _rebilly = await RebillySandbox.StartAsync(cancellationToken: Token);
        foreach (
            var (option, value) in new[]
            {
                ("BaseUrl", _rebilly.BaseAddress.ToString()),
                ("OrganizationId", "org_sandbox"),
                ("WebsiteId", "web_sandbox"),
                ("ApiKey", "sk_sandbox"),
            }
        )
        {
            Environment.SetEnvironmentVariable($"PAYMENTS_LIVE_REBILLY_{option.ToUpperInvariant()}", value);
        }

        await _suite.InitializeAsync();
    }

    [Fact]
    public async Task Every_sale_is_given_back()
    {
        await _suite.A_sale_is_approved_found_and_given_back();
        await _suite.An_attempt_is_found_by_its_key_or_nothing_is_claimed();

        Assert.Equal((2, 2), SoldAndGivenBack());
    }

    [Fact]
    public async Task Every_sale_is_given_back_even_when_a_fact_fails()
    {
        _rebilly.Faults.Enqueue(SandboxFault.ServerError500, request => request.Method == "GET" && IsSold());

        await Assert.ThrowsAnyAsync<XunitException>(_suite.A_sale_is_approved_found_and_given_back);

        Assert.Equal(0, _rebilly.Faults.Pending);
        Assert.Equal((1, 1), SoldAndGivenBack());
    }

    [Fact]
    public async Task A_sale_that_is_not_given_back_fails_both_facts()
    {
        foreach (
            var fact in new Func<Task>[]
            {
                _suite.A_sale_is_approved_found_and_given_back,
                _suite.An_attempt_is_found_by_its_key_or_nothing_is_claimed,
            }
        )
        {
            _rebilly.Faults.Enqueue(SandboxFault.Forbidden403, request => request.SplitPath() is [.., "refund"]);

            var failure = await Assert.ThrowsAnyAsync<XunitException>(fact);

            Assert.Equal(0, _rebilly.Faults.Pending);
            Assert.Contains("manually", failure.Message, StringComparison.Ordinal);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _suite.DisposeAsync();
        await _rebilly.DisposeAsync();
    }

    private (int Sold, int GivenBack) SoldAndGivenBack() =>
        (
            _rebilly.Ledger.Movements.Count(movement => movement.Kind == SandboxMovementKind.Sale),
            _rebilly.Ledger.Movements.Count(movement => movement.Kind != SandboxMovementKind.Sale)
        );

    private bool IsSold() => _rebilly.Ledger.Movements.Count > 0;

    private sealed class Suite : LiveSuite<RebillyProvider>
    {
        protected override SaleRequest NewSale() =>
            new()
            {
                IdempotencyKey = ConformanceHarness.NewKey(),
                OrderReference = ConformanceHarness.NewOrder(),
                Amount = Money.Usd(1.05m),
                Description = $"live-{ConformanceHarness.NewId()}",
                Customer = new Customer { Id = $"live-{ConformanceHarness.NewId()}", CreateOrUpdate = true },
                PaymentMethod = new PaymentCard
                {
                    Number = new CardNumber("4111111111111111"),
                    ExpiryMonth = 12,
                    ExpiryYear = 2049,
                    SecurityCode = new SecurityCode("123"),
                },
                BillingAddress = new Address
                {
                    FirstName = "Ada",
                    LastName = "Lovelace",
                    Line1 = "1 Main Street",
                    City = "Springfield",
                    Region = "IL",
                    PostalCode = "62701",
                    Country = "US",
                },
            };
    }
}
