using System.Net;
using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class OrganizationTests
{
    [Fact]
    public async Task A_payout_credits_the_customer()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        var credit = await driver.ExpectAsync(201, HttpMethod.Post, "payouts", Body("\"requestId\":\"p-1\""));

        Assert.Equal(
            ("credit", "completed", "approved"),
            (Text(credit, "type"), Text(credit, "status"), Text(credit, "result"))
        );
        Assert.Equal(SandboxMovementKind.Credit, Assert.Single(driver.Sandbox.Ledger.Movements).Kind);
        Assert.Equal(0, driver.Sandbox.Ledger.CountCharges("p-1"));
    }

    [Fact]
    public async Task The_gateway_account_is_listed()
    {
        await using var driver = await StartAsync();

        var list = await driver.GetAsync("gateway-accounts");
        var account = await driver.GetAsync($"gateway-accounts/{IdsOf(list).Single()}");

        Assert.Equal(("TestProcessor", "active"), (Text(account, "gatewayName"), Text(account, "status")));
        Assert.Equal(5, account["acceptedCurrencies"]!.AsArray().Count);
        await driver.CardAsync();
        await driver.PayAsync($"\"gatewayAccountId\":\"{Text(account, "id")}\"");
    }

    [Fact]
    public async Task Writes_report_the_quota_and_reads_do_not()
    {
        await using var driver = await StartAsync();

        using var write = await driver.SendAsync(HttpMethod.Put, "customers/cus_1", "{}");
        using var read = await driver.SendAsync(HttpMethod.Get, "customers/cus_1");

        Assert.Equal("3000", write.Headers.GetValues("X-RateLimit-Limit").Single());
        Assert.Equal("2999", write.Headers.GetValues("X-RateLimit-Remaining").Single());
        Assert.False(read.Headers.Contains("X-RateLimit-Limit"));
    }

    [Fact]
    public async Task A_write_limit_lasts_ten_minutes()
    {
        await using var driver = await StartAsync(new RebillySandboxOptions { WriteLimit = 1 });
        await driver.SendAsync(HttpMethod.Put, "customers/cus_1", "{}");

        using var refused = await driver.SendAsync(HttpMethod.Put, "customers/cus_1", "{}");
        using var read = await driver.SendAsync(HttpMethod.Get, "customers/cus_1");
        driver.Sandbox.Clock.Advance(TimeSpan.FromMinutes(10));
        using var later = await driver.SendAsync(HttpMethod.Put, "customers/cus_1", "{}");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(10), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task The_start_time_and_the_settlement_delay_can_be_set()
    {
        var start = new DateTimeOffset(2030, 2, 3, 4, 5, 6, TimeSpan.Zero);
        await using var driver = await StartAsync(
            new RebillySandboxOptions { StartTime = start, SettleAfter = TimeSpan.FromHours(1) }
        );
        await driver.CardAsync();
        var sale = await driver.PayAsync("");
        driver.Sandbox.Clock.Advance(TimeSpan.FromHours(1));

        var settled = await driver.GetAsync($"transactions/{Text(sale, "id")}");

        Assert.Equal("2030-02-03T04:05:06Z", Text(sale, "createdTime"));
        Assert.Equal("2030-02-03T05:05:06Z", Text(settled, "settlementTime"));
    }

    [Fact]
    public async Task Custom_fields_and_currencies_can_be_defined()
    {
        var options = new RebillySandboxOptions();
        options.CustomFieldKeys.Add("po");
        options.Currencies.Add("CHF");
        await using var driver = await StartAsync(options);
        await driver.CardAsync();

        var sale = await driver.PayAsync("\"currency\":\"CHF\",\"customFields\":{\"po\":\"7\"}");

        Assert.Equal("approved", Text(sale, "result"));
    }
}
