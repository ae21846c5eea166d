using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class PayoutSuite<THarness>
{
    /// <summary>A payout request that cannot be read is never reported as missing.</summary>
    /// <param name="fault">The fault.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.ReadFaults), MemberType = typeof(ConformanceCases))]
    public Task What_cannot_be_read_is_not_told_as_none(ConformanceFault fault) =>
        HoldsAsync(
            "A payout request that cannot be read is never reported as missing.",
            "payout-requests",
            async () =>
            {
                if (await IsRefusedAsUnsupportedPayoutAsync())
                {
                    return;
                }

                var (request, _) = await KeptPayoutAsync();
                Func<Task>[] reads =
                [
                    () => Payouts.GetAsync(request.Id!, Token),
                    () => ListAsync(request.CustomerId),
                    () => Payouts.ListPaymentMethodsAsync(request.Id!, Token),
                ];
                foreach (var read in reads)
                {
                    if (!Harness.InjectAfter(0, fault))
                    {
                        throw NotApplicable(fault);
                    }

                    await Assert.ThrowsAsync<PaymentReadException>(read);
                    Harness.ClearFaults();
                    await Harness.WhenIdleAsync(Token);
                }
            }
        );

    /// <summary>A payout request that meets a fault claims nothing that is not proven, and after a repeat it is stored once.</summary>
    /// <param name="fault">The fault.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.ReadFaults), MemberType = typeof(ConformanceCases))]
    public Task A_payout_in_doubt_is_kept_once_by_a_repeat(ConformanceFault fault) =>
        HoldsAsync(
            "A payout request that meets a fault claims nothing that is not proven, and after a repeat it is stored once.",
            "payout-requests",
            async () =>
            {
                if (await IsRefusedAsUnsupportedPayoutAsync())
                {
                    return;
                }

                for (var exchanges = 0; exchanges < 2; exchanges++)
                {
                    var (request, _) = await NewPayoutAsync();
                    var first = await MeetAsync(fault, exchanges, () => Payouts.RequestAsync(request, Token));
                    var isThere = await Payouts.GetAsync(request.Id!, Token) is not null;
                    var again = await Payouts.RequestAsync(request, Token);

                    AssertHonest(first, isThere, fault);
                    Assert.Equal(PaymentOutcome.Approved, again.Outcome);
                    Assert.Single(await ListAsync(request.CustomerId), one => one.Id == request.Id);
                }
            }
        );

    /// <summary>A cancellation that meets a fault claims nothing that is not proven, and a repeat cancels the request.</summary>
    /// <param name="fault">The fault.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.ReadFaults), MemberType = typeof(ConformanceCases))]
    public Task A_cancellation_in_doubt_is_done_by_a_repeat(ConformanceFault fault) =>
        HoldsAsync(
            "A cancellation that meets a fault claims nothing that is not proven, and a repeat cancels the request.",
            "payout-requests",
            async () =>
            {
                if (await IsRefusedAsUnsupportedPayoutAsync())
                {
                    return;
                }

                for (var exchanges = 0; exchanges < 3; exchanges++)
                {
                    var (request, _) = await KeptPayoutAsync();
                    var cancellation = CancellationOf(request.Id!);
                    var first = await MeetAsync(fault, exchanges, () => Payouts.CancelAsync(cancellation, Token));
                    var isDone = await Payouts.GetAsync(request.Id!, Token) is { Status: PayoutStatus.Canceled };
                    var again = await Payouts.CancelAsync(cancellation, Token);

                    AssertHonest(first, isDone, fault);
                    Assert.Equal((PaymentOutcome.Approved, isDone), (again.Outcome, again.AlreadyExisted));
                }
            }
        );

    private async Task<PayoutResult> MeetAsync(ConformanceFault fault, int exchanges, Func<Task<PayoutResult>> call)
    {
        if (!Harness.InjectAfter(exchanges, fault))
        {
            throw NotApplicable(fault);
        }

        var result = await call();
        Harness.ClearFaults();
        await Harness.WhenIdleAsync(Token);
        return result;
    }

    private static void AssertHonest(PayoutResult result, bool isDone, ConformanceFault fault) =>
        Assert.True(
            result.Outcome switch
            {
                PaymentOutcome.Approved => isDone,
                PaymentOutcome.NotSent or PaymentOutcome.Rejected => !isDone,
                PaymentOutcome.Unknown => true,
                _ => false,
            },
            $"{fault}: {result}, but the change was {(isDone ? "" : "not ")}made."
        );
}
