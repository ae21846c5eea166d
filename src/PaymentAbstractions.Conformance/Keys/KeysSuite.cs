using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>One key is one payment, where the gateway says that the provider honours it.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract class KeysSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    /// <summary>A repeat is no second payment.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.MoneyOperations), MemberType = typeof(ConformanceCases))]
    public async Task A_repeat_of_a_key_moves_money_once(PaymentOperation operation)
    {
        if (!Capabilities.HonoursKey(operation) || await PrepareAsync(operation) is not { } request)
        {
            return;
        }

        var mark = Now();

        var first = await ApproveAsync(request);
        var second = await SendAsync(request);

        var moved = await Since(mark);
        Assert.True(moved.Count <= 1, $"Moved twice: {first}, {second}");
        if (second.Outcome == PaymentOutcome.Approved)
        {
            Assert.Equal(first?.Transaction, second.Transaction);
        }
        else
        {
            Assert.True(IsCareful(second, moved.Count), $"A repeat tells another story: {first}, {second}");
        }
    }

    /// <summary>A repeat after an answer that was lost is no second payment.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.MoneyOperations), MemberType = typeof(ConformanceCases))]
    public async Task A_repeat_after_a_lost_answer_moves_money_once(PaymentOperation operation)
    {
        if (
            !Capabilities.HonoursKey(operation)
            || await PrepareAsync(operation) is not { } request
            || Harness.Inject(ConformanceFault.ResetAfterProcessing) is not { } gateway
        )
        {
            return;
        }

        var mark = Now();

        var first = await SendAsync(request, gateway);
        var second = await SendAsync(request);

        Assert.NotEqual(PaymentOutcome.Approved, first.Outcome);
        var moved = await Since(mark);
        Assert.True(moved.Count <= 1, $"Moved twice: {first}, {second}");
        Assert.NotEqual(PaymentOutcome.Declined, second.Outcome);
        Assert.True(
            moved.Count == 0 || second.MoneyMayHaveMoved,
            $"Moved, and the repeat denies it: {first}, {second}"
        );
    }

    /// <summary>An impatient customer clicks twice.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.MoneyOperations), MemberType = typeof(ConformanceCases))]
    public async Task One_key_sent_several_times_at_once_moves_money_once(PaymentOperation operation)
    {
        if (!Capabilities.HonoursKey(operation) || await PrepareAsync(operation) is not { } request)
        {
            return;
        }

        var mark = Now();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendAsync(request), Token)));

        var moved = await Since(mark);
        Assert.True(moved.Count <= 1, $"Moved {moved.Count} times.");
        Assert.All(
            results,
            result =>
                Assert.True(
                    moved.Count == 0
                        || result.Outcome is not (PaymentOutcome.Declined or PaymentOutcome.PartiallyApproved),
                    $"{result}"
                )
        );
        Assert.All(
            results.Where(result => result.Outcome == PaymentOutcome.Approved),
            result => Assert.Equal(Assert.Single(moved).TransactionId, result.Transaction?.TransactionId)
        );
    }

    /// <summary>What one key paid is never taken for another payment.</summary>
    [Fact]
    public async Task A_key_used_for_another_amount_is_not_adopted()
    {
        if (!Capabilities.HonoursKey(PaymentOperation.Sale))
        {
            return;
        }

        var request = await Harness.NewSaleAsync();
        var mark = Now();
        await ApproveAsync(request);

        var second = await SendAsync(request with { Amount = request.Amount + Harness.Money(1) });

        Assert.Contains(second.Outcome, new[] { PaymentOutcome.Unknown, PaymentOutcome.Rejected });
        Assert.Single(await Since(mark));
    }

    /// <summary>Two keys are two payments, also for one order.</summary>
    [Fact]
    public async Task Two_keys_of_one_order_are_two_payments()
    {
        var request = await Harness.NewSaleAsync();
        var mark = Now();

        var first = await ApproveAsync(request);
        if (Harness.DuplicateCheck is { } window)
        {
            await AssertTwinIsDoubted(request with { IdempotencyKey = ConformanceHarness.NewKey() });
            Harness.Advance(window);
        }

        var second = await ApproveAsync(request with { IdempotencyKey = ConformanceHarness.NewKey() });

        Assert.Equal(2, (await Since(mark)).Count);
        Assert.NotNull(first);
        Assert.NotEqual(first.Transaction, second?.Transaction);
    }

    /// <summary>What was not sent can be sent again.</summary>
    [Fact]
    public async Task The_key_of_a_request_that_was_not_sent_is_free()
    {
        if (Harness.Inject(ConformanceFault.ConnectionRefused) is not { } unreachable)
        {
            return;
        }

        var request = await Harness.NewSaleAsync();
        var mark = Now();

        var first = await SendAsync(request, unreachable);
        var second = await ApproveAsync(request);

        Assert.Equal(PaymentOutcome.NotSent, first.Outcome);
        Assert.True(first.MaySendAgain);
        Assert.NotNull(second);
        Assert.Single(await Since(mark));
    }

    // The provider may mean this very attempt, so its refusal is neither an approval nor a decline.
    private async Task AssertTwinIsDoubted(SaleRequest request)
    {
        var mark = Now();

        var result = await SendAsync(request);

        Assert.True(IsCareful(result, 0), $"A charge that looks like an earlier one: {result}");
        Assert.Empty(await Since(mark));
    }
}
