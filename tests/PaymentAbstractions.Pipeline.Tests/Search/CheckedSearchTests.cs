using System.Runtime.CompilerServices;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class CheckedSearchTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly RecordingSearch _inner = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_query_that_is_valid_reaches_the_adapter_and_nothing_else()
    {
        await using var payments = Payments(new SearchCapabilities());
        var query = new TransactionQuery
        {
            From = Noon,
            Until = Noon.AddTicks(1),
            Operations = [PaymentOperation.Sale],
        };

        await ReadAsync(payments, query);
        await ReadAsync(payments, new TransactionQuery());

        Assert.Equal([query, new TransactionQuery()], _inner.Queries);
        Assert.Empty(payments.Backend.Executed);
    }

    [Fact]
    public async Task A_query_is_refused_at_the_call_with_the_problems_of_the_library_and_of_the_provider()
    {
        await using var payments = Payments(new SearchCapabilities());
        var query = new TransactionQuery
        {
            CustomerId = "longer-than-ten",
            From = Noon,
            Until = Noon,
            Operations = [PaymentOperation.Unknown, PaymentOperation.Sale, (PaymentOperation)99],
            ProviderOptions = [new Options(), new Options()],
        };

        var refusal = Assert.Throws<PaymentRequestException>(() => SearchOf(payments).SearchAsync(query, Token));

        Assert.Equal(
            ["CustomerId", "Operations", "Operations", "ProviderOptions", "Until"],
            refusal.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal)
        );
        Assert.Empty(_inner.Queries);
    }

    [Fact]
    public async Task A_customer_is_needed_where_the_provider_lists_no_other_way()
    {
        await using var payments = Payments(new SearchCapabilities { RequiresCustomer = true });

        var refusal = Assert.Throws<PaymentRequestException>(() => SearchOf(payments).SearchAsync(new(), Token));
        await ReadAsync(payments, new TransactionQuery { CustomerId = "77" });

        Assert.Equal("CustomerId", Assert.Single(refusal.Problems).Field);
        Assert.Single(_inner.Queries);
    }

    [Fact]
    public async Task It_is_offered_only_where_the_capabilities_say_so()
    {
        await using var unclaimed = Payments(limits: null);
        await using var missing = new TestPayments(backend: backend =>
            backend.Capabilities = TestBackend.Everything with { Search = new SearchCapabilities() }
        );

        Assert.False(unclaimed.Default.TryGet<ITransactionSearch>(out _));
        Assert.False(missing.Default.TryGet<ITransactionSearch>(out _));
    }

    private TestPayments Payments(SearchCapabilities? limits) =>
        new(backend: backend =>
        {
            backend.Search = _inner;
            backend.Capabilities = TestBackend.Everything with { Search = limits };
        });

    private static ITransactionSearch SearchOf(TestPayments payments) =>
        payments.Default.TryGet<ITransactionSearch>(out var search)
            ? search
            : throw new InvalidOperationException("There is no search.");

    private static async Task ReadAsync(TestPayments payments, TransactionQuery query)
    {
        await foreach (var _ in SearchOf(payments).SearchAsync(query, Token))
        {
            Assert.Fail("Nothing was listed.");
        }
    }

    private sealed class RecordingSearch : ITransactionSearch
    {
        public List<TransactionQuery> Queries { get; } = [];

        public async IAsyncEnumerable<TransactionState> SearchAsync(
            TransactionQuery query,
            [EnumeratorCancellation] CancellationToken cancellationToken = default
        )
        {
            Queries.Add(query);
            await Task.CompletedTask;
            yield break;
        }
    }

    private sealed record Options : ProviderRequestOptions;
}
