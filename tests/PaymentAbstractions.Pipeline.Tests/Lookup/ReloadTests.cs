using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class ReloadTests
{
    private const string Broken = """
        { "Gateways": { "cards_eu": { "Provider": "Test", "ApiKey": "s3cret", "Limit": "s3cret" } } }
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
        var after = await gateway.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        Assert.Equal("cards_eu", before.Gateway);
        Assert.Equal("cards_us", after.Gateway);
        Assert.Equal("cards_us", gateway.Name);
        Assert.Single(payments.Logs.Of(LogLevel.Information), message => message.Contains("cards_us"));
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

        payments.Configuration.Replace(DefaultUs);

        Assert.Equal("cards_eu", payments.Default.Name);
        Assert.Equal(["Payments: could not be built, NotSupportedException."], payments.Gateways.ReloadProblems);
        var error = Assert.Single(payments.Logs.Of(LogLevel.Error));
        Assert.DoesNotContain("s3cret", error, StringComparison.Ordinal);
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
        var later = payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), Token);
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
    public async Task After_disposal_reloads_are_not_followed()
    {
        var payments = new TestPayments();
        var gateways = payments.Gateways;
        await payments.DisposeAsync();

        payments.Configuration.Replace(DefaultUs);

        Assert.Equal("cards_eu", gateways.Default.Name);
    }
}
