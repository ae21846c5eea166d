using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>
/// Only the write that the gate admits moves money, and it is always recognized as a write: it is never sent early and never sent twice.
/// </summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract class GateSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    /// <summary>If the connection for the write is refused, after any preceding reads, the result is NotSent.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.MoneyOperations), MemberType = typeof(ConformanceCases))]
    public Task A_write_that_finds_no_connection_is_not_sent(PaymentOperation operation) =>
        HoldsAsync(
            "If the connection for the write is refused, after any preceding reads, the result is NotSent.",
            "the-gate",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                var first = await PrepareAsync(operation);
                var before = Harness.Traffic.Count;
                await SendAsync(first);
                var reads = Harness.Traffic.Skip(before).TakeWhile(request => !request.MovesMoney).Count();
                var request = await PrepareAsync(operation);
                var mark = Now();
                if (!Harness.InjectAfter(reads, ConformanceFault.ConnectionRefused))
                {
                    throw NotApplicable();
                }

                var result = await SendAsync(request);

                Harness.ClearFaults();
                Assert.Empty(await Since(mark));
                Assert.Equal(mark.Writes, Harness.WritesSeen);
                Assert.True(
                    result.Outcome == PaymentOutcome.NotSent || (!Harness.CanProve(operation) && IsCareful(result, 0)),
                    $"{operation}, connection refused after {reads} reads: {result}"
                );
            }
        );

    /// <summary>If the caller cancels during the reads before the write, nothing is sent.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.MoneyOperations), MemberType = typeof(ConformanceCases))]
    public Task Canceled_while_it_is_prepared_nothing_is_sent(PaymentOperation operation) =>
        HoldsAsync(
            "If the caller cancels during the reads before the write, nothing is sent.",
            "the-gate",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                var request = await PrepareAsync(operation);
                var mark = Now();
                var before = Harness.Traffic.Count;
                using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);
                Task<PaymentResult> call;
                using (Harness.HoldNextRead())
                {
                    call = SendAsync(request, cancellationToken: leaving.Token);
                    while (Harness.Traffic.Count == before && !call.IsCompleted)
                    {
                        await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Token);
                    }

                    if (Harness.WritesSeen == mark.Writes)
                    {
                        await leaving.CancelAsync();
                    }
                }

                if (leaving.IsCancellationRequested)
                {
                    var isCanceled = false;
                    try
                    {
                        await call;
                    }
                    catch (OperationCanceledException)
                    {
                        isCanceled = true;
                    }

                    Assert.True(
                        isCanceled,
                        $"{operation} was canceled during its preparation, but did not end as canceled."
                    );
                    Assert.Empty(await Since(mark));
                    Assert.Equal(mark.Writes, Harness.WritesSeen);
                    return;
                }

                // Nothing is read before the write, so there is nothing to cancel.
                var result = await call;
                Assert.InRange((await Since(mark)).Count, 0, 1);
                Assert.NotEqual(PaymentOutcome.NotSent, result.Outcome);
            }
        );

    /// <summary>Failed look-ups are sent again, but a write never is, regardless of its HTTP method.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.MoneyOperations), MemberType = typeof(ConformanceCases))]
    public Task A_write_is_not_sent_again_like_a_lookup(PaymentOperation operation) =>
        HoldsAsync(
            "Failed look-ups are sent again, but a write never is, regardless of its HTTP method.",
            "the-gate",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                Harness.RetriesLookups = true;
                try
                {
                    await Harness.RestartAsync();
                    var request = await PrepareAsync(operation);
                    var mark = Now();
                    Inject(ConformanceFault.ServerError500);

                    var result = await SendAsync(request);

                    Harness.ClearFaults();
                    var moved = await Since(mark);
                    var writes = Harness.WritesSeen - mark.Writes;
                    Assert.True(
                        writes <= 1 && moved.Count <= 1 && IsCareful(result, moved.Count),
                        $"{operation}, answered with 500: {writes} writes, {moved.Count} movements, {result}"
                    );
                }
                finally
                {
                    Harness.RetriesLookups = false;
                    await Harness.RestartAsync();
                }
            }
        );
}
