using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>A canceled token ends only the caller's wait: before the write nothing is sent, and after it the exchange continues.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract class CancellationSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    /// <summary>A call that is canceled before it starts throws, and nothing is sent.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.MoneyOperations), MemberType = typeof(ConformanceCases))]
    public Task Canceled_before_sending_throws_and_sends_nothing(PaymentOperation operation) =>
        HoldsAsync(
            "A call that is canceled before it starts throws, and nothing is sent.",
            "cancellation",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                var request = await PrepareAsync(operation);
                var mark = Now();

                await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                    SendAsync(request, cancellationToken: new CancellationToken(canceled: true))
                );

                AssertNothingSent(mark);
            }
        );

    /// <summary>
    /// When the caller cancels after the write has reached the provider, the result is Unknown and the exchange continues.
    /// </summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.MoneyOperations), MemberType = typeof(ConformanceCases))]
    public Task Canceled_while_the_answer_is_awaited_is_unknown_and_the_exchange_goes_on(PaymentOperation operation) =>
        HoldsAsync(
            "When the caller cancels after the write has reached the provider, the result is Unknown and the exchange continues.",
            "cancellation",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                var request = await PrepareAsync(operation);
                var started = Harness.Time.GetUtcNow();
                var mark = Now();
                using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);

                PaymentResult result;
                using (Harness.HoldNextWrite())
                {
                    var call = SendAsync(request, cancellationToken: leaving.Token);
                    await WriteArrivedAsync(mark, call);
                    await leaving.CancelAsync();
                    result = await call;
                    Assert.Equal(mark.Movements, Harness.Movements.Count);
                }

                if (!Harness.CanProve(operation))
                {
                    Assert.True(
                        IsCareful(result, (await Since(mark)).Count),
                        $"{operation} cannot be proven: {result}"
                    );
                    return;
                }

                Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
                Assert.Equal(PaymentReason.CallerStoppedWaiting, result.Reason);
                var movement = Assert.Single(await Since(mark));
                var found = await Gateway.FindAsync(FindRequest.For(PaymentAttempt.Of(request, started)), Token);
                if (Harness.CanFind(operation))
                {
                    Assert.True(found.IsFound, $"Not found: {found}");
                    // A void may not be a transaction of its own; then it is visible as the voided original.
                    Assert.True(
                        found.State.Outcome == PaymentOutcome.Approved
                            || (operation == PaymentOperation.Void && found.State.Outcome == PaymentOutcome.Reversed),
                        $"Found: {found.State}"
                    );
                    Assert.Equal(movement.TransactionId, found.State.Transaction.TransactionId);
                }
                else
                {
                    Assert.False(found.IsFound, $"Found: {found}");
                    Assert.NotEqual(FindStatus.ProvenAbsent, found.Status);
                }
            }
        );

    /// <summary>A request may still be processed until the longest exchange has passed, and not one second later.</summary>
    [Fact]
    public Task The_longest_exchange_outlasts_every_deadline() =>
        HoldsAsync(
            "A request may still be processed until the longest exchange has passed, and not one second later.",
            "cancellation",
            async () =>
            {
                // The timers of the journal start with its first use, and they are not deadlines.
                await SendAsync(await Harness.NewSaleAsync());
                var others = Harness.RunningTimers.ToHashSet();
                var request = await Harness.NewSaleAsync();
                var mark = Now();
                TimeSpan longest;
                Task<PaymentResult> call;
                using (Harness.HoldNextWrite())
                {
                    call = SendAsync(request);
                    await WriteArrivedAsync(mark, call);
                    longest = Harness.RunningTimers.Where(time => !others.Contains(time)).DefaultIfEmpty().Max();
                }

                await call;
                Assert.True(longest > TimeSpan.Zero, "No timer runs during the write, so it has no deadline.");
                Assert.True(
                    longest <= Harness.LongestExchange,
                    $"A timer of {longest} runs, longer than the claimed longest exchange, {Harness.LongestExchange}."
                );
            }
        );

    /// <summary>A look-up moves no money, so a canceled look-up simply throws.</summary>
    [Fact]
    public Task A_canceled_lookup_throws() =>
        HoldsAsync(
            "A look-up moves no money, so a canceled look-up simply throws.",
            "cancellation",
            async () =>
            {
                var attempt = PaymentAttempt.Of(await Harness.NewSaleAsync(), Harness.Time.GetUtcNow());

                await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                    Gateway.FindAsync(FindRequest.For(attempt), new CancellationToken(canceled: true))
                );
            }
        );
}
