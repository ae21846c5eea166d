using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class ReloadTests
{
    private const string Broken = """
        { "Gateways": { "cards_eu": { "Provider": "Test", "ApiKey": "s3cret", "Limit": "many" } } }
        """;

    private static readonly string DefaultUs = TestPayments.TwoGateways.Replace(
        "\"Default\": \"cards_eu\"",
        "\"Default\": \"cards_us\"",
        StringComparison.Ordinal
    );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_default_is_switched_by_a_reload()
    {
        await using var payments = new TestPayments();
        var gateway = payments.Default;
        var before = await gateway.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        payments.Configuration.Replace(DefaultUs);
        var after = await gateway.SaleAsync(Other("after"), Token);

        Assert.Equal("cards_eu", before.Gateway);
        Assert.Equal("cards_us", after.Gateway);
        Assert.Equal("cards_us", gateway.Name);
        Assert.Single(payments.Logs.Of(LogLevel.Information), message => message.Contains("reloaded"));
    }

    [Fact]
    public async Task A_named_gateway_takes_on_new_options()
    {
        await using var payments = new TestPayments();
        var gateway = payments.Services.GetRequiredKeyedService<IPaymentGateway>("cards_us");

        payments.Configuration.Replace(
            TestPayments.TwoGateways.Replace("\"us\"", "\"us_2\"", StringComparison.Ordinal)
        );
        var result = await gateway.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        Assert.Equal(AccountFingerprint.Of("Test", "Live", "us_2"), result.Transaction!.Account);
    }

    [Fact]
    public async Task The_journal_stays_when_its_section_changes_and_this_is_logged()
    {
        await using var payments = new TestPayments(
            """{ "Journal": { "Kind": "InMemory", "AllowLive": true }, "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }"""
        );

        Assert.Equal(["cards"], payments.Gateways.Names);

        payments.Configuration.Replace(
            """{ "Journal": { "Kind": "InMemory", "AllowLive": true, "SendWithin": "00:01:00" }, "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }"""
        );
        Assert.Empty(payments.Logs.Of(LogLevel.Warning));

        payments.Configuration.Replace(
            """{ "Journal": { "Kind": "InMemory", "AllowLive": true, "MaxInDoubt": 5 }, "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }"""
        );
        Assert.Single(payments.Logs.Of(LogLevel.Warning), message => message.Contains("Payments:Journal has changed"));
    }

    [Fact]
    public async Task A_gateway_may_be_added_and_removed()
    {
        await using var payments = new TestPayments();
        var removed = payments.Gateways.Get("cards_us");

        payments.Configuration.Replace(
            """
            {
              "Default": "cards_eu",
              "Gateways": {
                "cards_eu": { "Provider": "Test", "Account": "eu" },
                "cards_jp": { "Provider": "Test", "Account": "jp" }
              }
            }
            """
        );

        Assert.Equal(["cards_eu", "cards_jp"], payments.Gateways.Names);
        Assert.Equal("cards_jp", payments.Gateways.Get("cards_jp").Name);
        await Assert.ThrowsAsync<PaymentConfigurationException>(async () =>
            await removed.SaleAsync(Testing.PaymentRequests.Sale(), Token)
        );
    }

    [Fact]
    public async Task A_bad_reload_keeps_the_last_good_configuration_and_says_so_once()
    {
        await using var payments = new TestPayments();
        var gateway = payments.Default;

        payments.Configuration.Replace(Broken);
        var result = await gateway.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        Assert.Equal("cards_eu", result.Gateway);
        Assert.Equal(["cards_eu", "cards_us"], payments.Gateways.Names);
        Assert.Equal(2, payments.Gateways.ReloadProblems.Count);
        var error = Assert.Single(payments.Logs.Of(LogLevel.Error));
        Assert.Contains("Payments:Gateways:cards_eu:Limit", error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_good_reload_clears_the_problems()
    {
        await using var payments = new TestPayments();
        _ = payments.Gateways;
        payments.Configuration.Replace(Broken);

        payments.Configuration.Replace(DefaultUs);

        Assert.Empty(payments.Gateways.ReloadProblems);
        Assert.Equal("cards_us", payments.Default.Name);
    }

    [Fact]
    public async Task A_provider_that_throws_is_a_bad_reload_too()
    {
        await using var payments = new TestPayments();
        _ = payments.Gateways;
        payments.Backend.OnCreate = _ => throw new NotSupportedException("s3cret");

        payments.Configuration.Replace(
            DefaultUs.Replace("\"Account\": ", "\"Limit\": 10, \"Account\": ", StringComparison.Ordinal)
        );

        Assert.Equal("cards_eu", payments.Default.Name);
        Assert.Equal(
            ["Payments:Gateways:cards_eu", "Payments:Gateways:cards_us"],
            payments.Gateways.ReloadProblems.Select(problem =>
                problem[..problem.IndexOf(": ", StringComparison.Ordinal)]
            )
        );
        Assert.All(
            payments.Gateways.ReloadProblems,
            problem => Assert.Contains(nameof(NotSupportedException), problem, StringComparison.Ordinal)
        );
        Assert.All(
            payments.Logs.Of(LogLevel.Error).Concat(payments.Logs.Exceptions.Select(exception => exception.ToString())),
            text => Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_call_under_way_ends_on_the_configuration_where_it_began()
    {
        await using var payments = new TestPayments();
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        payments.Backend.OnExecute = async (adapter, call) =>
        {
            call.TryBeginSend();
            await answer.Task;
            return adapter.Approve(call.Request);
        };
        var underWay = payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        payments.Configuration.Replace(DefaultUs);
        var later = payments.Default.SaleAsync(Other("later"), Token);
        answer.SetResult();

        Assert.Equal("cards_eu", (await underWay).Gateway);
        Assert.Equal("cards_us", (await later).Gateway);
    }

    [Fact]
    public async Task A_change_while_the_gateways_are_made_is_not_lost()
    {
        await using var payments = new TestPayments();
        payments.Backend.OnCreate = _ =>
        {
            payments.Backend.OnCreate = null;
            payments.Configuration.Replace(DefaultUs);
        };

        Assert.Equal("cards_us", payments.Default.Name);
    }

    [Fact]
    public async Task A_reload_of_something_else_rebuilds_nothing()
    {
        await using var payments = new TestPayments();
        _ = payments.Gateways;

        payments.Configuration.Replace(TestPayments.TwoGateways);

        Assert.Equal(2, payments.Backend.Adapters.Count);
        Assert.Empty(payments.Logs.Of(LogLevel.Information));
    }

    [Fact]
    public async Task A_reload_rebuilds_only_the_gateways_that_changed()
    {
        await using var payments = new TestPayments();
        _ = payments.Gateways;

        payments.Configuration.Replace(
            TestPayments.TwoGateways.Replace("\"us\"", "\"us_2\"", StringComparison.Ordinal)
        );

        Assert.Equal(
            ["cards_eu", "cards_us", "cards_us"],
            payments.Backend.Adapters.Select(adapter => adapter.Context.Name)
        );
    }

    [Fact]
    public async Task An_open_circuit_outlives_a_reload_of_something_else()
    {
        const string sensitive = """
            {
              "Resilience": { "MaxRetries": 0, "FailureRatio": 0.5, "MinThroughput": 2 },
              "Gateways": { "cards_eu": { "Provider": "Test", "Account": "eu" } }
            }
            """;
        await using var payments = new TestPayments(sensitive);
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, Testing.PaymentResults.Unknown(call.Request));
        for (var i = 0; i < 2; i++)
        {
            await payments.Default.SaleAsync(Other($"key-{i}"), Token);
        }

        payments.Configuration.Replace(
            sensitive.Replace(
                "\"Gateways\"",
                "\"Recovery\": { \"Interval\": \"00:01:00\" }, \"Gateways\"",
                StringComparison.Ordinal
            )
        );
        var result = await payments.Default.SaleAsync(Other("later"), Token);

        Assert.Equal(PaymentReason.GatewayUnavailable, result.Reason);
    }

    [Fact]
    public async Task A_bad_change_that_is_taken_back_clears_the_problems()
    {
        await using var payments = new TestPayments();
        _ = payments.Gateways;
        payments.Configuration.Replace(Broken);

        payments.Configuration.Replace(TestPayments.TwoGateways);

        Assert.Empty(payments.Gateways.ReloadProblems);
    }

    [Fact]
    public async Task After_disposal_reloads_are_not_followed()
    {
        var payments = new TestPayments();
        var gateways = payments.Gateways;
        await payments.DisposeAsync();

        payments.Configuration.Replace(DefaultUs);

        Assert.Equal("cards_eu", gateways.Default.Name);
    }

    private static SaleRequest Other(string key) =>
        Testing.PaymentRequests.Sale(key: key) with
        {
            OrderReference = new OrderReference($"order-{key}"),
        };
}
