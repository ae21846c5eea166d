using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class RecoveryTests : IAsyncDisposable
{
    private readonly JournaledPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_that_dies_between_intent_and_send_leaves_an_attempt_that_recovery_proves_absent()
    {
        await DieAsync(afterSend: false);
        _payments.Restart();
        _payments.Backend.OnFind = (_, _) => FindResult.ProvenAbsent("The provider never had it.");

        _payments.Clock.Advance(JournaledPayments.LongAfter);
        var report = await _payments.Recovery.RecoverAsync(Token);
        var again = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal((1, 1), (report.LookedUp, report.Resolved));
        Assert.True(again.IsApproved);
        Assert.Equal(2, _payments.Entry.Attempt);
        Assert.Equal(1, _payments.Backend.Sent);
    }

    [Fact]
    public async Task A_process_that_dies_between_send_and_outcome_leaves_an_attempt_that_recovery_finds()
    {
        await DieAsync(afterSend: true);
        _payments.Restart();
        _payments.Backend.OnFind = (adapter, request) => FindResult.Found(adapter.Shown(request));

        _payments.Clock.Advance(JournaledPayments.LongAfter);
        await _payments.Recovery.RecoverAsync(Token);
        var again = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.True(again.IsApproved);
        Assert.Equal(0, _payments.Backend.Sent);
        Assert.Equal(JournalResolutionSource.Lookup, Assert.Single(_payments.Entry.Revisions).Source);
    }

    [Fact]
    public async Task The_whole_state_that_a_look_up_shows_is_recorded()
    {
        await DieAsync(afterSend: true);
        _payments.Restart();
        TransactionState? shown = null;
        _payments.Backend.OnFind = (adapter, request) =>
        {
            shown = adapter.Shown(request) with
            {
                ProcessedAmount = Money.Eur(11.40m),
                Code = ResponseCode.FromProvider("00"),
                Provider = new ProviderDetails
                {
                    AuthorizationCode = "A1B2C3",
                    AcquirerReferenceNumber = "7483695014435",
                },
                Verification = new VerificationResult
                {
                    Avs = AvsResult.FromProvider("Y", CardBrand.Visa),
                    Cvv = CvvResult.FromProvider("M", CardBrand.Visa),
                    ThreeDSecure = new ThreeDSecureResult { Status = ThreeDSecureStatus.Authenticated },
                },
                PaymentMethod = new PaymentMethodDetails { Brand = CardBrand.Visa, LastFour = "1111" },
                BillingDescriptor = "SHOP*ORDER 1",
                CommercialData = new CommercialDataResult { ReportedLevel = CommercialDataLevel.LevelII },
            };
            return FindResult.Found(shown);
        };

        _payments.Clock.Advance(JournaledPayments.LongAfter);
        await _payments.Recovery.RecoverAsync(Token);

        var result = _payments.Entry.Outcome!.Result;
        Assert.True(result.IsApproved);
        Assert.Equal(shown!.ProcessedAmount, result.ProcessedAmount);
        Assert.Equal((shown.Code, shown.Provider), (result.Code, result.Provider));
        Assert.Equal((shown.Verification, shown.PaymentMethod), (result.Verification, result.PaymentMethod));
        Assert.Equal(
            (shown.BillingDescriptor, shown.CommercialData),
            (result.BillingDescriptor, result.CommercialData)
        );
    }

    [Fact]
    public async Task The_sent_level_stays_known_when_a_look_up_resolves_the_payment()
    {
        var sent = new CommercialDataResult { SentLevel = CommercialDataLevel.LevelIII, DroppedFields = ["Duty"] };
        _payments.Backend.OnExecute = (_, call) =>
            RepeatTests.Send(call, PaymentResults.Unknown(call.Request) with { CommercialData = sent });
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        _payments.Backend.OnFind = (adapter, request) => FindResult.Found(adapter.Shown(request));

        _payments.Clock.Advance(JournaledPayments.LongAfter);
        await _payments.Recovery.RecoverAsync(Token);

        Assert.Equal(sent, _payments.Entry.Outcome!.Result.CommercialData);
    }

    [Fact]
    public async Task A_payment_that_was_reversed_later_is_concluded_as_the_approval_that_it_was()
    {
        await DieAsync(afterSend: true);
        _payments.Restart();
        _payments.Backend.OnFind = (adapter, request) =>
            FindResult.Found(
                adapter.Shown(request) with
                {
                    Outcome = PaymentOutcome.Reversed,
                    Reason = PaymentReason.AlreadyReversed,
                }
            );

        _payments.Clock.Advance(JournaledPayments.LongAfter);
        await _payments.Recovery.RecoverAsync(Token);

        Assert.Equal(JournalEntryState.Closed, _payments.Entry.State);
        Assert.Equal(PaymentRequests.Sale().Amount, _payments.Entry.Outcome!.Result.ApprovedAmount);
    }

    [Fact]
    public async Task Recovery_sends_nothing()
    {
        await DieAsync(afterSend: false);
        _payments.Restart();

        _payments.Clock.Advance(JournaledPayments.LongAfter);
        await _payments.Recovery.RecoverAsync(Token);

        Assert.Empty(_payments.Backend.Executed);
        Assert.Equal(JournalEntryState.Open, _payments.Entry.State);
    }

    [Fact]
    public async Task Only_a_live_call_with_the_whole_request_sends_again_what_a_dead_process_left()
    {
        await DieAsync(afterSend: true);
        _payments.Restart();
        _payments.Clock.Advance(JournaledPayments.LongAfter);

        var again = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.True(again.IsApproved);
        Assert.Equal(1, _payments.Backend.Sent);
        Assert.Equal(1, _payments.Entry.Attempt);
    }

    [Fact]
    public async Task An_attempt_is_looked_up_only_after_send_by_the_longest_exchange_and_a_margin()
    {
        await DieAsync(afterSend: true);
        _payments.Restart();
        // One minute to send, two for the exchange and two for the margin.
        _payments.Clock.Advance(TimeSpan.FromSeconds(299));

        var early = await _payments.Recovery.RecoverAsync(Token);
        _payments.Clock.Advance(TimeSpan.FromSeconds(1));
        var late = await _payments.Recovery.RecoverAsync(Token);

        Assert.Equal((0, 1), (early.LookedUp, early.NotDue));
        Assert.Equal((1, 0), (late.LookedUp, late.NotDue));
    }

    [Fact]
    public async Task An_exchange_under_way_is_not_looked_up_however_long_it_takes()
    {
        await DieAsync(afterSend: true);

        _payments.Clock.Advance(JournaledPayments.LongAfter);
        var report = await _payments.Recovery.RecoverAsync(Token);

        Assert.Equal((0, 1), (report.LookedUp, report.NotDue));
    }

    [Fact]
    public async Task A_look_up_that_proves_nothing_changes_nothing_and_is_listed_with_its_reason()
    {
        await SellUnknownAsync();
        _payments.Backend.OnFind = (adapter, _) =>
            FindResult.Ambiguous([adapter.Reference("one"), adapter.Reference("two")], "Two could be it.");

        _payments.Clock.Advance(JournaledPayments.LongAfter);
        var report = await _payments.Recovery.RecoverAsync(Token);
        var unresolved = await UnresolvedAsync();

        Assert.Equal(1, report.StillInDoubt);
        Assert.Equal(JournalEntryState.Unknown, unresolved.Entry.State);
        Assert.Equal((FindStatus.Ambiguous, "Two could be it."), (unresolved.LastStatus, unresolved.Reason));
        Assert.Equal(2, unresolved.Candidates.Count);
    }

    [Theory]
    [InlineData(FindStatus.NotSeen)]
    [InlineData(FindStatus.Ambiguous)]
    [InlineData(FindStatus.LookupFailed)]
    [InlineData(FindStatus.Found)]
    public async Task Without_proof_an_attempt_stays_in_doubt(FindStatus status)
    {
        await SellUnknownAsync();
        _payments.Backend.OnFind = (adapter, request) =>
            status == FindStatus.Found
                ? FindResult.Found(adapter.Shown(request, PaymentOutcome.Pending))
                : new FindResult { Status = status, Reason = "No proof." };

        _payments.Clock.Advance(JournaledPayments.LongAfter);
        await _payments.Recovery.RecoverAsync(Token);

        Assert.Equal(JournalEntryState.Unknown, _payments.Entry.State);
    }

    [Fact]
    public async Task A_payment_that_the_provider_still_processes_lists_its_transaction()
    {
        await SellUnknownAsync();
        var shown = new List<TransactionReference>();
        _payments.Backend.OnFind = (adapter, request) =>
        {
            var state = adapter.Shown(request, PaymentOutcome.Pending);
            shown.Add(state.Transaction);
            return FindResult.Found(state);
        };

        _payments.Clock.Advance(JournaledPayments.LongAfter);
        await _payments.Recovery.RecoverAsync(Token);

        Assert.Equal(shown[^1], Assert.Single((await UnresolvedAsync()).Candidates));
    }

    [Fact]
    public async Task A_look_up_that_shows_another_amount_proves_nothing()
    {
        await SellUnknownAsync();
        _payments.Backend.OnFind = (adapter, request) =>
            FindResult.Found(adapter.Shown(request) with { CapturedAmount = Money.Usd(1m) });

        _payments.Clock.Advance(JournaledPayments.LongAfter);
        await _payments.Recovery.RecoverAsync(Token);

        Assert.Equal(JournalEntryState.Unknown, _payments.Entry.State);
        Assert.Contains("an amount other", (await UnresolvedAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_absence_that_is_seen_too_early_is_no_proof()
    {
        await SellUnknownAsync();
        _payments.Backend.OnFind = (_, _) => FindResult.ProvenAbsent("Never had it.");

        await _payments.Recovery.RecoverAsync(PaymentRequests.Sale().IdempotencyKey, cancellationToken: Token);
        var early = _payments.Entry.State;
        _payments.Clock.Advance(JournaledPayments.LongAfter);
        await _payments.Recovery.RecoverAsync(PaymentRequests.Sale().IdempotencyKey, cancellationToken: Token);

        Assert.Equal(JournalEntryState.Unknown, early);
        Assert.Equal(
            (PaymentOutcome.NotSent, PaymentReason.ProvenAbsent),
            (_payments.Entry.Outcome!.Outcome, _payments.Entry.Outcome.Result.Reason)
        );
    }

    [Fact]
    public async Task A_look_up_that_began_before_a_repeat_was_sent_cannot_deny_it()
    {
        await SellUnknownAsync();
        _payments.Clock.Advance(JournaledPayments.LongAfter);
        _payments.Backend.OnFind = (_, _) =>
        {
            var extended = _payments
                .Journal.ExtendAsync(
                    _payments.Entry.Key,
                    1,
                    0,
                    _payments.Clock.GetUtcNow() + TimeSpan.FromMinutes(1),
                    Token
                )
                .IsCompletedSuccessfully;
            return extended ? FindResult.ProvenAbsent("Never had it.") : FindResult.NotSeen("");
        };

        await _payments.Recovery.RecoverAsync(Token);

        Assert.Equal(JournalEntryState.Unknown, _payments.Entry.State);
    }

    [Fact]
    public async Task An_attempt_whose_gateway_is_gone_stays_in_doubt_and_says_so()
    {
        await SellUnknownAsync();
        _payments.Current.Configuration.Replace(
            """{ "Gateways": { "other": { "Provider": "Test", "Account": "x" } } }"""
        );

        _payments.Clock.Advance(JournaledPayments.LongAfter);
        await _payments.Recovery.RecoverAsync(Token);

        Assert.Contains("FormerNames", (await UnresolvedAsync()).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_look_up_that_throws_does_not_end_the_recovery_of_others(bool isTimeout)
    {
        await SellUnknownAsync("one");
        await SellUnknownAsync("two");
        _payments.Backend.OnFind = (adapter, request) =>
            request.Attempt!.IdempotencyKey.Value == "one"
                ? throw (isTimeout ? new TaskCanceledException() : new InvalidOperationException("A mistake."))
                : FindResult.Found(adapter.Shown(request));

        _payments.Clock.Advance(JournaledPayments.LongAfter);
        var report = await _payments.Recovery.RecoverAsync(Token);

        Assert.Equal((2, 1), (report.LookedUp, report.Resolved));
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private async Task<UnresolvedPayment> UnresolvedAsync()
    {
        var all = new List<UnresolvedPayment>();
        await foreach (var one in _payments.Recovery.GetUnresolvedAsync(Token))
        {
            all.Add(one);
        }

        return Assert.Single(all);
    }

    private async Task SellUnknownAsync(string key = "arbitrary-sale-key")
    {
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await _payments.Default.SaleAsync(PaymentRequests.Sale(key: key) with { AdditionalPayment = true }, Token);
    }

    private async Task DieAsync(bool afterSend)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _payments.Backend.OnExecute = async (_, call) =>
        {
            if (afterSend)
            {
                call.TryBeginSend();
            }

            reached.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);
            throw new InvalidOperationException("It is dead.");
        };
        _ = _payments.Default.SaleAsync(PaymentRequests.Sale(), CancellationToken.None);
        await reached.Task;
    }
}
