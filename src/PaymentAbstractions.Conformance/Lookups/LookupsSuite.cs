using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>
/// A look-up claims only what the provider has shown: no absence without evidence, and no transaction of another payment.
/// </summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract class LookupsSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    /// <summary>A failed read proves neither presence nor absence, whichever read of the look-up fails.</summary>
    /// <param name="fault">The fault.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.ReadFaults), MemberType = typeof(ConformanceCases))]
    public Task A_lookup_that_fails_proves_nothing(ConformanceFault fault) =>
        HoldsAsync(
            "A failed read proves neither presence nor absence, whichever read of the look-up fails.",
            "look-ups",
            async () =>
            {
                var request = await Harness.NewSaleAsync();
                var never = PaymentAttempt.Of(await Harness.NewSaleAsync(), Harness.Time.GetUtcNow());
                var attempt = PaymentAttempt.Of(request, Harness.Time.GetUtcNow());
                var own = await TransactionOfAsync(request);

                foreach (var wanted in new[] { FindRequest.For(own), FindRequest.For(attempt), FindRequest.For(never) })
                {
                    for (var reads = 0; reads < 2; reads++)
                    {
                        if (!Harness.InjectAfter(reads, fault))
                        {
                            throw NotApplicable(fault);
                        }

                        var found = await Gateway.FindAsync(wanted, Token);

                        Harness.ClearFaults();
                        await Harness.WhenIdleAsync(Token);
                        Assert.True(
                            IsTrue(found, wanted.Attempt == never ? null : own) && !(reads == 0 && found.IsFound),
                            $"{wanted}, whose read {reads + 1} met {fault}: {found}"
                        );
                    }
                }
            }
        );

    /// <summary>A write that has arrived may still move money, although no transaction is visible yet.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.MoneyOperations), MemberType = typeof(ConformanceCases))]
    public Task What_is_still_being_processed_is_not_proven_absent(PaymentOperation operation) =>
        HoldsAsync(
            "A write that has arrived may still move money, although no transaction is visible yet.",
            "look-ups",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                var request = await PrepareAsync(operation);
                var attempt = PaymentAttempt.Of(request, Harness.Time.GetUtcNow());
                var mark = Now();
                FindResult found;
                Task<PaymentResult> call;
                using (Harness.HoldNextWrite())
                {
                    call = SendAsync(request);
                    await WriteArrivedAsync(mark, call);
                    found = await Gateway.FindAsync(FindRequest.For(attempt), Token);
                }

                await call;
                Assert.True(
                    found.Status != FindStatus.ProvenAbsent && found.State?.Outcome != PaymentOutcome.Approved,
                    $"{operation}, still being processed: {found}"
                );
            }
        );

    /// <summary>A transaction of one key is not found under another key.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [InlineData(PaymentOperation.Sale)]
    [InlineData(PaymentOperation.Authorize)]
    [InlineData(PaymentOperation.Credit)]
    public Task A_transaction_is_not_found_under_another_key(PaymentOperation operation) =>
        HoldsAsync(
            "A transaction of one key is not found under another key.",
            "look-ups",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                var request = await PrepareAsync(operation);
                var started = Harness.Time.GetUtcNow();
                await ApproveAsync(request);
                var other = request with { IdempotencyKey = ConformanceHarness.NewKey() };

                var found = await Gateway.FindAsync(FindRequest.For(PaymentAttempt.Of(other, started)), Token);

                Assert.False(found.IsFound, $"{operation} under a key that was never sent: {found}");
            }
        );

    /// <summary>A transaction that a proxy or cache returns in place of another one is not accepted.</summary>
    [Fact]
    public Task A_transaction_that_is_shown_in_place_of_another_is_not_believed() =>
        HoldsAsync(
            "A transaction that a proxy or cache returns in place of another one is not accepted.",
            "look-ups",
            async () =>
            {
                var own = await TransactionOfAsync(await Harness.NewSaleAsync());
                var other = await TransactionOfAsync(await Harness.NewSaleAsync(Harness.AmountOf(20)));
                Harness.AnswerReadsWith(own, other);

                var found = await Gateway.FindAsync(FindRequest.For(own), Token);

                Harness.ClearFaults();
                if (
                    found.State is { } state
                    && state.Transaction == own
                    && state.RequestedAmount != Harness.AmountOf(20)
                )
                {
                    // The other transaction was not shown at all: the id is neither in the path nor in the query.
                    throw NotApplicable();
                }

                Assert.False(found.IsFound, $"The answer shows {other} in place of {own}: {found}");
                Assert.NotEqual(FindStatus.ProvenAbsent, found.Status);
                await FindAsync(own);
            }
        );

    /// <summary>
    /// With two originals of the same amount, an operation on one of them whose answer is lost is not found at the other.
    /// </summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [InlineData(PaymentOperation.Capture)]
    [InlineData(PaymentOperation.Void)]
    [InlineData(PaymentOperation.Refund)]
    public Task What_was_done_to_one_transaction_is_not_found_at_another(PaymentOperation operation) =>
        HoldsAsync(
            "With two originals of the same amount, an operation on one of them whose answer is lost is not found at the other.",
            "look-ups",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                var request = await PrepareAsync(operation);
                var other = await PrepareAsync(operation);
                var started = Harness.Time.GetUtcNow();
                var mark = Now();
                Inject(ConformanceFault.ResetAfterProcessing);
                var result = await SendAsync(request);
                Harness.ClearFaults();
                var moved = await Since(mark);
                if (Harness.CanProve(operation))
                {
                    AssertFaultShown(ConformanceFault.ResetAfterProcessing, $"{result}");
                }

                foreach (var key in new[] { other.IdempotencyKey, request.IdempotencyKey })
                {
                    var attempt = PaymentAttempt.Of(other with { IdempotencyKey = key }, started);
                    var elsewhere = await Gateway.FindAsync(FindRequest.For(attempt), Token);
                    Assert.True(
                        elsewhere.State?.Outcome != PaymentOutcome.Approved
                            && elsewhere.Status != FindStatus.ProvenAbsent
                            || key == request.IdempotencyKey && !elsewhere.IsFound,
                        $"The {operation} of {request.Original} is found as that of {other.Original}: {elsewhere}"
                    );
                }

                if (await ApproveAsync(other) is { Transaction: { } own })
                {
                    Assert.DoesNotContain(moved, movement => movement.TransactionId == own.TransactionId);
                }
            }
        );

    private static bool IsTrue(FindResult found, TransactionReference? made) =>
        made is null
            ? !found.IsFound && found.Status != FindStatus.ProvenAbsent
            : found.Status != FindStatus.ProvenAbsent
                && (!found.IsFound || found.State.Transaction.TransactionId == made.TransactionId);
}
