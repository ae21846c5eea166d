using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class OperationsSuite<THarness>
{
    /// <summary>Sale, refund, capture and look-up work in currencies with zero and with three decimals, where they are accepted.</summary>
    /// <param name="code">The currency.</param>
    [Theory]
    [InlineData("JPY")]
    [InlineData("KWD")]
    public Task An_amount_is_the_same_at_the_provider_in_every_currency(string code) =>
        HoldsAsync(
            "Sale, refund, capture and look-up work in currencies with zero and with three decimals, where they are accepted.",
            "operations",
            async () =>
            {
                var currency = Currency.Parse(code);
                var (whole, part) =
                    currency.Exponent == 0
                        ? (new Money(1999, currency), new Money(115, currency))
                        : (new Money(19.995m, currency), new Money(1.155m, currency));
                var sale = await Harness.NewSaleAsync(whole);
                if (Capabilities.Currencies.Count > 0 && !Capabilities.Currencies.Contains(currency))
                {
                    await Assert.ThrowsAsync<PaymentRequestException>(() => SendAsync(sale));
                    return;
                }

                if (await AssertBooked(sale) is { } sold && Capabilities.Supports(PaymentOperation.Refund))
                {
                    await Harness.SettleAsync();
                    await AssertBooked(Refund(sold, Capabilities.PartialRefund ? part : whole));
                }

                if (
                    Capabilities.Supports(PaymentOperation.Capture)
                    && await AssertBooked(await Harness.NewAuthorizationAsync(whole)) is { } held
                )
                {
                    await AssertBooked(Capture(held, Capabilities.PartialCapture ? part : whole));
                }
            }
        );

    /// <summary>A refund that is refused before sending after one earlier refund is also refused after two.</summary>
    [Fact]
    public Task Every_earlier_refund_counts() =>
        HoldsAsync(
            "A refund that is refused before sending after one earlier refund is also refused after two.",
            "look-ups",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Refund))
                {
                    return;
                }

                var whole = Assert.IsType<RefundRequest>(await PrepareAsync(PaymentOperation.Refund));
                var part = new Money(1.15m, Harness.Currency);
                if (!Capabilities.PartialRefund)
                {
                    await AssertRefused(Refund(whole.Transaction, part));
                    return;
                }

                var sent = new List<int>();
                foreach (var tooMuch in new[] { whole.Amount, whole.Amount - part })
                {
                    await ApproveAsync(Refund(whole.Transaction, part));
                    var mark = Now();
                    await AssertRefused(Refund(whole.Transaction, tooMuch));
                    sent.Add(Harness.WritesSeen - mark.Writes);
                }

                Assert.Equal(sent[0], sent[1]);
            }
        );

    private async Task<TransactionReference?> AssertBooked(PaymentRequest request)
    {
        var mark = Now();
        if (await ApproveAsync(request) is not { } result)
        {
            return null;
        }

        AssertMoved(
            Assert.Single(await Since(mark)),
            result.PerformedAs ?? request.Operation,
            request.Amount!.Value,
            result
        );
        Assert.Equal(request.Amount, (await FindAsync(result.Transaction!)).ProcessedAmount);
        return result.Transaction;
    }
}
