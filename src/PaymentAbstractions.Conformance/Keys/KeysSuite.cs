using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>One key is one payment, and one order is paid once, however the provider itself handles keys.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract partial class KeysSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    /// <summary>A repeat returns the answer of the first call, and is not a second payment.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.MoneyOperations), MemberType = typeof(ConformanceCases))]
    public Task A_repeat_of_a_key_moves_money_once(PaymentOperation operation) =>
        HoldsAsync(
            "A repeat returns the answer of the first call, and is not a second payment.",
            "keys",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                var request = await PrepareAsync(operation);
                var mark = Now();
                var first = await SendAsync(request);
                var moved = await Since(mark);

                var second = await SendAsync(request);

                AssertRepeats(operation, first, second);
                Assert.Equal(moved, await Since(mark));
            }
        );

    /// <summary>A repeat after a restart of the process is answered from the journal, and moves nothing.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.MoneyOperations), MemberType = typeof(ConformanceCases))]
    public Task A_repeat_after_a_restart_moves_money_once(PaymentOperation operation) =>
        HoldsAsync(
            "A repeat after a restart of the process is answered from the journal, and moves nothing.",
            "keys",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                var request = await PrepareAsync(operation);
                var mark = Now();
                var first = await SendAsync(request);
                var moved = await Since(mark);
                await Harness.RestartAsync();

                var second = await SendAsync(request);

                AssertRepeats(operation, first, second);
                Assert.Equal(moved, await Since(mark));
            }
        );

    /// <summary>A repeat after a lost answer is not a second payment, in the same process or in a new one.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="restarts">Whether the process restarts before the repeat.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.Repeats), MemberType = typeof(ConformanceCases))]
    public Task A_repeat_after_a_lost_answer_moves_money_once(PaymentOperation operation, bool restarts) =>
        HoldsAsync(
            "A repeat after a lost answer is not a second payment, in the same process or in a new one.",
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
                var moved = await Since(mark);
                if (restarts)
                {
                    await Harness.RestartAsync();
                }

                var second = await SendAsync(request);

                Assert.NotEqual(PaymentOutcome.Approved, first.Outcome);
                Assert.InRange(moved.Count, Harness.CanProve(operation) ? 1 : 0, 1);
                Assert.Equal(moved, await Since(mark));
                Assert.True(
                    moved.Count == 0 || second.MoneyMayHaveMoved,
                    $"Money was moved, but the repeat denies it: {first}, {second}"
                );
                Assert.NotEqual(PaymentOutcome.Declined, second.Outcome);
            }
        );

    /// <summary>Concurrent requests with one key, for example of a customer who clicks several times, move money once.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.MoneyOperations), MemberType = typeof(ConformanceCases))]
    public Task One_key_sent_several_times_at_once_moves_money_once(PaymentOperation operation) =>
        HoldsAsync(
            "Concurrent requests with one key, for example of a customer who clicks several times, move money once.",
            "keys",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                var request = await PrepareAsync(operation);
                var mark = Now();

                var results = await Task.WhenAll(
                    Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendAsync(request), Token))
                );

                var moved = await Since(mark);
                Assert.InRange(moved.Count, Harness.CanProve(operation) ? 1 : 0, 1);
                Assert.All(results, result => AssertRepeats(operation, results[0], result));
                Assert.All(
                    results.Where(result => result.Outcome == PaymentOutcome.Approved),
                    result => Assert.Equal(Assert.Single(moved).TransactionId, result.Transaction?.TransactionId)
                );
            }
        );

    /// <summary>A key that paid one amount is refused for another.</summary>
    [Fact]
    public Task A_key_used_for_another_amount_is_refused() =>
        HoldsAsync(
            "A key that paid one amount is refused for another.",
            "keys",
            async () =>
            {
                var request = await Harness.NewSaleAsync();
                var mark = Now();
                await TransactionOfAsync(request);
                var moved = await Since(mark);

                var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
                    SendAsync(request with { Amount = request.Amount + Harness.AmountOf(1) })
                );

                Assert.NotEmpty(refusal.Problems);
                Assert.Equal(moved, await Since(mark));
            }
        );

    /// <summary>A request that was not sent can be sent again under its key.</summary>
    [Fact]
    public Task The_key_of_a_request_that_was_not_sent_is_free() =>
        HoldsAsync(
            "A request that was not sent can be sent again under its key.",
            "keys",
            async () =>
            {
                var request = await Harness.NewSaleAsync();
                var mark = Now();
                Inject(ConformanceFault.ConnectionRefused);

                var first = await SendAsync(request);
                Harness.ClearFaults();
                var second = await ApproveAsync(request);

                Assert.Equal(PaymentOutcome.NotSent, first.Outcome);
                Assert.True(first.MaySendAgain);
                Assert.NotNull(second);
                Assert.Single(await Since(mark));
            }
        );

    // If nothing can be proven, the first call may have been refused without effect, and then so is its repeat.
    private void AssertRepeats(PaymentOperation operation, PaymentResult first, PaymentResult second)
    {
        Assert.Equal(first.Outcome, second.Outcome);
        Assert.Equal(first.Transaction, second.Transaction);
        Assert.Equal(first.ApprovedAmount, second.ApprovedAmount);
        Assert.Equal(first.IdempotencyKey, second.IdempotencyKey);
        Assert.Equal(Harness.CanProve(operation), second.Outcome == PaymentOutcome.Approved);
    }
}
