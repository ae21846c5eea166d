using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class RoutingTests : IAsyncDisposable
{
    private const string DefaultUs = """
        {
          "Default": "cards_us",
          "Gateways": {
            "cards_eu": { "Provider": "Test", "Environment": "Live", "Account": "eu" },
            "cards_us": { "Provider": "Test", "Environment": "Live", "Account": "us" }
          }
        }
        """;

    private const string Renamed = """
        {
          "Default": "cards_us",
          "Gateways": {
            "cards_europe": { "Provider": "Test", "Environment": "Live", "Account": "eu", "FormerNames": ["cards_eu"] },
            "cards_us": { "Provider": "Test", "Environment": "Live", "Account": "us" }
          }
        }
        """;

    private const string OtherAccount = """
        {
          "Default": "cards_us",
          "Gateways": {
            "cards_eu": { "Provider": "Test", "Environment": "Live", "Account": "another" },
            "cards_us": { "Provider": "Test", "Environment": "Live", "Account": "us" }
          }
        }
        """;

    private readonly JournaledPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PaymentOutcome.Approved)]
    [InlineData(PaymentOutcome.Declined)]
    [InlineData(PaymentOutcome.Unknown)]
    [InlineData(PaymentOutcome.Pending)]
    public async Task A_switch_of_default_between_two_attempts_of_a_key_cannot_charge_twice(PaymentOutcome outcome)
    {
        var first = await SellAsync(outcome);

        _payments.Current.Configuration.Replace(DefaultUs);
        var second = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal("cards_us", _payments.Default.Name);
        Assert.Equal(first, second);
        Assert.All(_payments.Backend.Executed, executed => Assert.Equal("cards_eu", executed.Gateway));
    }

    [Fact]
    public async Task A_key_that_is_asked_for_by_the_name_of_another_gateway_is_answered_by_the_first()
    {
        var first = await SellAsync(PaymentOutcome.Approved);

        var second = await _payments.Current.Gateways.Get("cards_us").SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(first, second);
        Assert.Equal(1, _payments.Backend.Sent);
    }

    [Theory]
    [InlineData(PaymentOutcome.NotSent)]
    [InlineData(PaymentOutcome.Rejected)]
    public async Task An_unsent_or_refused_payment_may_go_to_another_gateway(PaymentOutcome outcome)
    {
        await SellAsync(outcome);
        _payments.Backend.OnExecute = (adapter, call) => RepeatTests.Send(call, adapter.Approve(call.Request));

        _payments.Current.Configuration.Replace(DefaultUs);
        var second = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.True(second.IsApproved);
        Assert.Equal("cards_us", second.Gateway);
        Assert.Equal("cards_eu", Assert.Single(_payments.Entry.EarlierAttempts).Gateway);
    }

    [Fact]
    public async Task A_key_of_a_renamed_gateway_is_looked_up_and_sent_again_there()
    {
        await SellAsync(PaymentOutcome.Unknown);
        _payments.Backend.OnExecute = (adapter, call) => RepeatTests.Send(call, adapter.Approve(call.Request));

        _payments.Current.Configuration.Replace(Renamed);
        var second = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.True(second.IsApproved);
        Assert.Equal("cards_europe", second.Gateway);
        Assert.Equal("cards_europe", Assert.Single(_payments.Backend.Found).Gateway);
    }

    [Fact]
    public async Task A_key_in_doubt_is_neither_looked_up_nor_sent_again_at_another_account()
    {
        await SellAsync(PaymentOutcome.Unknown);

        _payments.Current.Configuration.Replace(OtherAccount);
        var second = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(PaymentOutcome.Unknown, second.Outcome);
        Assert.Equal(1, _payments.Backend.Sent);
        Assert.Empty(_payments.Backend.Found);
    }

    [Fact]
    public async Task An_optional_capability_of_another_gateway_is_answered_by_the_first_too()
    {
        Assert.True(_payments.Default.TryGet<IPaymentMethodSetup>(out var eu));
        Assert.True(_payments.Current.Gateways.Get("cards_us").TryGet<IPaymentMethodSetup>(out var us));
        var first = await eu.SetupAsync(PaymentRequests.Setup(), Token);

        var second = await us.SetupAsync(PaymentRequests.Setup(), Token);

        Assert.Equal(first, second);
        Assert.Equal(1, _payments.Backend.Sent);
    }

    [Fact]
    public async Task A_reference_to_another_account_is_refused()
    {
        var sale = await SellAsync(PaymentOutcome.Approved);

        _payments.Current.Configuration.Replace(OtherAccount);
        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            _payments.Default.RefundAsync(PaymentRequests.Refund(sale.Transaction!), Token)
        );

        Assert.Contains("an account other", exception.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private async Task<PaymentResult> SellAsync(PaymentOutcome outcome)
    {
        _payments.Backend.OnExecute = (adapter, call) =>
        {
            var result = RepeatTests.Result(call.Request, outcome) with { Gateway = adapter.Context.Name };
            result = result.Transaction is null
                ? result
                : result with
                {
                    Transaction = adapter.Reference($"txn-{call.Request.IdempotencyKey}"),
                };
            return outcome == PaymentOutcome.NotSent ? RepeatTests.GiveUp(call) : RepeatTests.Send(call, result);
        };
        return await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
    }
}
