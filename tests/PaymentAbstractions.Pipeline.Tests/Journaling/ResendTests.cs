using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Unresolved payments are looked up first, and are sent again only when that is safe.</summary>
public sealed class ResendTests : IAsyncDisposable
{
    private readonly JournaledPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static GatewayCapabilities NoKeys => TestBackend.Everything with { HonorsIdempotencyKey = [] };

    [Fact]
    public async Task An_unresolved_payment_is_looked_up_first_and_answered_when_found()
    {
        _payments.Backend.Capabilities = NoKeys;
        AnswerWith(PaymentOutcome.Unknown);
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        _payments.Backend.OnFind = (adapter, request) => FindResult.Found(adapter.Shown(request));

        var second = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.True(second.IsApproved);
        Assert.Equal(1, _payments.Backend.Sent);
        Assert.True(_payments.Entry.IsApproved);
    }

    [Fact]
    public async Task An_unresolved_payment_is_not_sent_again_when_the_provider_keeps_no_keys()
    {
        await using var payments = new JournaledPayments();
        payments.Backend.Capabilities = NoKeys;
        payments.Current.Configuration.Replace(
            JournaledPayments.Two.Replace("\"eu\"", "\"eu_2\"", StringComparison.Ordinal)
        );
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        var second = await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(PaymentOutcome.Unknown, second.Outcome);
        Assert.Equal(1, payments.Backend.Sent);
        Assert.Single(payments.Backend.Found);
    }

    [Fact]
    public async Task An_unresolved_payment_is_sent_again_under_the_key_that_the_provider_honors()
    {
        AnswerWith(PaymentOutcome.Unknown);
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        var sendBy = _payments.Entry.Intent.SendBy;
        _payments.Clock.Advance(TimeSpan.FromHours(22));
        DateTimeOffset? extended = null;
        _payments.Backend.OnExecute = (adapter, call) =>
        {
            extended = _payments.Entry.Intent.SendBy;
            return RepeatTests.Send(call, adapter.Approve(call.Request));
        };

        var second = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.True(second.IsApproved);
        Assert.True(extended > sendBy);
        Assert.Equal(1, _payments.Entry.Attempt);
        Assert.True(_payments.Entry.IsUnpublished);
    }

    [Fact]
    public async Task After_the_window_less_an_hour_it_is_not_sent_again()
    {
        AnswerWith(PaymentOutcome.Unknown);
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        _payments.Clock.Advance(TimeSpan.FromHours(23));

        var second = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(PaymentOutcome.Unknown, second.Outcome);
        Assert.Equal(1, _payments.Backend.Sent);
    }

    [Theory]
    [InlineData(PaymentOutcome.NotSent)]
    [InlineData(PaymentOutcome.Rejected)]
    [InlineData(PaymentOutcome.Declined)]
    public async Task A_repeat_that_leaves_no_transaction_says_nothing_about_the_first_one(PaymentOutcome repeat)
    {
        AnswerWith(PaymentOutcome.Unknown);
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        _payments.Backend.OnExecute = (_, call) =>
            Task.FromResult(RepeatTests.Result(call.Request, repeat) with { Transaction = null });

        var second = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(PaymentOutcome.Unknown, second.Outcome);
        Assert.Equal(JournalEntryState.Unknown, _payments.Entry.State);
        Assert.Equal(2, _payments.Backend.Executed.Count);
    }

    [Fact]
    public async Task A_pending_payment_is_looked_up_and_never_sent_again()
    {
        AnswerWith(PaymentOutcome.Pending);
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        var second = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(PaymentOutcome.Pending, second.Outcome);
        Assert.Single(_payments.Backend.Executed);
        Assert.Single(_payments.Backend.Found);
    }

    [Theory]
    [InlineData("somebody-else")]
    [InlineData(null)]
    public async Task An_unresolved_payment_is_not_sent_again_for_another_customer(string? customer)
    {
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await _payments.Default.SaleAsync(For("somebody"), Token);

        var repeat = await _payments.Default.SaleAsync(For(customer), Token);
        var sent = _payments.Backend.Sent;
        _payments.Backend.OnExecute = (adapter, call) => RepeatTests.Send(call, adapter.Approve(call.Request));
        var same = await _payments.Default.SaleAsync(For("somebody"), Token);

        Assert.Equal((PaymentOutcome.Unknown, 1), (repeat.Outcome, sent));
        Assert.True(same.IsApproved);
        Assert.Equal(JournalEntryState.Closed, _payments.Entry.State);
    }

