using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>Lists of transactions contain what was sent as the provider shows it, have no side effects, and are never guessed.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract partial class SearchSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    private ITransactionSearch Search =>
        Gateway.TryGet<ITransactionSearch>(out var search)
            ? search
            : throw new InvalidOperationException("The gateway offers no search.");

    /// <summary>A gateway lists transactions if and only if its capabilities say so.</summary>
    [Fact]
    public Task The_search_is_there_when_the_capabilities_say_so() =>
        HoldsAsync(
            "A gateway lists transactions if and only if its capabilities say so.",
            "lists-of-transactions",
            () => Assert.Equal(Capabilities.Search is not null, Gateway.TryGet<ITransactionSearch>(out _))
        );

    /// <summary>Approved sales of a customer are listed, oldest first, with the requested amounts.</summary>
    [Fact]
    public Task Sales_of_a_customer_are_listed_oldest_first() =>
        HoldsAsync(
            "Approved sales of a customer are listed, oldest first, with the requested amounts.",
            "lists-of-transactions",
            async () =>
            {
                if (IsRefusedAsUnsupportedSearch())
                {
                    return;
                }

                var (first, second) = await TwoSalesAsync();

                var listed = await ListAsync(Of(first.Request));

                Assert.Equal(
                    [first.Result.Transaction, second.Result.Transaction],
                    listed.Select(one => one.Transaction)
                );
                Assert.Equal(
                    [first.Request.Amount, second.Request.Amount],
                    listed.Select(one => one.RequestedAmount!.Value)
                );
                Assert.All(listed, one => Assert.Equal(PaymentOutcome.Approved, one.Outcome));
                Assert.All(listed, one => Assert.Equal(PaymentOperation.Sale, one.Type));
                Assert.Equal(listed.Select(one => one.CreatedAt), listed.Select(one => one.CreatedAt).Order());
            }
        );

    /// <summary>A list contains the transactions that match the query, and no others.</summary>
    [Fact]
    public Task A_query_excludes_by_kind_time_and_customer() =>
        HoldsAsync(
            "A list contains the transactions that match the query, and no others.",
            "lists-of-transactions",
            async () =>
            {
                if (IsRefusedAsUnsupportedSearch())
                {
                    return;
                }

                var (sale, _) = await TwoSalesAsync();
                var query = Of(sale.Request);
                var all = await ListAsync(query);
                Assert.NotEmpty(all);

                Assert.Equal(all, await ListAsync(query with { Operations = [PaymentOperation.Sale] }));
                Assert.Empty(await ListAsync(query with { Operations = [PaymentOperation.Void] }));
                Assert.Empty(await ListAsync(query with { CustomerId = Harness.UnknownCustomerId }));
                if (all[0].CreatedAt is { } made)
                {
                    Assert.Equal(all, await ListAsync(query with { From = made }));
                    Assert.Empty(await ListAsync(query with { Until = made }));
                    Assert.Empty(await ListAsync(query with { From = made.AddDays(1) }));
                    Assert.Equal(all, await ListAsync(query with { From = made.AddDays(-1), Until = made.AddDays(1) }));
                }
            }
        );

    /// <summary>A declined sale is never listed as approved.</summary>
    [Fact]
    public Task A_decline_is_not_listed_as_approved() =>
        HoldsAsync(
            "A declined sale is never listed as approved.",
            "lists-of-transactions",
            async () =>
            {
                if (IsRefusedAsUnsupportedSearch())
                {
                    return;
                }

                var sale = Harness.Declining(await Harness.NewSaleAsync());
                await SendAsync(sale);

                Assert.DoesNotContain(
                    await ListAsync(Of(sale)),
                    one => one.Outcome is PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved
                );
            }
        );

    /// <summary>Without a customer all transactions are listed, or the query is refused if the provider requires a customer.</summary>
    [Fact]
    public Task A_query_without_a_customer_lists_all_or_is_refused() =>
        HoldsAsync(
            "Without a customer all transactions are listed, or the query is refused if the provider requires a customer.",
            "lists-of-transactions",
            async () =>
            {
                if (IsRefusedAsUnsupportedSearch())
                {
                    return;
                }

                var sale = await SendAsync(await Harness.NewSaleAsync());
                await Harness.WhenIdleAsync(Token);
                var mark = Now();
                if (Capabilities.Search!.RequiresCustomer)
                {
                    var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() => ListAsync(new()));
                    Assert.Equal(nameof(TransactionQuery.CustomerId), Assert.Single(refusal.Problems).Field);
                    AssertNothingSent(mark);
                    return;
                }

                Assert.Contains(sale.Transaction, (await ListAsync(new())).Select(one => one.Transaction));
            }
        );

    /// <summary>Listing moves no money, does not count as a payment, and writes nothing to the journal.</summary>
    [Fact]
    public Task Listing_transactions_leaves_no_trace() =>
        HoldsAsync(
            "Listing moves no money, does not count as a payment, and writes nothing to the journal.",
            "lists-of-transactions",
            async () =>
            {
                if (IsRefusedAsUnsupportedSearch())
                {
                    return;
                }

                var sale = await Harness.NewSaleAsync();
                await SendAsync(sale);
                await Harness.WhenIdleAsync(Token);
                var (mark, journal) = (Now(), JournalOnDisk());

                await ListAsync(Of(sale));
                await ListAsync(Of(sale));

                Assert.Empty(await Since(mark));
                Assert.Equal(mark.Writes, Harness.WritesSeen);
                Assert.Equal(journal, JournalOnDisk());
            }
        );

    /// <summary>An invalid query is refused with all its problems at once, and nothing is sent.</summary>
    [Fact]
    public Task A_search_that_cannot_be_right_is_refused_with_all_problems() =>
        HoldsAsync(
            "An invalid query is refused with all its problems at once, and nothing is sent.",
            "lists-of-transactions",
            async () =>
            {
                if (IsRefusedAsUnsupportedSearch())
                {
                    return;
                }

                var mark = Now();
                var query = new TransactionQuery
                {
                    CustomerId = "a/../b",
                    From = new DateTimeOffset(2026, 2, 2, 0, 0, 0, TimeSpan.Zero),
                    Until = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero),
                    Operations = [(PaymentOperation)99],
                };

                // The call itself throws, before the list is enumerated.
                var refusal = Assert.Throws<PaymentRequestException>(() => Search.SearchAsync(query, Token));

                Assert.Equal(
                    ["CustomerId", "Operations", "Until"],
                    refusal
                        .Problems.Select(problem => problem.Field)
                        .Distinct(StringComparer.Ordinal)
                        .Order(StringComparer.Ordinal),
                    StringComparer.Ordinal
                );
                AssertNothingSent(mark);
            }
        );

    private bool IsRefusedAsUnsupportedSearch()
    {
        if (Capabilities.Search is null)
        {
            Assert.False(Gateway.TryGet<ITransactionSearch>(out _));
        }

        return Capabilities.Search is null;
    }

    private async Task<(
        (SaleRequest Request, PaymentResult Result) First,
        (SaleRequest Request, PaymentResult Result) Second
    )> TwoSalesAsync()
    {
        var (sale, other) = (await Harness.NewSaleAsync(), await Harness.NewSaleAsync());
        var later = sale with
        {
            IdempotencyKey = other.IdempotencyKey,
            OrderReference = other.OrderReference,
            Amount = sale.Amount + Harness.AmountOf(1),
        };
        var first = await SendAsync(sale);
        Harness.Advance(TimeSpan.FromSeconds(1));
        var second = await SendAsync(later);
        await Harness.WhenIdleAsync(Token);
        return ((sale, first), (later, second));
    }

    private static TransactionQuery Of(SaleRequest sale) => new() { CustomerId = sale.Customer?.Id };

    private async Task<List<TransactionState>> ListAsync(TransactionQuery query, ITransactionSearch? search = null)
    {
        var listed = new List<TransactionState>();
        await foreach (var one in (search ?? Search).SearchAsync(query, Token))
        {
            listed.Add(one);
        }

        return listed;
    }
}
