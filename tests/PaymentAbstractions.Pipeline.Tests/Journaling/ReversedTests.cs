using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>A reversed payment is answered as Reversed, because of reversals through the gateway or of readings.</summary>
public sealed class ReversedTests : IAsyncDisposable
{
    private readonly JournaledPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SaleRequest Sale => PaymentRequests.Sale();

    private IPaymentGateway Gateway => _payments.Default;

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sale_that_was_voided_or_refunded_here_is_reversed_without_a_call(bool isVoid)
    {
        var sale = await SellAsync();
        await GiveBackAsync(sale, isVoid);
        var sent = _payments.Backend.Executed.Count;

        var repeat = await Gateway.SaleAsync(Sale, Token);

        Assert.Equal(
            (PaymentOutcome.Reversed, sale.Transaction, sale.ApprovedAmount),
            (repeat.Outcome, repeat.Transaction, repeat.ApprovedAmount)
        );
        Assert.False(repeat.IsApproved);
        Assert.Equal(sent, _payments.Backend.Executed.Count);
        Assert.Empty(_payments.Backend.Found);
    }

    [Fact]
    public async Task A_reversed_sale_whose_repeat_breaks_the_rules_is_reversed_too()
    {
        var sale = await SellAsync();
        await GiveBackAsync(sale, isVoid: true);

        var repeat = await Gateway.SaleAsync(Sale with { Description = "longer than ten" }, Token);

        Assert.Equal(PaymentOutcome.Reversed, repeat.Outcome);
    }

    [Fact]
    public async Task A_reversal_in_the_dashboard_counts_only_when_it_is_seen()
    {
        await SellAsync();
        Assert.Equal(PaymentOutcome.Approved, (await Gateway.SaleAsync(Sale, Token)).Outcome);

        Show(state => state with { Outcome = PaymentOutcome.Reversed, RefundedAmount = Sale.Amount });
        var found = await FindAsync();
        Show(state => state);

        Assert.Equal(PaymentOutcome.Reversed, found.Outcome);
        Assert.Equal(PaymentOutcome.Reversed, (await Gateway.SaleAsync(Sale, Token)).Outcome);
        Assert.Single(_payments.Backend.Executed);
    }

    [Fact]
    public async Task A_look_up_returns_the_journals_data_beside_the_reading()
    {
        var sale = await SellAsync();
        await GiveBackAsync(sale, isVoid: false);
        Show(state => state);

        var found = await FindAsync();

        Assert.Equal((PaymentOutcome.Reversed, Sale.Amount), (found.Outcome, found.RefundedAmount));
    }

    [Fact]
    public async Task An_older_reading_does_not_undo_a_newer_one()
    {
        await SellAsync();
        Show(state => state with { Outcome = PaymentOutcome.Reversed, RefundedAmount = Sale.Amount, Revision = 7 });
        await FindAsync();
        Show(state => state with { Revision = 6 });

        Assert.Equal(PaymentOutcome.Reversed, (await FindAsync()).Outcome);
        Assert.Equal(PaymentOutcome.Reversed, (await Gateway.SaleAsync(Sale, Token)).Outcome);
    }

    [Theory]
    [InlineData(PaymentOutcome.Unknown)]
    [InlineData(PaymentOutcome.Pending)]
    [InlineData(PaymentOutcome.Declined)]
    public async Task A_reading_that_proves_no_approval_does_not_undo_a_reversal(PaymentOutcome outcome)
    {
        await SellAsync();
        Show(state => state with { Outcome = PaymentOutcome.Reversed, RefundedAmount = Sale.Amount, Revision = 7 });
        await FindAsync();
        Show(state => state with { Outcome = outcome, Revision = 8 });

        Assert.Equal(outcome, (await FindAsync()).Outcome);
        await _payments.Recovery.RecoverAsync(Sale.IdempotencyKey, cancellationToken: Token);
        Assert.NotEqual(PaymentOutcome.Approved, (await Gateway.SaleAsync(Sale, Token)).Outcome);
    }

