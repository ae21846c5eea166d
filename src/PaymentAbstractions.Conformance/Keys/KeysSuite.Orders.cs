using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class KeysSuite<THarness>
{
    /// <summary>Two keys for one order are one payment, unless the second request is marked as an additional payment.</summary>
    [Fact]
    public Task A_second_key_of_a_paid_order_is_answered_unless_it_pays_additionally() =>
        HoldsAsync(
            "Two keys for one order are one payment, unless the second request is marked as an additional payment.",
            "keys",
            async () =>
            {
                var request = await Harness.NewSaleAsync();
                var mark = Now();
                var first = await TransactionOfAsync(request);

                var second = await SendAsync(request with { IdempotencyKey = ConformanceHarness.NewKey() });

                Assert.Equal(PaymentOutcome.Approved, second.Outcome);
                Assert.Equal(PaymentReason.AlreadyPaid, second.Reason);
                Assert.Equal(request.IdempotencyKey, second.IdempotencyKey);
                Assert.Equal(first, second.Transaction);
                Assert.Single(await Since(mark));

                var additional = request with
                {
                    IdempotencyKey = ConformanceHarness.NewKey(),
                    AdditionalPayment = true,
                };
                if (Harness.DuplicateCheck is { } window)
                {
                    await AssertTwinIsDoubted(additional);
                    Harness.Advance(window);
                    additional = additional with { IdempotencyKey = ConformanceHarness.NewKey() };
                }

                Assert.NotEqual(first, await TransactionOfAsync(additional));
                Assert.Equal(2, (await Since(mark)).Count);
            }
        );

    /// <summary>While an attempt to pay an order is unresolved, another key does not pay it, in this process or in a new one.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="restarts">Whether the process restarts in between.</param>
    [Theory]
    [InlineData(PaymentOperation.Sale, false)]
    [InlineData(PaymentOperation.Sale, true)]
    [InlineData(PaymentOperation.Authorize, false)]
    [InlineData(PaymentOperation.Authorize, true)]
    public Task A_second_key_of_an_order_in_doubt_is_not_sent(PaymentOperation operation, bool restarts) =>
        HoldsAsync(
            "While an attempt to pay an order is unresolved, another key does not pay it, in this process or in a new one.",
            "keys",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                var request = await PrepareAsync(operation);
                var mark = Now();
                Inject(ConformanceFault.ResetAfterProcessing);
                var first = await SendAsync(request);
                var writes = Harness.WritesSeen;
                if (restarts)
                {
                    await Harness.RestartAsync();
                }

                var second = await SendAsync(request with { IdempotencyKey = ConformanceHarness.NewKey() });

                Assert.Equal(PaymentOutcome.Unknown, first.Outcome);
                Assert.Equal(request.IdempotencyKey, second.IdempotencyKey);
                Assert.True(second.MoneyMayHaveMoved, $"{second}");
                // A look-up may have proven in the meantime that the first attempt paid.
                Assert.Equal(
                    second.Outcome == PaymentOutcome.Approved
                        ? PaymentReason.AlreadyPaid
                        : PaymentReason.AlreadyInProgress,
                    second.Reason
                );
                Assert.Equal(writes, Harness.WritesSeen);
                Assert.Single(await Since(mark));
            }
        );

    // The provider may refer to this very attempt, so its refusal is neither an approval nor a decline.
    private async Task AssertTwinIsDoubted(SaleRequest request)
    {
        var mark = Now();

        var result = await SendAsync(request);

        Assert.True(IsCareful(result, 0), $"A charge that looks like an earlier one: {result}");
        Assert.Empty(await Since(mark));
    }
}
