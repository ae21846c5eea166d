using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class SearchSuite<THarness>
{
    /// <summary>What cannot be read is never told as an empty list.</summary>
    /// <param name="fault">The fault.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.ReadFaults), MemberType = typeof(ConformanceCases))]
    public Task A_list_that_cannot_be_read_is_not_told_as_empty(ConformanceFault fault) =>
        HoldsAsync(
            "What cannot be read is never told as an empty list.",
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
                if (!Harness.InjectAfter(0, fault))
                {
                    throw NotApplicable(fault);
                }

                AssertShowsNoSecret(await Assert.ThrowsAsync<PaymentReadException>(() => ListAsync(Of(sale))));
            }
        );

    /// <summary>A refusal of the credentials shows none of them.</summary>
    [Fact]
    public Task The_search_shows_no_secret() =>
        HoldsAsync(
            "A refusal of the credentials shows none of them.",
            "lists-of-transactions",
            async () =>
            {
                if (IsRefusedAsUnsupportedSearch())
                {
                    return;
                }

                var sale = await Harness.NewSaleAsync();
                Assert.True(Harness.WrongCredentials.TryGet<ITransactionSearch>(out var closed));

                AssertShowsNoSecret(await Assert.ThrowsAsync<PaymentReadException>(() => ListAsync(Of(sale), closed)));
            }
        );

    /// <summary>A caller who leaves ends the reading.</summary>
    [Fact]
    public Task A_caller_who_leaves_ends_the_search() =>
        HoldsAsync(
            "A caller who leaves ends the reading.",
            "lists-of-transactions",
            async () =>
            {
                if (IsRefusedAsUnsupportedSearch())
                {
                    return;
                }

                var sale = await Harness.NewSaleAsync();
                await SendAsync(sale);
                using var left = new CancellationTokenSource();
                await left.CancelAsync();

                await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
                {
                    await foreach (var _ in Search.SearchAsync(Of(sale), left.Token))
                    {
                        Assert.Fail("A transaction was listed for nobody.");
                    }
                });
            }
        );
}
