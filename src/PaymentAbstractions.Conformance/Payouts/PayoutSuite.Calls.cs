using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class PayoutSuite<THarness>
{
    private static IPayouts PayoutsOf(IPaymentGateway gateway) =>
        gateway.TryGet<IPayouts>(out var payouts)
            ? payouts
            : throw new InvalidOperationException("The gateway offers no payout requests.");

    private static string NewPayoutId() => $"payout-{ConformanceHarness.NewId()}";

    private static CancelPayoutRequest CancellationOf(string id) =>
        new()
        {
            PayoutId = id,
            CanceledBy = PayoutCanceledBy.Merchant,
            Description = "Paid in cash",
        };

    // Without payout requests the gateway offers no operations for them, and a credit that refers to one is refused before anything is
    // sent.
    private async Task<bool> IsRefusedAsUnsupportedPayoutAsync()
    {
        if (Capabilities.Payouts)
        {
            return false;
        }

        Assert.False(Gateway.TryGet<IPayouts>(out _));
        if (Capabilities.Supports(PaymentOperation.Credit))
        {
            var credit = await Harness.NewCreditAsync() with { PayoutId = NewPayoutId() };
            var mark = Now();
            var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() => SendAsync(credit));
            Assert.Equal(nameof(credit.PayoutId), Assert.Single(refusal.Problems).Field);
            AssertNothingSent(mark);
        }

        return true;
    }

    // A credit that the provider approves, and a payout request for it, which is not sent yet.
    private async Task<(PayoutRequest Request, CreditRequest Credit)> NewPayoutAsync()
    {
        var credit = await Harness.NewCreditAsync();
        var request = new PayoutRequest
        {
            Id = NewPayoutId(),
            Amount = credit.Amount,
            CustomerId = credit.Customer!.Id,
            PaymentMethodId = (credit.PaymentMethod as StoredPaymentMethod)?.Id,
            Description = "Winnings",
        };
        return (request, credit with { PayoutId = request.Id });
    }

    private async Task<(PayoutRequest Request, CreditRequest Credit)> KeptPayoutAsync()
    {
        var (request, credit) = await NewPayoutAsync();
        await RequestedAsync(request);
        return (request, credit);
    }

    private async Task<Payout> RequestedAsync(PayoutRequest request)
    {
        var result = await Payouts.RequestAsync(request, Token);
        Assert.True(
            result is { Outcome: PaymentOutcome.Approved, Payout: not null },
            $"The payout request was not stored: {result}"
        );
        return result.Payout!;
    }

    private async Task<List<Payout>> ListAsync(string? customer)
    {
        var found = new List<Payout>();
        await foreach (var payout in Payouts.ListAsync(customer, Token))
        {
            found.Add(payout);
        }

        return found;
    }

    private static async Task AssertRefusedAsync(Func<Task> call, params string[] fields)
    {
        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(call);
        Assert.Equal(
            fields,
            refusal.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }
}
