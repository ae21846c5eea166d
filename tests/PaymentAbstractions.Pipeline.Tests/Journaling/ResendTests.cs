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

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private static SaleRequest For(string? customer) =>
        PaymentRequests.Sale() with
        {
            Customer = customer is null ? null : new Customer { Id = customer },
        };
}
