using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>A transaction without an entry is read at most once, and only unresolved payments that match it are looked up.</summary>
public sealed class UnknownTransactionTests : IAsyncDisposable
{
    private const string Foreign = "txn-nobody-knows";

    private readonly CheckedPayments _payments = new("""{ "MaxChecksPerMinute": "3" }""");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IPaymentNotifications Notifications =>
        _payments.Current.Services.GetRequiredService<IPaymentNotifications>();

    private IEnumerable<FindRequest> Asked => _payments.Backend.Found.Select(one => one.Request);

    [Fact]
    public async Task Nothing_is_read_while_nothing_is_in_doubt()
    {
        await _payments.SellAsync();

        Assert.Equal(NotificationStatus.UnknownTransaction, (await HandleAsync()).Status);
        Assert.Empty(Asked);
    }

    [Theory]
    [InlineData(1, PaymentOperation.Sale, true)]
    [InlineData(2, PaymentOperation.Sale, false)]
    [InlineData(1, PaymentOperation.Refund, false)]
    public async Task A_payment_in_doubt_is_looked_up_by_its_own_key_where_it_fits(
        int times,
        PaymentOperation type,
        bool fits
    )
    {
        await LoseAsync();
        Show(times, type);

        var result = await HandleAsync();

        Assert.Equal(fits ? NotificationStatus.Recorded : NotificationStatus.UnknownTransaction, result.Status);
        Assert.Equal(fits, _payments.Entry.IsApproved);
        Assert.Equal(fits, Asked.Any(request => request.Attempt is not null));
        Assert.Equal(1, _payments.Backend.Sent);
    }

    [Fact]
    public async Task A_notification_whose_read_fails_must_be_sent_again_when_the_provider_says()
    {
        await LoseAsync();
        var retryAt = _payments.Clock.GetUtcNow().AddMinutes(7);
        _payments.Backend.OnFind = (_, _) => FindResult.LookupFailed("Too many.", retryAt);

        var first = await HandleAsync();
        var second = await HandleAsync();

        Assert.Equal((NotificationStatus.Deferred, retryAt), (first.Status, first.RetryAt));
        Assert.Equal((NotificationStatus.Deferred, retryAt), (second.Status, second.RetryAt));
        Assert.Single(Asked);
    }

    [Fact]
    public async Task One_that_matches_a_payment_that_stays_unresolved_must_be_sent_again()
    {
        await LoseAsync();
        Show(times: 1, PaymentOperation.Sale);
        var shown = _payments.Backend.OnFind;
        _payments.Backend.OnFind = (adapter, request) =>
            request.Attempt is null ? shown(adapter, request) : FindResult.NotSeen("The list lags.");

        Assert.Equal(NotificationStatus.Deferred, (await HandleAsync()).Status);
        Assert.Equal(2, Asked.Count());
    }

    [Fact]
    public async Task A_flood_is_read_a_few_times_a_minute()
    {
        await LoseAsync();
        Show(times: 2, PaymentOperation.Sale);

        for (var time = 0; time < 20; time++)
        {
            Assert.Equal(NotificationStatus.UnknownTransaction, (await HandleAsync()).Status);
        }

        Assert.Equal(3, Asked.Count());
    }

    [Theory]
    [InlineData(1, NotificationStatus.Deferred)]
    [InlineData(2, NotificationStatus.UnknownTransaction)]
    public async Task One_that_may_match_a_running_payment_waits_for_it_and_must_be_sent_again(
        int times,
        NotificationStatus expected
    )
    {
        var answered = new TaskCompletionSource<PaymentResult>();
        _payments.Backend.OnExecute = (_, call) =>
        {
            call.TryBeginSend();
            return answered.Task;
        };
        var selling = _payments.SellAsync();
        Show(times, PaymentOperation.Sale);

        var handling = HandleAsync();
        while (!handling.IsCompleted)
        {
            _payments.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1, Token);
        }

        Assert.Equal(expected, (await handling).Status);
        Assert.Single(Asked);
        Assert.False(selling.IsCompleted);
        answered.SetResult(_payments.Backend.Newest("cards_eu").Approve(PaymentRequests.Sale()));
        Assert.True((await selling).IsApproved);
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private async Task LoseAsync()
    {
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        Assert.Equal(PaymentOutcome.Unknown, (await _payments.SellAsync()).Outcome);
    }

    // Shows the transaction in look-ups by id, and the payment in look-ups by key.
    private void Show(int times, PaymentOperation type)
    {
        var amount = PaymentRequests.Sale().Amount;
        _payments.Backend.OnFind = (adapter, request) =>
            FindResult.Found(
                request.Attempt is not null
                    ? adapter.Shown(request) with
                    {
                        Transaction = adapter.Reference(Foreign),
                    }
                    : new TransactionState
                    {
                        Transaction = adapter.Reference(Foreign),
                        Type = type,
                        Outcome = PaymentOutcome.Approved,
                        RequestedAmount = new Money(amount.Amount * times, amount.Currency),
                        CapturedAmount = new Money(amount.Amount * times, amount.Currency),
                    }
            );
    }

    private Task<NotificationResult> HandleAsync() =>
        Notifications.HandleAsync(
            "cards_eu",
            new PaymentNotification { EventType = "paid", TransactionId = Foreign },
            Token
        );
}