    [Fact]
    public async Task A_repeat_that_is_sent_again_reports_refunds_in_between()
    {
        var transaction = default(TransactionReference);
        _payments.Backend.OnExecute = (adapter, attempt) =>
        {
            transaction = adapter.Approve(attempt.Request).Transaction;
            return RepeatTests.Send(attempt, PaymentResults.Unknown(attempt.Request));
        };
        _payments.Backend.OnFind = (_, _) => FindResult.LookupFailed("Nothing is known.");
        await Gateway.SaleAsync(Sale, Token);
        _payments.Backend.OnExecute = (adapter, attempt) =>
            RepeatTests.Send(attempt, adapter.Approve(attempt.Request) with { Transaction = transaction });
        var voided = await Gateway.VoidAsync(PaymentRequests.Void(transaction!), Token);
        Assert.Equal(PaymentOutcome.Approved, voided.Outcome);
        _payments.Clock.Advance(JournaledPayments.LongAfter);

        var repeat = await Gateway.SaleAsync(Sale, Token);

        Assert.True(
            repeat.Outcome == PaymentOutcome.Reversed,
            string.Join("\n", _payments.Journal.Entries.Append<object>(repeat))
        );
    }

    [Fact]
    public async Task An_order_with_many_keys_in_doubt_is_never_answered_by_another_amount()
    {
        var amounts = new[] { 1m, 2m, 3m, 4m, 5m };
        _payments.Backend.OnExecute = (_, attempt) =>
            RepeatTests.Send(attempt, PaymentResults.Unknown(attempt.Request));
        foreach (var amount in amounts)
        {
            await Gateway.SaleAsync(
                Sale with
                {
                    IdempotencyKey = new IdempotencyKey($"part-{amount}"),
                    Amount = Money.Usd(amount),
                    AdditionalPayment = true,
                },
                Token
            );
        }

        _payments.Clock.Advance(JournaledPayments.LongAfter);
        // The third and last look-up finds a payment of another amount.
        var asked = 0;
        _payments.Backend.OnFind = (adapter, request) =>
            FindResult.Found(adapter.Shown(request, ++asked < 3 ? PaymentOutcome.Declined : PaymentOutcome.Approved));

        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() => Gateway.SaleAsync(Sale, Token));

        Assert.Equal("OrderReference", Assert.Single(exception.Problems).Field);
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task A_reading_survives_a_journal_that_fails()
    {
        await SellAsync();
        Show(state => state with { Outcome = PaymentOutcome.Reversed });
        _payments.Journal.Before = step =>
            step == "ObserveAsync" ? throw new InvalidOperationException("The disk is gone.") : Task.CompletedTask;

        Assert.Equal(PaymentOutcome.Reversed, (await FindAsync()).Outcome);
    }

    [Fact]
    public async Task The_same_order_under_a_new_key_is_reversed_and_only_an_additional_payment_charges()
    {
        var sale = await SellAsync();
        await GiveBackAsync(sale, isVoid: true);
        var sent = _payments.Backend.Executed.Count;

        var other = await Gateway.SaleAsync(Sale with { IdempotencyKey = new IdempotencyKey("other") }, Token);
        var additional = await Gateway.SaleAsync(
            Sale with
            {
                IdempotencyKey = new IdempotencyKey("more"),
                AdditionalPayment = true,
            },
            Token
        );

        Assert.Equal((PaymentOutcome.Reversed, PaymentReason.AlreadyPaid), (other.Outcome, other.Reason));
        Assert.Equal(PaymentOutcome.Approved, additional.Outcome);
        Assert.Equal(sent + 1, _payments.Backend.Executed.Count);
    }

    [Fact]
    public async Task An_order_that_was_paid_with_another_amount_is_a_conflict()
    {
        await SellAsync();

        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            Gateway.SaleAsync(
                Sale with
                {
                    IdempotencyKey = new IdempotencyKey("month-2"),
                    Amount = Sale.Amount + Money.Usd(1m),
                },
                Token
            )
        );

