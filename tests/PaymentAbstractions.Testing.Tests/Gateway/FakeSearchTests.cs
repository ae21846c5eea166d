namespace PaymentAbstractions.Testing.Tests;

public sealed class FakeSearchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_lists_the_books_oldest_first_regardless_of_the_answers()
    {
        var clock = new ManualTimeProvider();
        var gateway = new FakePaymentGateway { TimeProvider = clock };
        var first = await gateway.SaleAsync(PaymentRequests.Sale(), Token);
        clock.Advance(TimeSpan.FromHours(1));
        gateway.EnqueueUnknown(moneyMoved: true);
        var lost = await gateway.SaleAsync(PaymentRequests.Sale(key: "key-2", order: "order-2"), Token);
        clock.Advance(TimeSpan.FromHours(1));
        var refund = await gateway.RefundAsync(PaymentRequests.Refund(first.Transaction!), Token);

        var listed = await ListAsync(gateway, new TransactionQuery());

        Assert.Equal(PaymentOutcome.Unknown, lost.Outcome);
        Assert.Equal(
            [PaymentOperation.Sale, PaymentOperation.Sale, PaymentOperation.Refund],
            listed.Select(one => one.Type)
        );
        Assert.Equal(first.Transaction, listed[0].Transaction);
        Assert.Equal(PaymentOutcome.Approved, listed[1].Outcome);
        Assert.Equal(refund.Transaction, listed[2].Transaction);
        Assert.Equal(3, gateway.Calls.Count);
    }

    [Fact]
    public async Task A_query_excludes_by_time_customer_and_kind()
    {
        var clock = new ManualTimeProvider();
        var gateway = new FakePaymentGateway { TimeProvider = clock };
        var request = PaymentRequests.Sale() with { Customer = new Customer { Id = "cus_1" } };
        await gateway.SaleAsync(request, Token);
        var made = clock.GetUtcNow();

        Assert.Single(await ListAsync(gateway, new() { From = made, CustomerId = "cus_1" }));
        Assert.Empty(await ListAsync(gateway, new() { Until = made }));
        Assert.Empty(await ListAsync(gateway, new() { From = made.AddTicks(1) }));
        Assert.Empty(await ListAsync(gateway, new() { CustomerId = "nobody" }));
        Assert.Empty(await ListAsync(gateway, new() { Operations = [PaymentOperation.Credit] }));
    }

    [Fact]
    public void Without_the_capability_there_is_none()
    {
        var gateway = new FakePaymentGateway
        {
            Capabilities = new FakePaymentGateway().Capabilities with { Search = null },
        };

        Assert.False(gateway.TryGet<ITransactionSearch>(out _));
    }

    private static async Task<List<TransactionState>> ListAsync(FakePaymentGateway gateway, TransactionQuery query)
    {
        Assert.True(gateway.TryGet<ITransactionSearch>(out var search));
        var listed = new List<TransactionState>();
        await foreach (var one in search.SearchAsync(query, Token))
        {
            listed.Add(one);
        }

        return listed;
    }
}
