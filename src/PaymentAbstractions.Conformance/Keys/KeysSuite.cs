using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>One key is one payment and one order is paid once, whatever the provider itself makes of keys.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract partial class KeysSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    /// <summary>A repeat is answered as the first call was, and is no second payment.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.MoneyOperations), MemberType = typeof(ConformanceCases))]
    public Task A_repeat_of_a_key_moves_money_once(PaymentOperation operation) =>
        HoldsAsync(
            "A repeat is answered as the first call was, and is no second payment.",
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

    /// <summary>A repeat after the process has ended is answered from the journal, and moves nothing.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.MoneyOperations), MemberType = typeof(ConformanceCases))]
    public Task A_repeat_after_a_restart_moves_money_once(PaymentOperation operation) =>
        HoldsAsync(
            "A repeat after the process has ended is answered from the journal, and moves nothing.",
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

    /// <summary>A repeat after an answer that was lost is no second payment, in the same process and in the next one.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="restarts">Whether the process ends before the repeat.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.Repeats), MemberType = typeof(ConformanceCases))]
    public Task A_repeat_after_a_lost_answer_moves_money_once(PaymentOperation operation, bool restarts) =>
        HoldsAsync(
            "A repeat after an answer that was lost is no second payment, in the same process and in the next one.",
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
                    $"Moved, and the repeat denies it: {first}, {second}"
                );
                Assert.NotEqual(PaymentOutcome.Declined, second.Outcome);
            }
        );

    /// <summary>An impatient customer clicks several times.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.MoneyOperations), MemberType = typeof(ConformanceCases))]
    public Task One_key_sent_several_times_at_once_moves_money_once(PaymentOperation operation) =>
        HoldsAsync(
            "An impatient customer clicks several times.",
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

    /// <summary>What one key paid is never taken for another payment.</summary>
    [Fact]
    public Task A_key_used_for_another_amount_is_refused() =>
        HoldsAsync(
            "What one key paid is never taken for another payment.",
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

    /// <summary>What was not sent can be sent again.</summary>
    [Fact]
    public Task The_key_of_a_request_that_was_not_sent_is_free() =>
        HoldsAsync(
            "What was not sent can be sent again.",
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

    // Where nothing can be proven the first call may have been refused without effect, and then its repeat is, too.
    private void AssertRepeats(PaymentOperation operation, PaymentResult first, PaymentResult second)
    {
        Assert.Equal(first.Outcome, second.Outcome);
        Assert.Equal(first.Transaction, second.Transaction);
        Assert.Equal(first.ApprovedAmount, second.ApprovedAmount);
        Assert.Equal(first.IdempotencyKey, second.IdempotencyKey);
        Assert.Equal(Harness.CanProve(operation), second.Outcome == PaymentOutcome.Approved);
    }
}
