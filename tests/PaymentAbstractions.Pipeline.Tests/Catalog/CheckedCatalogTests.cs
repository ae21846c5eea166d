namespace PaymentAbstractions.Pipeline.Tests;

public sealed class CheckedCatalogTests
{
    private static readonly PaymentMethodQuery Query = new() { Amount = Money.Usd(10m) };

    private readonly RecordingCatalog _inner = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_query_that_is_valid_reaches_the_adapter_and_nothing_else()
    {
        await using var payments = new TestPayments(backend: backend => backend.Catalog = _inner);

        var offers = await CatalogOf(payments).ListAsync(Query, Token);

        Assert.Equal("paypal", Assert.Single(offers).Method);
        Assert.Equal([Query], _inner.Queries);
        Assert.Empty(payments.Backend.Executed);
    }

    [Fact]
    public async Task A_query_is_refused_with_the_problems_of_the_library_and_of_the_provider()
    {
        await using var payments = new TestPayments(backend: backend => backend.Catalog = _inner);
        var query = new PaymentMethodQuery
        {
            Amount = default,
            CustomerId = "longer-than-ten",
            BillingAddress = new Address { Country = "UK" },
        };

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            CatalogOf(payments).ListAsync(query, Token)
        );

        Assert.Equal(
            ["Amount", "BillingAddress.Country", "CustomerId"],
            refusal.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal)
        );
        Assert.Empty(_inner.Queries);
    }

    [Theory]
    [InlineData("0 USD", "cus_1", "Amount")]
    [InlineData("-1 USD", "cus_1", "Amount")]
    [InlineData("1 BGN", "cus_1", "Amount")]
    [InlineData("1 USD", "", "CustomerId")]
    [InlineData("1 USD", " ", "CustomerId")]
    [InlineData("1 USD", "../1", "CustomerId")]
    public async Task Amounts_and_ids_follow_the_rules_of_payments(string amount, string customer, string field)
    {
        await using var payments = new TestPayments(
            backend: backend => backend.Catalog = _inner,
            clock: new Testing.ManualTimeProvider(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero))
        );
        var query = new PaymentMethodQuery { Amount = Money.Parse(amount), CustomerId = customer };

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            CatalogOf(payments).ListAsync(query, Token)
        );

        Assert.Equal(field, Assert.Single(refusal.Problems).Field);
        Assert.Empty(_inner.Queries);
    }

    [Fact]
    public async Task It_is_offered_only_where_the_capabilities_say_so()
    {
        await using var unclaimed = new TestPayments(backend: backend =>
        {
            backend.Catalog = _inner;
            backend.Capabilities = TestBackend.Everything with { PaymentMethodCatalog = false };
        });
        await using var missing = new TestPayments();

        Assert.False(unclaimed.Default.TryGet<IPaymentMethodCatalog>(out _));
        Assert.False(missing.Default.TryGet<IPaymentMethodCatalog>(out _));
    }

    private static IPaymentMethodCatalog CatalogOf(TestPayments payments) =>
        payments.Default.TryGet<IPaymentMethodCatalog>(out var catalog)
            ? catalog
            : throw new InvalidOperationException("There is no catalog.");

    private sealed class RecordingCatalog : IPaymentMethodCatalog
    {
        public List<PaymentMethodQuery> Queries { get; } = [];

        public Task<ValueList<PaymentMethodOffer>> ListAsync(
            PaymentMethodQuery query,
            CancellationToken cancellationToken = default
        )
        {
            Queries.Add(query);
            return Task.FromResult<ValueList<PaymentMethodOffer>>([new PaymentMethodOffer { Method = "paypal" }]);
        }
    }
}
