using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class EnvironmentTests : IAsyncDisposable
{
    private const string Sandbox = """
        { "Gateways": { "cards": { "Provider": "Test", "Environment": "Sandbox", "Account": "a" } } }
        """;

    private const string Live = """
        { "Gateways": { "cards": { "Provider": "Test", "Environment": "Live", "Account": "a" } } }
        """;

    private readonly JournaledPayments _payments = new(Sandbox);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    [Theory]
    [InlineData("key-1")]
    [InlineData("key-2")]
    public async Task A_sale_in_the_sandbox_does_not_answer_the_same_order_in_live(string key)
    {
        var request = PaymentRequests.Sale() with { IdempotencyKey = new IdempotencyKey("key-1") };
        await _payments.Default.SaleAsync(request, Token);

        _payments.Restart(Live);
        var result = await _payments.Default.SaleAsync(
            request with
            {
                IdempotencyKey = new IdempotencyKey(key),
            },
            Token
        );

        Assert.Equal((PaymentOutcome.Approved, PaymentReason.None), (result.Outcome, result.Reason));
        Assert.Equal(1, _payments.Backend.Sent);
        Assert.Equal(
            [GatewayEnvironment.Sandbox, GatewayEnvironment.Live],
            _payments.Journal.Entries.Select(entry => entry.Key.Environment)
        );
    }

    [Fact]
    public async Task Recovery_asks_for_the_environment_of_a_key_that_both_know()
    {
        var request = PaymentRequests.Sale();
        await _payments.Default.SaleAsync(request, Token);
        _payments.Restart(Live);
        await _payments.Default.SaleAsync(request, Token);

        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            _payments.Recovery.RecoverAsync(request.IdempotencyKey, cancellationToken: Token)
        );
        var entry = await _payments.Recovery.RecoverAsync(request.IdempotencyKey, GatewayEnvironment.Sandbox, Token);

        Assert.Equal("environment", Assert.Single(exception.Problems).Field);
        Assert.Equal(GatewayEnvironment.Sandbox, entry!.Key.Environment);
    }
}
