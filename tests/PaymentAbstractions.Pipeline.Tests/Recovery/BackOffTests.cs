using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class BackOffTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_longest_waits_that_can_be_configured_double_for_ever()
    {
        await using var payments = new JournaledPayments(
            """
            {
              "Recovery": { "BackOff": "1.00:00:00", "MaxBackOff": "1.00:00:00" },
              "Gateways": { "cards": { "Provider": "Test", "Account": "a" } }
            }
            """
        );
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        payments.Clock.Advance(JournaledPayments.LongAfter);

        for (var round = 0; round < 40; round++)
        {
            Assert.Equal(1, (await payments.Recovery.RecoverAsync(Token)).LookedUp);
        }
    }
}
