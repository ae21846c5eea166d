using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>Payout requests are stored once, never guessed, and paid out only by credits that run through the journal.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract partial class PayoutSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    private IPayouts Payouts => PayoutsOf(Gateway);

    /// <summary>A gateway offers payout requests if and only if its capabilities say so.</summary>
    [Fact]
    public Task Payouts_are_there_when_the_capabilities_say_so() =>
        HoldsAsync(
            "A gateway offers payout requests if and only if its capabilities say so.",
            "payout-requests",
            () => Assert.Equal(Capabilities.Payouts, Gateway.TryGet<IPayouts>(out _))
        );

    /// <summary>A payout request can be read back and listed as it was sent, only for its customer.</summary>
    [Fact]
    public Task A_payout_that_is_requested_is_shown() =>
        HoldsAsync(
            "A payout request can be read back and listed as it was sent, only for its customer.",
            "payout-requests",
            async () =>
            {
                if (await IsRefusedAsUnsupportedPayoutAsync())
                {
                    return;
                }

                var (request, credit) = await NewPayoutAsync();
                var other = (await NewPayoutAsync()).Request;
                var kept = await RequestedAsync(request);
                await RequestedAsync(other);

                var shown = await Payouts.GetAsync(kept.Id, Token);
                Assert.Equal(kept, shown);
                Assert.Equal(
                    (request.Id, request.CustomerId, request.Amount, (Money?)request.Amount, request.Description),
                    (kept.Id, kept.CustomerId, kept.Amount, kept.AvailableAmount, kept.Description)
                );
                Assert.NotEqual(PayoutStatus.Unknown, kept.Status);
                Assert.False(string.IsNullOrEmpty(kept.ProviderStatus));
                Assert.Equal(kept.Id, Assert.Single(await ListAsync(request.CustomerId)).Id);
                Assert.Single(await ListAsync(customer: null), one => one.Id == other.Id);
                if (credit.PaymentMethod is StoredPaymentMethod method)
                {
                    Assert.Contains(
                        await Payouts.ListPaymentMethodsAsync(kept.Id, Token),
                        one => one.ToPaymentMethod().Id == method.Id
                    );
                }
            }
        );

    /// <summary>
    /// A payout request with the merchant's own id is stored once, however often it is sent, and updated by the same call.
    /// </summary>
    [Fact]
    public Task An_own_id_may_be_repeated() =>
        HoldsAsync(
            "A payout request with the merchant's own id is stored once, however often it is sent, and updated by the same call.",
            "payout-requests",
            async () =>
            {
                if (await IsRefusedAsUnsupportedPayoutAsync())
                {
                    return;
                }

                var (request, _) = await NewPayoutAsync();
                var first = await Payouts.RequestAsync(request, Token);
                var repeated = await Payouts.RequestAsync(request, Token);
                var changed = await Payouts.RequestAsync(request with { Amount = Harness.AmountOf(7) }, Token);

                Assert.Equal((PaymentOutcome.Approved, false), (first.Outcome, first.AlreadyExisted));
                Assert.Equal((PaymentOutcome.Approved, true), (repeated.Outcome, repeated.AlreadyExisted));
                Assert.Equal((PaymentOutcome.Approved, true), (changed.Outcome, changed.AlreadyExisted));
                Assert.Equal(
                    Harness.AmountOf(7),
                    Assert.Single(await ListAsync(request.CustomerId), one => one.Id == request.Id).Amount
                );
            }
        );

    /// <summary>If a request has no id, the provider assigns a new one for each call.</summary>
    [Fact]
    public Task Without_an_id_the_provider_gives_one() =>
        HoldsAsync(
            "If a request has no id, the provider assigns a new one for each call.",
            "payout-requests",
            async () =>
            {
                if (await IsRefusedAsUnsupportedPayoutAsync())
                {
                    return;
                }

                var request = (await NewPayoutAsync()).Request with { Id = null };
                string[] ids = [(await RequestedAsync(request)).Id, (await RequestedAsync(request)).Id];

                Assert.NotEqual(ids[0], ids[1], StringComparer.Ordinal);
                Assert.Equal(
                    ids.Order(StringComparer.Ordinal),
                    (await ListAsync(request.CustomerId)).Select(one => one.Id).Order(StringComparer.Ordinal),
                    StringComparer.Ordinal
                );
            }
        );

    /// <summary>A canceled payout request is shown as canceled, with the reason, and canceling it again changes nothing.</summary>
    [Fact]
    public Task A_payout_that_is_canceled_stays_so() =>
        HoldsAsync(
            "A canceled payout request is shown as canceled, with the reason, and canceling it again changes nothing.",
            "payout-requests",
            async () =>
            {
                if (await IsRefusedAsUnsupportedPayoutAsync())
                {
                    return;
                }

                var payout = await RequestedAsync((await NewPayoutAsync()).Request);
                var cancellation = CancellationOf(payout.Id);
                var canceled = await Payouts.CancelAsync(cancellation, Token);
                var again = await Payouts.CancelAsync(
                    cancellation with
                    {
                        CanceledBy = PayoutCanceledBy.Customer,
                    },
                    Token
                );

                Assert.Equal((PaymentOutcome.Approved, false), (canceled.Outcome, canceled.AlreadyExisted));
                Assert.Equal((PaymentOutcome.Approved, true), (again.Outcome, again.AlreadyExisted));
                var shown = await Payouts.GetAsync(payout.Id, Token);
                Assert.Equal(PayoutStatus.Canceled, shown?.Status);
                Assert.Equal(
                    new PayoutCancellation
                    {
                        CanceledBy = PayoutCanceledBy.Merchant,
                        Description = cancellation.Description,
                    },
                    shown?.Cancellation
                );
            }
        );

    /// <summary>Payout requests that the provider does not know are reported as not found.</summary>
    [Fact]
    public Task What_is_not_there_is_none() =>
        HoldsAsync(
            "Payout requests that the provider does not know are reported as not found.",
            "payout-requests",
            async () =>
            {
                if (await IsRefusedAsUnsupportedPayoutAsync())
                {
                    return;
                }

                var id = NewPayoutId();
                var canceled = await Payouts.CancelAsync(CancellationOf(id), Token);
                var failure = await Assert.ThrowsAsync<PaymentReadException>(() =>
                    Payouts.ListPaymentMethodsAsync(id, Token)
                );

                Assert.Null(await Payouts.GetAsync(id, Token));
                Assert.Empty(await ListAsync(Harness.UnknownCustomerId));
                Assert.Equal((PaymentOutcome.Rejected, PaymentReason.NotFound), (canceled.Outcome, canceled.Reason));
                Assert.Equal(PaymentReason.NotFound, failure.Reason);
            }
        );

    /// <summary>An invalid request is refused with all its problems at once, and nothing is sent.</summary>
    [Fact]
    public Task What_cannot_be_right_is_refused_with_all_problems() =>
        HoldsAsync(
            "An invalid request is refused with all its problems at once, and nothing is sent.",
            "payout-requests",
            async () =>
            {
                if (await IsRefusedAsUnsupportedPayoutAsync())
                {
                    return;
                }

                var request = new PayoutRequest
                {
                    Id = "a/../b",
                    Amount = Harness.AmountOf(0),
                    CustomerId = " ",
                    PaymentMethodId = "../1",
                };
                var cancellation = new CancelPayoutRequest { PayoutId = "", CanceledBy = PayoutCanceledBy.System };
                var mark = Now();

                await AssertRefusedAsync(
                    () => Payouts.RequestAsync(request, Token),
                    nameof(request.Amount),
                    nameof(request.CustomerId),
                    nameof(request.Id),
                    nameof(request.PaymentMethodId)
                );
                await AssertRefusedAsync(
                    () => Payouts.CancelAsync(cancellation, Token),
                    nameof(cancellation.CanceledBy),
                    nameof(cancellation.PayoutId)
                );
                await AssertRefusedAsync(() => Payouts.GetAsync("a/../b", Token), nameof(cancellation.PayoutId));
                await AssertRefusedAsync(
                    () => Payouts.ListPaymentMethodsAsync("a/../b", Token),
                    nameof(cancellation.PayoutId)
                );
                await AssertRefusedAsync(() => ListAsync("a/../b"), "Customer.Id");
                AssertNothingSent(mark);
            }
        );

    /// <summary>Storing payout requests moves no money, does not count as a payment, and writes nothing to the journal.</summary>
    [Fact]
    public Task Keeping_payouts_leaves_no_trace() =>
        HoldsAsync(
            "Storing payout requests moves no money, does not count as a payment, and writes nothing to the journal.",
            "payout-requests",
            async () =>
            {
                if (await IsRefusedAsUnsupportedPayoutAsync())
                {
                    return;
                }

                await SendAsync(await Harness.NewSaleAsync());
                var (request, _) = await NewPayoutAsync();
                await Harness.WhenIdleAsync(Token);
                var (mark, journal) = (Now(), JournalOnDisk());

                await RequestedAsync(request);
                await Payouts.GetAsync(request.Id!, Token);
                await ListAsync(request.CustomerId);
                await Payouts.ListPaymentMethodsAsync(request.Id!, Token);
                await Payouts.CancelAsync(CancellationOf(request.Id!), Token);

                Assert.Empty(await Since(mark));
                Assert.Equal(mark.Writes, Harness.WritesSeen);
                Assert.Equal(journal, JournalOnDisk());
            }
        );

    /// <summary>The error for refused credentials does not contain them.</summary>
    [Fact]
    public Task Payouts_show_no_secret() =>
        HoldsAsync(
            "The error for refused credentials does not contain them.",
            "payout-requests",
            async () =>
            {
                if (await IsRefusedAsUnsupportedPayoutAsync())
                {
                    return;
                }

                var failure = await Assert.ThrowsAsync<PaymentReadException>(() =>
                    PayoutsOf(Harness.WrongCredentials).GetAsync(NewPayoutId(), Token)
                );
                var refused = await PayoutsOf(Harness.WrongCredentials)
                    .RequestAsync((await NewPayoutAsync()).Request, Token);

                Assert.NotEqual(PaymentOutcome.Approved, refused.Outcome);
                AssertShowsNoSecret($"{failure} {refused}");
            }
        );
}
