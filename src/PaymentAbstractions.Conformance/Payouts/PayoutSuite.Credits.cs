using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class PayoutSuite<THarness>
{
    /// <summary>
    /// A credit for a payout request moves money once under its key, whichever process repeats it, and nothing is left of the request.
    /// </summary>
    [Fact]
    public Task A_credit_for_a_payout_moves_money_once() =>
        HoldsAsync(
            "A credit for a payout request moves money once under its key, whichever process repeats it, and nothing is left of the request.",
            "payout-requests",
            async () =>
            {
                if (await IsRefusedAsUnsupportedPayoutAsync())
                {
                    return;
                }

                var (request, credit) = await KeptPayoutAsync();
                var mark = Now();

                var first = await ApproveAsync(credit);
                var repeated = await SendAsync(credit);
                await Harness.RestartAsync();
                var afterwards = await SendAsync(credit);

                var moved = Assert.Single(await Since(mark));
                Assert.Equal((PaymentOperation.Credit, credit.Amount), (moved.Kind, moved.Amount));
                if (first is not null)
                {
                    Assert.Equal(first.Transaction, repeated.Transaction);
                    Assert.Equal(first.Transaction, afterwards.Transaction);
                }

                var paid = await Payouts.GetAsync(request.Id!, Token);
                Assert.Equal(PayoutStatus.Fulfilled, paid?.Status);
                Assert.True(paid?.AvailableAmount?.IsZero);
            }
        );

    /// <summary>A key that paid out one payout request cannot pay out another one.</summary>
    [Fact]
    public Task A_key_for_one_payout_is_refused_for_another() =>
        HoldsAsync(
            "A key that paid out one payout request cannot pay out another one.",
            "payout-requests",
            async () =>
            {
                if (await IsRefusedAsUnsupportedPayoutAsync())
                {
                    return;
                }

                var (request, credit) = await KeptPayoutAsync();
                var other = request with { Id = NewPayoutId() };
                await RequestedAsync(other);
                await SendAsync(credit);
                var mark = Now();

                foreach (var id in new[] { other.Id, null })
                {
                    await AssertRefusedAsync(
                        () => SendAsync(credit with { PayoutId = id }),
                        nameof(CreditRequest.PayoutId)
                    );
                }

                AssertNothingSent(mark);
            }
        );

    /// <summary>A part of a payout request can be paid out, but never more than what is left.</summary>
    [Fact]
    public Task No_more_is_paid_out_than_what_is_left() =>
        HoldsAsync(
            "A part of a payout request can be paid out, but never more than what is left.",
            "payout-requests",
            async () =>
            {
                if (await IsRefusedAsUnsupportedPayoutAsync())
                {
                    return;
                }

                var (request, credit) = await KeptPayoutAsync();
                var part = credit with { IdempotencyKey = ConformanceHarness.NewKey(), Amount = Harness.AmountOf(7) };
                await ApproveAsync(part);
                var shown = await Payouts.GetAsync(request.Id!, Token);

                Assert.Equal(request.Amount - part.Amount, shown?.AvailableAmount);
                Assert.NotEqual(PayoutStatus.Fulfilled, shown?.Status);
                await AssertNotPaidOutAsync(credit);
            }
        );

    /// <summary>Nothing is paid out for a payout request that is canceled, is unknown or belongs to another customer.</summary>
    [Fact]
    public Task Nothing_is_paid_out_for_a_payout_that_is_not_open() =>
        HoldsAsync(
            "Nothing is paid out for a payout request that is canceled, is unknown or belongs to another customer.",
            "payout-requests",
            async () =>
            {
                if (await IsRefusedAsUnsupportedPayoutAsync())
                {
                    return;
                }

                var (request, credit) = await KeptPayoutAsync();
                var other = (await KeptPayoutAsync()).Request;
                await Payouts.CancelAsync(CancellationOf(request.Id!), Token);

                await AssertNotPaidOutAsync(credit);
                foreach (var id in new[] { other.Id, NewPayoutId() })
                {
                    await AssertNotPaidOutAsync(
                        credit with
                        {
                            IdempotencyKey = ConformanceHarness.NewKey(),
                            PayoutId = id,
                        }
                    );
                }
            }
        );

    /// <summary>Nothing is paid out for a payout request that cannot be read.</summary>
    /// <param name="fault">The fault.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.ReadFaults), MemberType = typeof(ConformanceCases))]
    public Task Nothing_is_paid_out_for_a_payout_that_cannot_be_read(ConformanceFault fault) =>
        HoldsAsync(
            "Nothing is paid out for a payout request that cannot be read.",
            "payout-requests",
            async () =>
            {
                if (await IsRefusedAsUnsupportedPayoutAsync())
                {
                    return;
                }

                var (_, credit) = await KeptPayoutAsync();
                if (!Harness.InjectAfter(0, fault))
                {
                    throw NotApplicable(fault);
                }

                var mark = Now();
                var result = await SendAsync(credit);

                Assert.Equal(PaymentOutcome.NotSent, result.Outcome);
                Assert.Empty(await Since(mark));
                Assert.Equal(mark.Writes, Harness.WritesSeen);
            }
        );

    /// <summary>A credit whose answer is lost is paid out once by a repeat of its key, although nothing is left by then.</summary>
    [Fact]
    public Task A_credit_in_doubt_is_not_refused_for_what_it_paid_out_itself() =>
        HoldsAsync(
            "A credit whose answer is lost is paid out once by a repeat of its key, although nothing is left by then.",
            "payout-requests",
            async () =>
            {
                if (await IsRefusedAsUnsupportedPayoutAsync())
                {
                    return;
                }

                var (_, credit) = await KeptPayoutAsync();
                Inject(ConformanceFault.ResetAfterProcessing);
                var mark = Now();

                var first = await SendAsync(credit);
                Harness.ClearFaults();
                await Harness.WhenIdleAsync(Token);
                var repeated = await SendAsync(credit);

                Assert.Single(await Since(mark));
                Assert.Contains(first.Outcome, (PaymentOutcome[])[PaymentOutcome.Unknown, PaymentOutcome.Approved]);
                Assert.Contains(repeated.Outcome, (PaymentOutcome[])[PaymentOutcome.Unknown, PaymentOutcome.Approved]);
                if (Harness.CanFind(PaymentOperation.Credit))
                {
                    Assert.Equal(PaymentOutcome.Approved, repeated.Outcome);
                }
            }
        );

    private async Task AssertNotPaidOutAsync(CreditRequest credit)
    {
        var mark = Now();
        var result = await SendAsync(credit);
        Assert.True(result.Outcome == PaymentOutcome.Rejected, $"The credit was not refused: {result}");
        Assert.Empty(await Since(mark));
        Assert.Equal(mark.Writes, Harness.WritesSeen);
    }
}
