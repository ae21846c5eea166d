using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Lists of transactions: every row is checked, and a list that cannot be read completely is reported.</summary>
public class SearchTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queries_are_written_exactly_so()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET transactions", Rows(), Rows(), Rows());

        await ListAsync(fixture, new TransactionQuery());
        await ListAsync(
            fixture,
            new TransactionQuery
            {
                From = Start,
                Until = Start.AddHours(1).AddMilliseconds(5),
                CustomerId = "cus_1",
                Operations = [PaymentOperation.Sale, PaymentOperation.Setup, PaymentOperation.Sale],
                ProviderOptions =
                [
                    new RebillyQueryOptions
                    {
                        Filter = "status:completed,voided;currency:USD",
                        Search = "blue socks & more",
                        Sort = "-amount,createdTime",
                        Expand = ["customer", "invoices"],
                    },
                ],
            }
        );
        await ListAsync(fixture, new TransactionQuery { Until = Start });

        GoldenFile.AssertMatches("search", fixture.Stub.Requests);
    }

    [Fact]
    public async Task A_filter_that_is_not_honored_lists_nothing_else()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On(
            "GET transactions",
            Rows(
                Txn.Sale(id: "txn_1"),
                Txn.Sale(id: "txn_2").With("customerId", "cus_2"),
                Txn.Sale(id: "txn_3").With("createdTime", "2026-02-28T23:59:59Z"),
                Txn.Sale(id: "txn_4").With("createdTime", "2026-03-01T13:00:00Z"),
                Txn.Reversal("void", id: "txn_5"),
                // A row without the value may match.
                Txn.Sale(id: "txn_6").Without("customerId").Without("createdTime").Without("type")
            )
        );

        var (listed, failure) = await ListAsync(
            fixture,
            new TransactionQuery
            {
                CustomerId = "cus_1",
                From = Start,
                Until = Start.AddHours(1),
                Operations = [PaymentOperation.Sale],
            }
        );

        Assert.Null(failure);
        Assert.Equal(["txn_1", "txn_6"], listed.Select(one => one.Transaction.TransactionId));
    }

    [Fact]
    public async Task A_row_is_concluded_like_a_look_up()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On(
            "GET transactions",
            Rows(
                Txn.Sale("key-1", "txn_1"),
                Txn.Sale("key-2", "txn_2").With("result", "declined").Without("gateway"),
                Txn.Sale("key-3", "txn_3").With("status", "timeout").With("result", "unknown"),
                Txn.Sale("key-4", "txn_4").With("status", "voided"),
                Txn.Sale("key-5", "txn_5").With("amount", 99m),
                Txn.Sale("key-6", "txn_6").With("requestId", "another-system")
            )
        );

        var (listed, _) = await ListAsync(fixture, new TransactionQuery());

        Assert.Equal(
            [
                PaymentOutcome.Approved,
                PaymentOutcome.Declined,
                PaymentOutcome.Unknown,
                PaymentOutcome.Reversed,
                PaymentOutcome.Unknown,
                PaymentOutcome.Approved,
            ],
            listed.Select(one => one.Outcome)
        );
        Assert.Equal(RebillyFixture.WireKey("key-1"), listed[0].WireKey);
        Assert.Null(listed[5].WireKey);
        Assert.All(listed, one => Assert.Null(one.Answer));
    }

    [Fact]
    public async Task A_mark_in_a_description_is_the_key()
    {
        await using var fixture = new RebillyFixture();
        var key = RebillyFixture.WireKey("key-9");
        fixture.Stub.On(
            "GET transactions",
            Rows(Txn.Reversal("refund").With("description", $"Damaged ref:{key}"), Txn.Reversal("void", id: "txn_v"))
        );

        var (listed, _) = await ListAsync(fixture, new TransactionQuery());

        Assert.Equal([key, null], listed.Select(one => one.WireKey));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("createdTime")]
    [InlineData("-createdTime")]
    public async Task A_list_goes_on_behind_the_largest_offset(string? sort)
    {
        var all = Enumerable.Range(0, 2600).Select(number => (Id: $"txn_{number}", At: Start.AddSeconds(number / 7)));
        var rows = (sort == "-createdTime" ? all.Reverse() : all).ToList();
        await using var fixture = new RebillyFixture { Stub = new ListStub(rows) };

        var (listed, failure) = await ListAsync(
            fixture,
            new TransactionQuery { ProviderOptions = sort is null ? [] : [new RebillyQueryOptions { Sort = sort }] }
        );

        Assert.Null(failure);
        Assert.Equal(rows.Select(row => row.Id), listed.Select(one => one.Transaction.TransactionId));
    }

    [Fact]
    public async Task Another_order_ends_with_an_exception_where_it_can_lead_no_further()
    {
        var rows = Enumerable
            .Range(0, 2600)
            .Select(number => (Id: $"txn_{number}", At: Start.AddSeconds(number)))
            .ToList();
        await using var fixture = new RebillyFixture { Stub = new ListStub(rows) };

        var (listed, failure) = await ListAsync(
            fixture,
            new TransactionQuery { ProviderOptions = [new RebillyQueryOptions { Sort = "amount" }] }
        );

        Assert.Equal(1200, listed.Count);
        Assert.Contains("to its end", failure?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\":\"txn 1\"}")]
    [InlineData("{\"id\":\"\"}")]
    [InlineData("{\"id\":7}")]
    [InlineData("{}")]
    public async Task A_row_without_an_id_is_reported_and_not_left_out(string row)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET transactions", StubAnswer.Text(200, $"[{Txn.Sale().ToJsonString()},{row}]"));

        var (listed, failure) = await ListAsync(fixture, new TransactionQuery());

        Assert.Single(listed);
        Assert.NotNull(failure);
    }

    [Fact]
    public async Task A_query_that_cannot_be_right_lists_every_problem()
    {
        await using var fixture = new RebillyFixture();
        var query = new TransactionQuery
        {
            CustomerId = new string('c', 51),
            ProviderOptions =
            [
                new RebillyQueryOptions
                {
                    Filter = "customerId:cus_2;!type:sale",
                    Search = new string('q', 256),
                    Sort = "amount;drop",
                    Expand = ["customer", "../x"],
                },
            ],
        };

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() => ListAsync(fixture, query));

        Assert.Equal(
            [
                "CustomerId",
                "ProviderOptions.Expand",
                "ProviderOptions.Filter",
                "ProviderOptions.Filter",
                "ProviderOptions.Search",
                "ProviderOptions.Sort",
            ],
            refusal.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal)
        );
        Assert.Empty(fixture.Stub.Requests);
    }

    private static StubAnswer Rows(params JsonObject[] rows) =>
        StubAnswer.Text(200, new JsonArray([.. rows.Select(row => (JsonNode)row)]).ToJsonString());

    private static async Task<(List<TransactionState> Listed, PaymentReadException? Failure)> ListAsync(
        RebillyFixture fixture,
        TransactionQuery query
    )
    {
        var listed = new List<TransactionState>();
        try
        {
            await foreach (var one in fixture.Search.SearchAsync(query, Token))
            {
                listed.Add(one);
            }

            return (listed, null);
        }
        catch (PaymentReadException exception)
        {
            return (listed, exception);
        }
    }
}