        Assert.Equal("OrderReference", Assert.Single(exception.Problems).Field);
        Assert.Single(_payments.Backend.Executed);
    }

    [Fact]
    public async Task Half_refunded_is_approved_with_what_went_back()
    {
        var sale = await SellAsync();
        await Gateway.RefundAsync(PaymentRequests.Refund(sale.Transaction!) with { Amount = Money.Usd(1m) }, Token);

        var repeat = await Gateway.SaleAsync(Sale, Token);

        Assert.Equal((PaymentOutcome.Approved, Money.Usd(1m)), (repeat.Outcome, repeat.RefundedAmount));
        Assert.False(repeat.IsRefundInDoubt);
    }

    [Fact]
    public async Task A_refund_in_doubt_marks_the_approval()
    {
        var sale = await SellAsync();
        _payments.Backend.OnExecute = (_, attempt) =>
            RepeatTests.Send(attempt, PaymentResults.Unknown(attempt.Request));
        await Gateway.RefundAsync(PaymentRequests.Refund(sale.Transaction!) with { Amount = Money.Usd(1m) }, Token);

        var repeat = await Gateway.SaleAsync(Sale, Token);

        Assert.Equal((PaymentOutcome.Approved, true), (repeat.Outcome, repeat.IsRefundInDoubt));
    }

    [Fact]
    public async Task A_refund_that_is_voided_makes_the_sale_approved_again_and_is_published()
    {
        var sale = await SellAsync();
        var refund = await GiveBackAsync(sale, isVoid: false);
        await Gateway.VoidAsync(
            PaymentRequests.Void(refund.Transaction!) with
            {
                IdempotencyKey = new IdempotencyKey("void-refund"),
            },
            Token
        );

        var repeat = await Gateway.SaleAsync(Sale, Token);

        Assert.Equal(PaymentOutcome.Approved, repeat.Outcome);
        Assert.Contains(
            _payments.Journal.Entries,
            entry => entry.Intent.IdempotencyKey == Sale.IdempotencyKey && entry.IsUnpublished
        );
    }

    [Fact]
    public async Task An_authorization_that_was_voided_is_reversed()
    {
        var request = PaymentRequests.Authorize();
        var held = await Gateway.AuthorizeAsync(request, Token);
        await Gateway.VoidAsync(PaymentRequests.Void(held.Transaction!), Token);

        Assert.Equal(PaymentOutcome.Reversed, (await Gateway.AuthorizeAsync(request, Token)).Outcome);
    }

    [Fact]
    public async Task An_authorization_that_has_expired_says_so()
    {
        var expiry = _payments.Clock.GetUtcNow().AddDays(7);
        _payments.Backend.OnExecute = (adapter, attempt) =>
            RepeatTests.Send(attempt, adapter.Approve(attempt.Request) with { AuthorizationExpiresAt = expiry });
        var request = PaymentRequests.Authorize();
        await Gateway.AuthorizeAsync(request, Token);
        _payments.Clock.Advance(TimeSpan.FromDays(8));

        var repeat = await Gateway.AuthorizeAsync(request, Token);

        Assert.Equal((PaymentOutcome.Approved, PaymentReason.AuthorizationExpired), (repeat.Outcome, repeat.Reason));
    }

    private async Task<PaymentResult> SellAsync()
    {
        var sale = await Gateway.SaleAsync(Sale, Token);
        Assert.Equal(PaymentOutcome.Approved, sale.Outcome);
        return sale;
    }

    private async Task<PaymentResult> GiveBackAsync(PaymentResult sale, bool isVoid)
    {
        _payments.Backend.OnExecute = (adapter, attempt) =>
            RepeatTests.Send(
                attempt,
                adapter.Approve(attempt.Request) with
                {
                    Transaction = isVoid
                        ? sale.Transaction
                        : adapter.Reference($"txn-{attempt.Request.IdempotencyKey}"),
                    ApprovedAmount = attempt.Request.Amount ?? Sale.Amount,
                }
            );
        var back = isVoid
            ? await Gateway.VoidAsync(PaymentRequests.Void(sale.Transaction!), Token)
            : await Gateway.RefundAsync(PaymentRequests.Refund(sale.Transaction!) with { Amount = Sale.Amount }, Token);
        Assert.Equal(PaymentOutcome.Approved, back.Outcome);
        _payments.Backend.OnExecute = (adapter, attempt) => RepeatTests.Send(attempt, adapter.Approve(attempt.Request));
        return back;
    }

    private void Show(Func<TransactionState, TransactionState> change) =>
        _payments.Backend.OnFind = (_, request) =>
            FindResult.Found(
                change(
                    new TransactionState
                    {
                        Transaction = request.Transaction!,
                        Type = PaymentOperation.Sale,
                        Outcome = PaymentOutcome.Approved,
                        RequestedAmount = Sale.Amount,
                        CapturedAmount = Sale.Amount,
                    }
                )
            );

    private async Task<TransactionState> FindAsync()
    {
        _payments.Clock.Advance(TimeSpan.FromSeconds(1));
        var transaction = _payments
            .Journal.Entries.Single(entry => entry.Intent.IdempotencyKey == Sale.IdempotencyKey)
            .Outcome!.Transaction!;
        var found = await Gateway.FindAsync(FindRequest.For(transaction), Token);
        Assert.True(found.IsFound);
        return found.State;
    }
}
