using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class SearchSuite<THarness>
{
    /// <summary>A list that cannot be read is never reported as empty.</summary>
    /// <param name="fault">The fault.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.ReadFaults), MemberType = typeof(ConformanceCases))]
    public Task A_list_that_cannot_be_read_is_not_told_as_empty(ConformanceFault fault) =>
        HoldsAsync(
            "A list that cannot be read is never reported as empty.",
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

    /// <summary>The error for refused credentials does not contain them.</summary>
    [Fact]
    public Task The_search_shows_no_secret() =>
        HoldsAsync(
            "The error for refused credentials does not contain them.",
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

    /// <summary>Cancellation by the caller ends the search.</summary>
    [Fact]
    public Task A_caller_who_leaves_ends_the_search() =>
        HoldsAsync(
            "Cancellation by the caller ends the search.",
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
                        Assert.Fail("A transaction was listed after cancellation.");
                    }
                });
            }
        );
}