    [Fact]
    public async Task Under_another_key_namespace_an_unresolved_payment_is_neither_sent_again_nor_proven_absent()
    {
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        _payments.Restart(
            JournaledPayments.Two.Replace(
                "\"Default\"",
                "\"KeyNamespace\": \"renamed\", \"Default\"",
                StringComparison.Ordinal
            )
        );
        _payments.Backend.OnFind = (_, _) => FindResult.ProvenAbsent("This key was never seen.");
        _payments.Clock.Advance(JournaledPayments.LongAfter);

        var repeat = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        await _payments.Recovery.RecoverAsync(Token);
        var unresolved = await _payments.Recovery.GetUnresolvedAsync(Token).SingleAsync(Token);
        var (sent, found) = (_payments.Backend.Sent, _payments.Backend.Found.Count);
        _payments.Restart();
        _payments.Backend.OnExecute = (adapter, call) => RepeatTests.Send(call, adapter.Approve(call.Request));
        var setBack = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal((PaymentOutcome.Unknown, 0, 0), (repeat.Outcome, sent, found));
        Assert.Contains("'payments'", unresolved.Reason, StringComparison.Ordinal);
        Assert.True(setBack.IsApproved);
    }

    [Fact]
    public async Task A_caller_who_joins_a_look_up_that_its_first_caller_gave_up_is_answered()
    {
        AnswerWith(PaymentOutcome.Unknown);
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        _payments.Backend.OnFind = (adapter, request) => FindResult.Found(adapter.Shown(request));
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        _payments.Journal.Before = async step =>
        {
            if (step == nameof(IPaymentJournal.ResolveAsync))
            {
                reached.TrySetResult();
                await goOn.Task;
            }
        };
        using var impatient = new CancellationTokenSource();
        var first = _payments.Default.SaleAsync(PaymentRequests.Sale(), impatient.Token);
        await reached.Task;

        await impatient.CancelAsync();
        var left = await first;
        var second = _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        goOn.SetResult();

        Assert.Equal((PaymentOutcome.Unknown, true), (left.Outcome, (await second).IsApproved));
        Assert.Equal(1, _payments.Backend.Sent);
    }

    [Theory]
    [InlineData("00:29:00", true)]
    [InlineData("00:31:00", false)]
    public async Task How_far_the_clock_may_be_set_back_shortens_the_time_for_sending_again(string margin, bool isSent)
    {
        await using var payments = new JournaledPayments(
            $$"""
            {
              "Recovery": { "Margin": "{{margin}}" },
              "Gateways": { "cards": { "Provider": "Test", "Account": "a" } }
            }
            """
        );
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        payments.Clock.Advance(TimeSpan.FromHours(22.5));

        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(isSent ? 2 : 1, payments.Backend.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_answer_to_a_repeat_is_kept_and_not_sent_a_third_time(bool showsTransaction)
    {
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        _payments.Backend.OnExecute = (adapter, call) =>
            RepeatTests.Send(
                call,
                PaymentResults.Unknown(call.Request) with
                {
                    Transaction = showsTransaction ? adapter.Reference("seen") : null,
                    Anomaly = showsTransaction
                        ? null
                        : new PaymentAnomaly { Kind = AnomalyKind.Amount, Description = "Another amount." },
                }
            );

        var second = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        var third = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(
            (showsTransaction, !showsTransaction),
            (second.Transaction is not null, second.Anomaly is not null)
        );
        Assert.Equal((second.Transaction, second.Anomaly), (third.Transaction, third.Anomaly));
        Assert.Equal(2, _payments.Backend.Sent);
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private void AnswerWith(PaymentOutcome outcome) =>
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, RepeatTests.Result(call.Request, outcome));

    private static SaleRequest For(string? customer) =>
        PaymentRequests.Sale() with
        {
            Customer = customer is null ? null : new Customer { Id = customer },
        };
}
