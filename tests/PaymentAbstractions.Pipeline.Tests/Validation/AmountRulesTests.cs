using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class AmountRulesTests
{
    private static readonly Money Levs = Money.Of(20m, "BGN");

    public static TheoryData<DateTimeOffset, bool> Days =>
        new()
        {
            { new DateTimeOffset(2025, 12, 31, 23, 59, 59, TimeSpan.Zero), true },
            { new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), false },
        };

    [Theory]
    [MemberData(nameof(Days))]
    public async Task A_replaced_currency_is_charged_until_the_day_of_its_replacement(DateTimeOffset day, bool isRight)
    {
        await using var payments = new TestPayments(clock: new ManualTimeProvider(day));
        var token = TestContext.Current.CancellationToken;
        Task<PaymentResult>[] Send() =>
            [
                payments.Default.SaleAsync(PaymentRequests.Sale(Levs), token),
                payments.Default.AuthorizeAsync(
                    PaymentRequests.Authorize(Levs) with
                    {
                        OrderReference = new OrderReference("other"),
                    },
                    token
                ),
            ];

        if (isRight)
        {
            Assert.All(await Task.WhenAll(Send()), result => Assert.True(result.IsApproved));
            return;
        }

        foreach (var sent in Send())
        {
            var refused = await Assert.ThrowsAsync<PaymentRequestException>(() => sent);
            Assert.Equal(
                "is in BGN, which was replaced by EUR on 2026-01-01; charge EUR. Earlier payments in BGN can still be captured, voided and refunded.",
                Assert.Single(refused.Problems, problem => problem.Field == "Amount").Message
            );
        }

        Assert.Equal(0, payments.Backend.Sent);
    }

    [Fact]
    public async Task Payments_in_a_replaced_currency_are_captured_refunded_voided_found_and_credited()
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2025, 12, 31, 12, 0, 0, TimeSpan.Zero));
        await using var payments = new TestPayments(clock: clock);
        var (gateway, token) = (payments.Default, TestContext.Current.CancellationToken);
        var sale = await gateway.SaleAsync(PaymentRequests.Sale(Levs), token);
        var held = await gateway.AuthorizeAsync(PaymentRequests.Authorize(Levs), token);
        var other = await gateway.AuthorizeAsync(
            PaymentRequests.Authorize(Levs, "other") with
            {
                OrderReference = new OrderReference("other"),
            },
            token
        );
        clock.Advance(TimeSpan.FromDays(2));

        var captured = await gateway.CaptureAsync(PaymentRequests.Capture(held.Transaction!, Levs), token);
        var refunded = await gateway.RefundAsync(PaymentRequests.Refund(sale.Transaction!, Levs), token);
        var voided = await gateway.VoidAsync(PaymentRequests.Void(other.Transaction!), token);
        var credited = await gateway.CreditAsync(PaymentRequests.Credit(Levs), token);
        await gateway.FindAsync(FindRequest.For(sale.Transaction!), token);

        Assert.All([captured, refunded, voided, credited], result => Assert.True(result.IsApproved));
        Assert.Equal(Levs, refunded.ApprovedAmount);
        Assert.Single(payments.Backend.Found);
    }

    [Theory]
    [InlineData(PaymentOperation.Sale)]
    [InlineData(PaymentOperation.Refund)]
    public async Task An_amount_above_the_largest_is_refused_with_both_figures(PaymentOperation operation)
    {
        await using var payments = new TestPayments(backend: backend =>
            backend.Capabilities = backend.Capabilities with { MaxAmount = 999.5m }
        );
        var (gateway, token) = (payments.Default, TestContext.Current.CancellationToken);
        var sale = await gateway.SaleAsync(PaymentRequests.Sale(Money.Usd(999.50m)), token);
        Assert.True(sale.IsApproved);
        var sent = payments.Backend.Sent;

        var refused = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            operation == PaymentOperation.Sale
                ? gateway.SaleAsync(PaymentRequests.Sale(Money.Usd(999.51m), "more"), token)
                : gateway.RefundAsync(PaymentRequests.Refund(sale.Transaction!, Money.Usd(999.51m)), token)
        );

        Assert.Equal(
            "is 999.51 USD, more than the 999.5 that Test accepts in one payment.",
            Assert.Single(refused.Problems, problem => problem.Field == "Amount").Message
        );
        Assert.Equal(sent, payments.Backend.Sent);
    }

    [Theory]
    [InlineData("2029-12-31T23:59:59+00:00", true)]
    [InlineData("2030-01-01T11:59:59+00:00", true)]
    [InlineData("2030-01-01T12:00:00+00:00", false)]
    public void A_card_is_good_until_its_month_has_ended_everywhere(string now, bool isGood)
    {
        var clock = new ManualTimeProvider(
            DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)
        );
        var card = new PaymentCard
        {
            Number = new CardNumber("4111111111111111"),
            ExpiryMonth = 12,
            ExpiryYear = 2029,
        };
        var problems = new ProblemList();

        new PaymentMethodRules(TestBackend.Everything, clock).Check(card, mayBeExpired: false, problems);

        Assert.Equal(isGood ? 0 : 1, problems.Count);
        Assert.DoesNotContain(problems.Problems, problem => problem.Message.Contains("2029", StringComparison.Ordinal));
    }
}
