using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class GatewayStatusTests
{
    private const string Breaking = """
        {
          "Resilience": { "FailureRatio": 0.5, "MinThroughput": 3, "BreakDuration": "15s" },
          "Gateways": { "cards": { "Provider": "Test", "Environment": "Sandbox", "FormerNames": ["old"], "Account": "a" } }
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_gateway_that_nothing_was_sent_to_shows_what_is_configured()
    {
        await using var payments = Start();

        Assert.Equal(
            new GatewayStatus
            {
                Name = "cards",
                Provider = "Test",
                Environment = GatewayEnvironment.Sandbox,
                Circuit = GatewayCircuitState.Closed,
            },
            payments.Current.Gateways.GetStatus("Old")
        );
        Assert.True(payments.Current.Gateways.GetStatus("cards").IsAnswering);
    }

    [Fact]
    public async Task An_unknown_name_is_refused_with_the_known_ones()
    {
        await using var payments = Start();

        var refused = Assert.Throws<PaymentConfigurationException>(() => payments.Current.Gateways.GetStatus("crads"));

        Assert.Contains("cards", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_open_the_circuit_and_show_until_when()
    {
        await using var payments = Start();
        payments.Backend.OnExecute = (_, call) => RepeatTests.GiveUp(call);

        await SendAsync(payments, 3);

        var status = payments.Current.Gateways.GetStatus("cards");
        Assert.Equal(GatewayCircuitState.Open, status.Circuit);
        Assert.Equal(payments.Clock.GetUtcNow() + TimeSpan.FromSeconds(15), status.OpensAgainAt);
        Assert.Equal(3, status.ConsecutiveFailures);
        Assert.Equal(PaymentReason.ConnectionFailed, status.LastFailure);
        Assert.Equal(payments.Clock.GetUtcNow(), status.LastFailureAt);
        Assert.False(status.IsAnswering);
    }

    [Fact]
    public async Task After_the_break_the_circuit_is_half_open_and_an_answer_closes_it()
    {
        await using var payments = Start();
        payments.Backend.OnExecute = (_, call) => RepeatTests.GiveUp(call);
        await SendAsync(payments, 3);
        payments.Clock.Advance(TimeSpan.FromSeconds(15));

        var halfOpen = payments.Current.Gateways.GetStatus("cards");
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Declined(call.Request));
        await payments.SendAsync(PaymentOperation.Sale, "after");
        var closed = payments.Current.Gateways.GetStatus("cards");

        Assert.Equal(GatewayCircuitState.HalfOpen, halfOpen.Circuit);
        Assert.Null(halfOpen.OpensAgainAt);
        Assert.Equal(GatewayCircuitState.Closed, closed.Circuit);
        Assert.Equal(0, closed.ConsecutiveFailures);
        Assert.Equal(PaymentReason.ConnectionFailed, closed.LastFailure);
        Assert.True(closed.IsAnswering);
    }

    [Fact]
    public async Task A_look_up_that_fails_counts_and_one_that_is_answered_ends_the_row()
    {
        await using var payments = Start();
        payments.Backend.OnFind = (_, _) => FindResult.LookupFailed("The connection was reset.");
        var request = FindRequest.For(PaymentAttempt.Of(PaymentRequests.Sale(), default));

        await payments.Default.FindAsync(request, Token);
        var failed = payments.Current.Gateways.GetStatus("cards");
        payments.Backend.OnFind = (_, _) => FindResult.NotSeen("It is not listed.");
        await payments.Default.FindAsync(request, Token);
        var answered = payments.Current.Gateways.GetStatus("cards");

        Assert.Equal((1, PaymentReason.NoTrustworthyAnswer), (failed.ConsecutiveFailures, failed.LastFailure));
        Assert.Equal(0, answered.ConsecutiveFailures);
    }

    [Fact]
    public async Task A_circuit_that_is_switched_off_is_disabled()
    {
        await using var payments = new TestPayments(
            """{ "Resilience": { "FailureRatio": 0 }, "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }"""
        );

        Assert.Equal(GatewayCircuitState.Disabled, payments.Gateways.GetStatus("cards").Circuit);
    }

    [Fact]
    public async Task Statuses_are_those_of_one_configuration()
    {
        await using var payments = new TestPayments();
        var statuses = payments.Gateways.Statuses;

        payments.Configuration.Replace("""{ "Gateways": { "other": { "Provider": "Test", "Account": "o" } } }""");

        Assert.Equal(["cards_eu", "cards_us"], statuses.All.Select(one => one.Name));
        Assert.Equal("cards_eu", statuses.DefaultName);
        Assert.Equal(["other"], payments.Gateways.Statuses.All.Select(one => one.Name));
    }

    private static ResilientPayments Start() => new(Breaking, TestBackend.Everything);

    private static async Task SendAsync(ResilientPayments payments, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await payments.SendAsync(PaymentOperation.Sale, $"key-{i}");
        }
    }
}
