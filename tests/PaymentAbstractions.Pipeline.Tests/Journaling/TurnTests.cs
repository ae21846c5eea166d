using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class TurnTests
{
    [Fact(Timeout = 30_000)]
    public async Task A_turn_that_does_not_come_is_waited_for_no_longer_although_the_wall_clock_stands_still()
    {
        await using var payments = new TestPayments();
        payments.Services.GetRequiredService<AttemptTurns>().Pauses = new HastyTimeProvider();
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        payments.Backend.Guards = new AttemptGuards { Guards = [new PaymentGuard { Name = "till" }] };
        payments.Backend.OnExecute = async (adapter, call) =>
        {
            call.TryBeginSend();
            await goOn.Task;
            return adapter.Approve(call.Request);
        };
        var first = payments.Default.CreditAsync(PaymentRequests.Credit(key: "first"), Token);

        var second = await payments.Default.CreditAsync(PaymentRequests.Credit(key: "second"), Token);
        goOn.SetResult();

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.Busy), (second.Outcome, second.Reason));
        Assert.True((await first).IsApproved);
        Assert.Equal(1, payments.Backend.Sent);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
