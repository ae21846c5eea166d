using Microsoft.Extensions.DependencyInjection;
using static PaymentAbstractions.ReconciliationStatus;

namespace PaymentAbstractions.Pipeline.Tests;

/// <content>Tests of providers that list only a part, nothing, or an incomplete list.</content>
public sealed partial class ReconciliationTests
{
    [Fact]
    public async Task When_customers_are_listed_one_by_one_each_is_listed_once_and_the_rest_is_reported_as_unknown()
    {
        _limits = new SearchCapabilities { RequiresCustomer = true, UnsettledOnly = true };
        await using var payments = new TestPayments(backend: backend =>
        {
            backend.Search = _search;
            backend.Capabilities = TestBackend.Everything with { Search = _limits };
        });
        var listedSale = await payments.Default.SaleAsync(Sale("cus_1"), Token);
        var settled = await payments.Default.SaleAsync(Sale("cus_1"), Token);
        var at = payments.Clock.GetUtcNow();
        _listed.Add(Shown(listedSale) with { CustomerId = "cus_1" });
        _listed.Add(Shown("by-hand", 3m) with { CustomerId = "cus_1", CreatedAt = at });
        _listed.Add(Shown("of-nobody", 4m) with { CustomerId = "cus_9", CreatedAt = at });
        payments.Backend.OnFind = (_, _) => FindResult.Found(Shown(settled));

        var lines = new List<ReconciledPayment>();
        var period = new ReconciliationPeriod
        {
            Gateway = "cards_eu",
            From = at,
            Until = at.AddHours(1),
        };
        await foreach (
            var line in payments.Services.GetRequiredService<IPaymentReconciliation>().CompareAsync(period, Token)
        )
        {
            lines.Add(line);
        }

        Assert.Equal([Matched, Matched, MissingInJournal, NotVerifiable], lines.Select(line => line.Status));
        Assert.Equal("by-hand", lines[2].Transaction!.TransactionId);
        Assert.Contains("1 customers", lines[3].Explanation, StringComparison.Ordinal);
        Assert.Equal("cus_1", Assert.Single(_search.Queries).CustomerId);
    }

    [Fact]
    public async Task Without_lists_every_payment_is_looked_up_and_the_rest_is_reported_as_unknown()
    {
        await using var payments = new TestPayments(backend: backend =>
            backend.Capabilities = TestBackend.Everything with { Search = null }
        );
        var sale = await payments.Default.SaleAsync(Sale(), Token);
        payments.Backend.OnFind = (_, _) => FindResult.Found(Shown(sale));
        var at = payments.Clock.GetUtcNow();
        var period = new ReconciliationPeriod
        {
            Gateway = "cards_eu",
            From = at,
            Until = at.AddHours(1),
        };

        var lines = new List<ReconciledPayment>();
        await foreach (
            var line in payments.Services.GetRequiredService<IPaymentReconciliation>().CompareAsync(period, Token)
        )
        {
            lines.Add(line);
        }

        Assert.Equal([Matched, NotVerifiable], lines.Select(line => line.Status));
        Assert.Null(lines[1].Transaction);
    }

    [Fact]
    public async Task A_list_that_breaks_off_is_reported_and_nothing_is_called_missing()
    {
        Show(await SellAsync());
        await SellAsync();
        _search.BreaksAfter = 1;

        var lines = new List<ReconciledPayment>();
        await Assert.ThrowsAsync<PaymentReadException>(async () =>
        {
            await foreach (var line in Compare(Now.AddDays(-1), Now.AddDays(1)))
            {
                lines.Add(line);
            }
        });

        Assert.DoesNotContain(lines, line => line.Status is MissingInJournal or MissingAtProvider);
    }

    [Fact]
    public void A_period_that_is_none_and_a_gateway_that_is_not_there_are_refused_at_the_call()
    {
        var refusal = Assert.Throws<PaymentRequestException>(() =>
            Service.CompareAsync(
                new ReconciliationPeriod
                {
                    Gateway = "cards_fr",
                    From = Now,
                    Until = Now,
                },
                Token
            )
        );

        Assert.Equal(["Gateway", "Until"], refusal.Problems.Select(problem => problem.Field));
        Assert.Contains("cards_eu, cards_us", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_period_is_one()
    {
        Show(await SellAsync());

        Assert.Equal(
            Matched,
            Assert.Single(await CompareAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue)).Status
        );
    }
}
