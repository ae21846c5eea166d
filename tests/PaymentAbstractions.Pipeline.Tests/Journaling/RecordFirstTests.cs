using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Payments in the journal are answered first; only a payment that will be sent must satisfy the gateway's rules.</summary>
public sealed class RecordFirstTests : IAsyncDisposable
{
    private const string OnlyUs = """
        { "Gateways": { "cards_us": { "Provider": "Test", "Environment": "Live", "Account": "us" } } }
        """;

    private readonly JournaledPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SaleRequest AgainstTheRules => PaymentRequests.Sale() with { Description = "longer than ten" };

    [Fact]
    public async Task A_known_key_is_answered_though_its_request_breaks_the_rules_of_the_gateway()
    {
        var first = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        var second = await _payments.Default.SaleAsync(AgainstTheRules, Token);

        Assert.Equal(first, second);
        Assert.Equal(1, _payments.Backend.Sent);
    }

    [Fact]
    public async Task A_known_key_is_answered_though_its_gateway_was_removed()
    {
        var first = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        var refund = PaymentRequests.Refund(first.Transaction!);
        var refunded = await _payments.Default.RefundAsync(refund, Token);

        _payments.Current.Configuration.Replace(OnlyUs);

        Assert.Equal(refunded, await _payments.Default.RefundAsync(refund, Token));
        Assert.Equal(2, _payments.Backend.Sent);
    }

    [Fact]
    public async Task A_key_in_doubt_is_answered_though_its_gateway_was_removed()
    {
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        _payments.Current.Configuration.Replace(OnlyUs);
        var second = await _payments.Default.SaleAsync(AgainstTheRules, Token);

        Assert.Equal(PaymentOutcome.Unknown, second.Outcome);
        Assert.Equal(1, _payments.Backend.Sent);
    }

    [Fact]
    public async Task A_key_in_doubt_whose_repeat_breaks_the_rules_is_not_sent_again()
    {
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        var second = await _payments.Default.SaleAsync(AgainstTheRules, Token);

        Assert.Equal(PaymentOutcome.Unknown, second.Outcome);
        Assert.Single(_payments.Backend.Executed);
    }

    [Fact]
    public async Task A_new_key_that_breaks_the_rules_leaves_no_trace()
    {
        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            _payments.Default.SaleAsync(AgainstTheRules with { Amount = default }, Token)
        );

        Assert.Equal(
            ["Amount", "Description"],
            exception.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal)
        );
        Assert.Empty(_payments.Journal.Entries);
        Assert.Empty(_payments.Backend.Executed);
    }

    [Fact]
    public async Task A_key_that_may_be_sent_again_must_meet_the_rules()
    {
        _payments.Backend.OnExecute = (_, call) => RepeatTests.GiveUp(call);
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        await Assert.ThrowsAsync<PaymentRequestException>(() => _payments.Default.SaleAsync(AgainstTheRules, Token));

        Assert.Equal(1, _payments.Entry.Attempt);
    }

    [Fact]
    public async Task An_ordinary_payment_asks_the_journal_twice()
    {
        var steps = new List<string>();
        _payments.Journal.Before = step =>
        {
            steps.Add(step);
            return Task.CompletedTask;
        };

        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(["BeginAsync", "CompleteAsync"], steps);
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();
}
