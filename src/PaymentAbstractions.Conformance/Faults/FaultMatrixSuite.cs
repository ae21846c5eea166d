using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>Combines every fault with every operation: nothing unproven is claimed, and a look-up never reports anything false.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract class FaultMatrixSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    private static readonly HashSet<ConformanceFault> Unreachable =
    [
        ConformanceFault.ConnectionRefused,
        ConformanceFault.NameNotResolved,
        ConformanceFault.TlsFailure,
        ConformanceFault.ConnectionStalls,
    ];

    /// <summary>
    /// Under a fault nothing is approved or declined. NotSent means that no request arrived, and Rejected that nothing was done. A later
    /// look-up claims only what the provider's record shows, and repeating the key moves no money twice.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="fault">The fault.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.FaultMatrix), MemberType = typeof(ConformanceCases))]
    public Task A_fault_proves_only_what_it_proves(PaymentOperation operation, ConformanceFault fault) =>
        HoldsAsync(
            "Under a fault nothing is approved or declined. NotSent means that no request arrived, and Rejected that nothing was done. A later look-up claims only what the provider's record shows, and repeating the key moves no money twice.",
            "faults",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                if (IsOfNoKey(fault, operation))
                {
                    await ApproveAsync(await PrepareAsync(operation));
                    return;
                }

                if (fault == ConformanceFault.OtherIdEchoed)
                {
                    await TransactionOfAsync(await Harness.NewSaleAsync());
                }

                var request = await PrepareAsync(operation);
                var started = Harness.Time.GetUtcNow();
                var mark = Now();
                if (!TryInject(fault))
                {
                    throw NotApplicable(fault, IsAlwaysShown(fault) || await MustNameParent(fault, request));
                }

                var result = await SendAsync(request);

                Harness.ClearFaults();
                var moved = await Since(mark);
                var writes = Harness.WritesSeen - mark.Writes;
                var story = $"{operation} under {fault}: {result}; writes {writes}, movements {moved.Count}";
                Assert.True(
                    result.Outcome is PaymentOutcome.Unknown or PaymentOutcome.NotSent or PaymentOutcome.Rejected
                        || IsAdopted(result, fault, moved)
                        || IsTheOriginal(request, fault, moved),
                    story
                );
                // A request that cannot be proven may end before the fault, and a wrong original is impossible if an answer shows none.
                if (Harness.CanProve(operation) && !IsTheOriginal(request, fault, moved))
                {
                    AssertFaultShown(fault, story);
                }

                Assert.True(writes <= 1 && moved.Count <= 1, story);
                Assert.True(result.Outcome != PaymentOutcome.NotSent || writes == 0, story);
                Assert.True(
                    result.Outcome is PaymentOutcome.Unknown or PaymentOutcome.Approved || moved.Count == 0,
                    story
                );
                Assert.True(Unreachable.Contains(fault) || writes == 1 || !Harness.CanProve(operation), story);
                Assert.True(!Unreachable.Contains(fault) || result.Outcome == PaymentOutcome.NotSent, story);
                await AssertLookupIsTrue(request, started, moved, story);
                await AssertRepeatIsTrue(request, mark, moved, story);
            }
        );

    /// <summary>An unresolved attempt can be looked up any number of times.</summary>
    [Fact]
    public Task A_lookup_of_an_attempt_that_never_arrived_does_not_find_it() =>
        HoldsAsync(
            "An unresolved attempt can be looked up any number of times.",
            "faults",
            async () =>
            {
                var request = await Harness.NewSaleAsync();
                var attempt = PaymentAttempt.Of(request, Harness.Time.GetUtcNow());

                var found = await Gateway.FindAsync(FindRequest.For(attempt), Token);

                Assert.Contains(
                    found.Status,
                    new[] { FindStatus.NotSeen, FindStatus.ProvenAbsent, FindStatus.Ambiguous }
                );
                Assert.Null(found.State);
            }
        );

    // A conflict may cause the adapter to look up the key; a transaction that it can identify as its own is proven.
    private static bool IsAdopted(
        PaymentResult result,
        ConformanceFault fault,
        IReadOnlyList<ProviderMovement> moved
    ) =>
        fault is ConformanceFault.Conflict409AfterProcessing or ConformanceFault.HtmlPage409
        && result is { Outcome: PaymentOutcome.Approved, Transaction: { } transaction }
        && moved.Any(movement => movement.TransactionId == transaction.TransactionId);

    // A capture or void that changes its original is confirmed by reading the original, which has its own key and no parent.
    private static bool IsTheOriginal(
        PaymentRequest request,
        ConformanceFault fault,
        IReadOnlyList<ProviderMovement> moved
    ) =>
        fault
            is ConformanceFault.WrongParentEchoed
                or ConformanceFault.NoParentEchoed
                or ConformanceFault.WrongKeyEchoed
                or ConformanceFault.NoKeyEchoed
        && moved is [{ } movement]
        && movement.TransactionId == request.Original?.TransactionId;

    // A capture or refund that is a separate object proves nothing without a reference to its original.
    private async Task<bool> MustNameParent(ConformanceFault fault, PaymentRequest request)
    {
        if (fault is not (ConformanceFault.WrongParentEchoed or ConformanceFault.NoParentEchoed))
        {
            return false;
        }

        var mark = Now();
        await SendAsync(request);
        return await Since(mark) is [{ Kind: PaymentOperation.Capture or PaymentOperation.Refund } made]
            && made.TransactionId != request.Original?.TransactionId;
    }

    private async Task AssertRepeatIsTrue(
        PaymentRequest request,
        Mark mark,
        IReadOnlyList<ProviderMovement> moved,
        string story
    )
    {
        var repeat = await SendAsync(request);

        var all = await Since(mark);
        story = $"{story}; repeated {repeat}; movements {all.Count}";
        Assert.True(all.Count <= 1, story);
        Assert.True(all.Count == 0 || repeat.MoneyMayHaveMoved, story);
        Assert.True(all.Count == moved.Count || moved.Count == 0, story);
        Assert.True(
            repeat.Outcome != PaymentOutcome.Approved
                || all.Any(movement => movement.TransactionId == repeat.Transaction?.TransactionId),
            story
        );
    }

    private async Task AssertLookupIsTrue(
        PaymentRequest request,
        DateTimeOffset started,
        IReadOnlyList<ProviderMovement> moved,
        string story
    )
    {
        var found = await Gateway.FindAsync(FindRequest.For(PaymentAttempt.Of(request, started)), Token);

        story = $"{story}; found {found}";
        if (found.IsFound)
        {
            Assert.True(
                found.State.Outcome != PaymentOutcome.Approved
                    || moved.Any(movement => movement.TransactionId == found.State.Transaction.TransactionId),
                story
            );
            Assert.True(
                moved.Count == 0 || found.State.Outcome is not (PaymentOutcome.Declined or PaymentOutcome.Rejected),
                story
            );
        }

        Assert.True(moved.Count == 0 || found.Status != FindStatus.ProvenAbsent, story);
        Assert.True(moved.Count == 0 || found.IsFound == Harness.CanFind(request.Operation), story);
    }
}
