using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class OutcomesSuite<THarness>
{
    /// <summary>A refund that the provider has accepted but not finished has not given anything back yet.</summary>
    [Fact]
    public Task A_refund_that_the_provider_has_not_finished_is_pending() =>
        HoldsAsync(
            "A refund that the provider has accepted but not finished has not given anything back yet.",
            "outcomes",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Refund))
                {
                    return;
                }

                var refund = Assert.IsType<RefundRequest>(await PrepareAsync(PaymentOperation.Refund));
                var request = Harness.Processing(refund) ?? throw NotApplicable();
                var mark = Now();

                var result = await SendAsync(request);

                Assert.Equal(PaymentOutcome.Pending, result.Outcome);
                Assert.Equal(PaymentReason.WaitingForProvider, result.Reason);
                Assert.NotNull(result.Transaction);
                Assert.Empty(await Since(mark));
                Assert.Equal(PaymentOutcome.Pending, (await FindAsync(result.Transaction)).Outcome);
                Assert.Equal(PaymentOutcome.Approved, (await FindAsync(request.Transaction)).Outcome);

                await Harness.SettleAsync();
                Harness.Advance(TimeSpan.FromDays(1));

                var state = await FindAsync(result.Transaction);
                Assert.Equal((await Since(mark)).Count == 1, state.Outcome == PaymentOutcome.Approved);
            }
        );

    /// <summary>A refund that fails gives nothing back, and can be requested again.</summary>
    [Fact]
    public Task A_refund_that_fails_gives_nothing_back() =>
        HoldsAsync(
            "A refund that fails gives nothing back, and can be requested again.",
            "outcomes",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Refund))
                {
                    return;
                }

                var refund = Assert.IsType<RefundRequest>(await PrepareAsync(PaymentOperation.Refund));
                var request = Harness.Declining(refund) ?? throw NotApplicable();
                var mark = Now();

                var result = await SendAsync(request);

                Assert.Contains(result.Outcome, new[] { PaymentOutcome.Declined, PaymentOutcome.Rejected });
                Assert.False(result.MoneyMayHaveMoved);
                Assert.Empty(await Since(mark));
                Assert.Equal(PaymentOutcome.Approved, (await FindAsync(request.Transaction)).Outcome);
                await ApproveAsync(Refund(request.Transaction, request.Amount));
            }
        );
}
