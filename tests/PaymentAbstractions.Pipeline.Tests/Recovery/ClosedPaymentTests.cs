using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Closed payments are looked up by the transaction that they name, to find later changes at the provider.</summary>
public sealed class ClosedPaymentTests : IAsyncDisposable
{
    private readonly JournaledPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_closed_payment_takes_what_the_provider_changed_since()
    {
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        _payments.Backend.OnFind = (adapter, request) =>
            FindResult.Found(
                new TransactionState
                {
                    Transaction = request.Transaction!,
                    Type = PaymentOperation.Sale,
                    Outcome = PaymentOutcome.Approved,
                    CapturedAmount = PaymentRequests.Sale().Amount,
                    DisputeStatus = DisputeStatus.ResponseNeeded,
                    Revision = 3,
                }
            );

        var entry = await _payments.Recovery.RecoverAsync(
            PaymentRequests.Sale().IdempotencyKey,
            cancellationToken: Token
        );

        Assert.Equal(DisputeStatus.ResponseNeeded, entry!.DisputeStatus);
        Assert.True(entry.IsUnpublished);
        Assert.Equal("ARB123", entry.Outcome!.Result.Provider.AuthorizationCode);
    }

    [Theory]
    [InlineData(PaymentOperation.Refund, 5, true)]
    [InlineData(PaymentOperation.Void, 5, true)]
    [InlineData(PaymentOperation.Sale, 5, false)]
    [InlineData(PaymentOperation.Refund, 6, false)]
    public async Task A_refund_that_a_person_closed_becomes_approved_only_by_a_transaction_that_can_be_it(
        PaymentOperation shown,
        decimal amount,
        bool isTaken
    )
    {
        var sale = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        var request = PaymentRequests.Refund(sale.Transaction!) with { Amount = Money.Usd(5m) };
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await _payments.Default.RefundAsync(request, Token);
        _payments.Clock.Advance(JournaledPayments.LongAfter);
        await _payments.Recovery.ResolveAsync(
            request.IdempotencyKey,
            PaymentOutcome.Declined,
            _payments.Backend.Newest("cards_eu").Reference("named"),
            "Ada",
            "The statement does not show it.",
            cancellationToken: Token
        );
        Show(shown, Money.Usd(amount));

        var entry = await _payments.Recovery.RecoverAsync(request.IdempotencyKey, cancellationToken: Token);

        Assert.Equal(isTaken ? PaymentOutcome.Approved : PaymentOutcome.Declined, entry!.Outcome!.Outcome);
    }

    [Theory]
    [InlineData(PaymentOperation.Capture, true)]
    [InlineData(PaymentOperation.Authorize, false)]
    public async Task A_capture_that_was_declined_becomes_approved_only_by_a_capture(
        PaymentOperation shown,
        bool isTaken
    )
    {
        var authorization = await _payments.Default.AuthorizeAsync(PaymentRequests.Authorize(), Token);
        var request = PaymentRequests.Capture(authorization.Transaction!);
        Decline();
        await _payments.Default.CaptureAsync(request, Token);
        Show(shown, request.Amount);

        var entry = await _payments.Recovery.RecoverAsync(request.IdempotencyKey, cancellationToken: Token);

        Assert.Equal(isTaken ? PaymentOutcome.Approved : PaymentOutcome.Declined, entry!.Outcome!.Outcome);
    }

    [Theory]
    [InlineData(PaymentOperation.Credit, true)]
    [InlineData(PaymentOperation.Sale, false)]
    [InlineData(PaymentOperation.Unknown, false)]
    public async Task A_credit_that_was_declined_becomes_approved_only_by_a_credit(PaymentOperation shown, bool isTaken)
    {
        var request = PaymentRequests.Credit();
        Decline();
        await _payments.Default.CreditAsync(request, Token);
        Show(shown, request.Amount);

        var entry = await _payments.Recovery.RecoverAsync(request.IdempotencyKey, cancellationToken: Token);

        Assert.Equal(isTaken ? PaymentOutcome.Approved : PaymentOutcome.Declined, entry!.Outcome!.Outcome);
    }

    private void Decline() =>
        _payments.Backend.OnExecute = (adapter, call) =>
            RepeatTests.Send(
                call,
                PaymentResults.Declined(call.Request) with
                {
                    Transaction = adapter.Reference("named"),
                }
            );

    private void Show(PaymentOperation type, Money amount) =>
        _payments.Backend.OnFind = (_, find) =>
            FindResult.Found(
                new TransactionState
                {
                    Transaction = find.Transaction!,
                    Type = type,
                    Outcome = PaymentOutcome.Approved,
                    RequestedAmount = amount,
                    RefundedAmount = amount,
                    VoidedAmount = amount,
                    CapturedAmount = amount,
                    Revision = 9,
                }
            );

    public ValueTask DisposeAsync() => _payments.DisposeAsync();
}
