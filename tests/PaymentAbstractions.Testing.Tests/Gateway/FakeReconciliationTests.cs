using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Testing.Tests;

public sealed class FakeReconciliationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_compares_the_journal_of_the_fake_with_its_books()
    {
        var gateway = new FakePaymentGateway();
        await gateway.SaleAsync(PaymentRequests.Sale(), Token);
        gateway.EnqueueUnknown(moneyMoved: true);
        await gateway.SaleAsync(PaymentRequests.Sale(key: "key-2", order: "order-2"), Token);

        var lines = await CompareAsync(gateway.Reconciliation, gateway.Name);

        Assert.Equal(
            [ReconciliationStatus.Matched, ReconciliationStatus.OtherOutcome],
            lines.Select(line => line.Status).Order()
        );
    }

    [Fact]
    public async Task A_test_host_has_that_of_its_fake()
    {
        var gateway = new FakePaymentGateway();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPayments(new ConfigurationBuilder().AddInMemoryCollection().Build().GetSection("Payments"));
        services.ReplacePaymentGateways(gateway);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IPaymentGateway>().SaleAsync(PaymentRequests.Sale(), Token);

        var lines = await CompareAsync(provider.GetRequiredService<IPaymentReconciliation>(), gateway.Name);

        Assert.Equal(ReconciliationStatus.Matched, Assert.Single(lines).Status);
    }

    private static async Task<List<ReconciledPayment>> CompareAsync(
        IPaymentReconciliation reconciliation,
        string gateway
    )
    {
        var lines = new List<ReconciledPayment>();
        var period = new ReconciliationPeriod
        {
            Gateway = gateway,
            From = DateTimeOffset.MinValue,
            Until = DateTimeOffset.MaxValue,
        };
        await foreach (var line in reconciliation.CompareAsync(period, Token))
        {
            lines.Add(line);
        }

        return lines;
    }
}
