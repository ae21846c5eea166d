using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Reading a list that deviates from its documentation throws, and never returns an incomplete list.</summary>
public class VaultPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_missing_page_is_reported()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET customers", Page(0, 200, total: 300), Page(0, 0, total: 300));

        var (ids, failure) = await ListAsync(fixture);

        Assert.Equal(200, ids.Count);
        Assert.NotNull(failure);
    }

    [Fact]
    public async Task A_range_that_begins_after_the_last_row_is_reported()
    {
        await using var fixture = new RebillyFixture();
        var pages = Enumerable.Range(0, 6).Select(page => Page(page * 200, 200, total: 1300)).ToList();
        fixture.Stub.On("GET customers", [.. pages, Page(1250, 50, total: 50)]);

        var (ids, failure) = await ListAsync(fixture);

        Assert.Equal(1250, ids.Count);
        Assert.NotNull(failure);
    }

    [Fact]
    public async Task Rows_without_an_order_are_reported_when_the_order_is_needed()
    {
        await using var fixture = new RebillyFixture();
        var pages = Enumerable.Range(0, 6).Select(page => Page((5 - page) * 200, 200, total: 1300)).ToList();
        fixture.Stub.On("GET customers", [.. pages]);

        var (ids, failure) = await ListAsync(fixture);

        Assert.Equal(1200, ids.Count);
        Assert.NotNull(failure);
    }

    [Fact]
    public async Task A_provider_that_gives_fewer_rows_than_asked_for_is_read_to_the_end()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET customers", Page(0, 100, total: 150), Page(100, 50, total: 150));

        var (ids, failure) = await ListAsync(fixture);

        Assert.Equal(150, ids.Count);
        Assert.Null(failure);
    }

    private static async Task<(List<string> Ids, PaymentReadException? Failure)> ListAsync(RebillyFixture fixture)
    {
        var ids = new List<string>();
        try
        {
            await foreach (var customer in fixture.Vault.ListCustomersAsync(Token))
            {
                ids.Add(customer.Id!);
            }

            return (ids, null);
        }
        catch (PaymentReadException exception)
        {
            return (ids, exception);
        }
    }

    private static StubAnswer Page(int first, int count, int total) =>
        StubAnswer.Text(
            200,
            new JsonArray([
                .. Enumerable
                    .Range(first, count)
                    .Select(number => new JsonObject
                    {
                        ["id"] = $"cus_{number}",
                        ["createdTime"] = $"{ConformanceHarness.Start.AddSeconds(number):yyyy-MM-ddTHH:mm:ssZ}",
                    }),
            ]).ToJsonString(),
            "application/json",
            ("Pagination-Total", $"{total}")
        );
}
