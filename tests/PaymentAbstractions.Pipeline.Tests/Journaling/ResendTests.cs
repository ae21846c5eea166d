using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class ResendTests : IAsyncDisposable
{
    private readonly JournaledPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("somebody-else")]
    [InlineData(null)]
    public async Task What_is_in_doubt_is_not_sent_again_for_another_customer(string? customer)
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
    public async Task What_a_repeat_shows_is_kept_and_not_sent_a_third_time(bool showsTransaction)
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

    private static SaleRequest For(string? customer) =>
        PaymentRequests.Sale() with
        {
            Customer = customer is null ? null : new Customer { Id = customer },
        };
}
