using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Payments that wait for their customer, when no list of the provider shows them.</summary>
public sealed class WaitingPaymentTests : IAsyncDisposable
{
    private readonly JournaledPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_payment_that_no_list_shows_is_found_by_the_id_of_its_answer()
    {
        var waiting = await SellWaitingAsync();
        _payments.Backend.OnFind = (_, request) =>
            request.Transaction == waiting ? FindResult.Found(Shown(waiting)) : FindResult.NotSeen("No list shows it.");

        var again = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.True(again.IsApproved, $"{again}");
        Assert.Equal(waiting, again.Transaction);
        Assert.Equal(1, _payments.Backend.Sent);
    }

    [Theory]
    [InlineData(PaymentOperation.Authorize, 1)]
    [InlineData(PaymentOperation.Sale, 2)]
    public async Task A_transaction_that_is_something_else_proves_nothing(PaymentOperation type, int times)
    {
        var waiting = await SellWaitingAsync();
        var amount = PaymentRequests.Sale().Amount;
        _payments.Backend.OnFind = (_, request) =>
            request.Transaction == waiting
                ? FindResult.Found(
                    Shown(waiting) with
                    {
                        Type = type,
                        CapturedAmount = new Money(amount.Amount * times, amount.Currency),
                    }
                )
                : FindResult.NotSeen("No list shows it.");

        var again = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(PaymentOutcome.Pending, again.Outcome);
        Assert.Equal(JournalEntryState.Pending, _payments.Entry.State);
    }

    [Theory]
    [InlineData(FindStatus.Ambiguous)]
    [InlineData(FindStatus.LookupFailed)]
    public async Task A_failed_or_ambiguous_look_up_is_not_repeated_by_id(FindStatus status)
    {
        var waiting = await SellWaitingAsync();
        var asked = 0;
        _payments.Backend.OnFind = (_, request) =>
        {
            asked += request.Transaction is null ? 0 : 1;
            return new FindResult { Status = status, Reason = "No proof." };
        };

        var again = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal((PaymentOutcome.Pending, waiting, 0), (again.Outcome, again.Transaction, asked));
    }

    public async ValueTask DisposeAsync() => await _payments.DisposeAsync();

    private async Task<TransactionReference> SellWaitingAsync()
    {
        _payments.Backend.OnExecute = (adapter, attempt) =>
        {
            attempt.TryBeginSend();
            return Task.FromResult(
                PaymentResults.Pending(attempt.Request, new Uri("https://pay.example/approve")) with
                {
                    Gateway = adapter.Context.Name,
                    Transaction = adapter.Reference("txn-waits"),
                }
            );
        };
        var result = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        Assert.Equal(PaymentOutcome.Pending, result.Outcome);
        return result.Transaction!;
    }

    private static TransactionState Shown(TransactionReference transaction) =>
        new()
        {
            Transaction = transaction,
            Type = PaymentOperation.Sale,
            Outcome = PaymentOutcome.Approved,
            RequestedAmount = PaymentRequests.Sale().Amount,
            CapturedAmount = PaymentRequests.Sale().Amount,
        };
}
