using System.Net;
using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class FindTests
{
    [Theory]
    [InlineData("requestId:r-1", new[] { "txn_000000000001" })]
    [InlineData("requestId:r-1,r-2", new[] { "txn_000000000002", "txn_000000000001" })]
    [InlineData("requestId:!r-1", new[] { "txn_000000000003", "txn_000000000002" })]
    [InlineData("requestId:none", new string[0])]
    [InlineData("type:sale;requestId:r-1,r-2", new[] { "txn_000000000002" })]
    [InlineData("parentTransactionId:txn_000000000002", new[] { "txn_000000000003" })]
    [InlineData("customerId:cus_1;result:approved;currency:USD;status:voided", new[] { "txn_000000000002" })]
    [InlineData("amount:10..12", new string[0])]
    [InlineData("amount:10..", new[] { "txn_000000000003", "txn_000000000002", "txn_000000000001" })]
    [InlineData("createdTime:2026-01-05T09:00:01Z..", new[] { "txn_000000000003" })]
    [InlineData("createdTime:..2026-01-05T09:00:00Z", new[] { "txn_000000000002", "txn_000000000001" })]
    public async Task A_filter_narrows_the_list(string filter, string[] expected)
    {
        await using var driver = await FilledAsync(RebillySandboxProfile.Documented);

        var list = await driver.GetAsync($"transactions?filter={Uri.EscapeDataString(filter)}");

        Assert.Equal(expected, IdsOf(list));
    }

    [Theory]
    [InlineData("RequestIdFilterIgnored", "requestId:r-1")]
    [InlineData("ParentFilterIgnored", "parentTransactionId:txn_000000000002")]
    public async Task A_profile_can_ignore_a_filter(string profile, string filter)
    {
        await using var driver = await FilledAsync(RebillySandboxProfile.All.Single(known => known.Name == profile));

        var list = await driver.GetAsync($"transactions?filter={filter}");

        Assert.Equal(3, list.AsArray().Count);
    }

    [Fact]
    public async Task A_profile_can_leave_authorizations_and_credits_out_of_the_list()
    {
        await using var driver = await FilledAsync(RebillySandboxProfile.Pessimistic);
        await driver.ExpectAsync(201, HttpMethod.Post, "payouts", Body(""));

        var list = await driver.GetAsync("transactions");

        Assert.Equal(["txn_000000000003", "txn_000000000002"], IdsOf(list));
        await driver.GetAsync("transactions/txn_000000000001");
    }

    [Fact]
    public async Task Pages_report_their_position()
    {
        await using var driver = await FilledAsync(RebillySandboxProfile.Documented);

        using var response = await driver.SendAsync(
            HttpMethod.Get,
            "transactions?limit=1&offset=1&sort=createdTime,-type"
        );

        Assert.Equal("3", response.Headers.GetValues("Pagination-Total").Single());
        Assert.Equal("1", response.Headers.GetValues("Pagination-Limit").Single());
        Assert.Equal("1", response.Headers.GetValues("Pagination-Offset").Single());
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"id\":\"txn_000000000001\"", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type,amount", new[] { "txn_000000000001", "txn_000000000002", "txn_000000000003" })]
    [InlineData("-createdTime,-id", new[] { "txn_000000000003", "txn_000000000002", "txn_000000000001" })]
    [InlineData("parentTransactionId,id", new[] { "txn_000000000001", "txn_000000000002", "txn_000000000003" })]
    public async Task A_list_can_be_sorted(string sort, string[] expected)
    {
        await using var driver = await FilledAsync(RebillySandboxProfile.Documented);

        Assert.Equal(expected, IdsOf(await driver.GetAsync($"transactions?sort={sort}")));
    }

    [Theory]
    [InlineData("limit=1001", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("offset=1001", "offset")]
    [InlineData("filter=nothing:1", "filter")]
    [InlineData("filter=type", "filter")]
    [InlineData("filter=amount:x", "filter")]
    [InlineData("filter=amount:1..x", "filter")]
    [InlineData("sort=nothing", "sort")]
    public async Task A_query_that_cannot_be_read_is_refused(string query, string field)
    {
        await using var driver = await StartAsync();

        var problem = await driver.ExpectAsync(422, HttpMethod.Get, $"transactions?{query}");

        Assert.Equal([field], FieldsOf(problem));
    }

    [Theory]
    [InlineData("transactions/none")]
    [InlineData("nothing")]
    [InlineData("customers/none")]
    [InlineData("payment-instruments/none")]
    [InlineData("gateway-accounts/none")]
    public async Task A_path_that_does_not_exist_is_not_found(string path)
    {
        await using var driver = await StartAsync();

        using var response = await driver.SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    // Makes an authorization, a sale of another instrument and, a minute later, the void of the sale.
    private static async Task<RebillyDriver> FilledAsync(RebillySandboxProfile profile)
    {
        var driver = await StartAsync(profile);
        await driver.CardAsync();
        await driver.PayAsync("\"type\":\"authorize\",\"requestId\":\"r-1\"");
        var sale = await driver.PayAsync("\"requestId\":\"r-2\",\"description\":\"[sandbox ignore-authorization]\"");
        driver.Sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await driver.RefundAsync(sale, 12.50m);
        return driver;
    }
}
