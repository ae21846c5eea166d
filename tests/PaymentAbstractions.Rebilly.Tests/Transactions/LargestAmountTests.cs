using System.Text.Json.Nodes;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly.Tests;

public class LargestAmountTests
{
    [Theory]
    [InlineData("VND", "10000000001", "10000000001")]
    [InlineData("VND", "999999999999", "9.99999999999E11")]
    [InlineData("USD", "123456789012.34", "123456789012.34")]
    [InlineData("USD", "123456789012.34", "123456789012.3399963378906250")]
    [InlineData("KWD", "999999999998.999", "999999999998.9990234375")]
    public async Task A_large_sale_is_read_back_as_the_double_that_an_API_may_keep(
        string currency,
        string amount,
        string shown
    )
    {
        await using var fixture = new RebillyFixture();
        var whole = Money.Of(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency);
        var sale = Txn.Sale()
            .With("amount", JsonNode.Parse(shown))
            .With("currency", currency)
            .With("requestAmount", JsonNode.Parse(shown))
            .With("requestCurrency", currency);
        fixture.Stub.On("POST transactions", StubAnswer.Created(sale));

        var result = await fixture.Gateway.SaleAsync(
            Some.Sale() with
            {
                Amount = whole,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal((PaymentOutcome.Approved, whole), (result.Outcome, result.ApprovedAmount));
    }

    [Theory]
    [InlineData("10000000000.001")]
    [InlineData("123456789012.3405")]
    [InlineData("999999999999.5")]
    [InlineData("79228162514264337593543950335")]
    public void An_amount_that_is_invalid_or_too_large_is_not_read(string shown)
    {
        var figure = decimal.Parse(shown, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Null(ProviderMoney.Read(figure, "USD"));
    }

    [Fact]
    public async Task A_larger_one_is_refused_and_nothing_is_sent()
    {
        await using var fixture = new RebillyFixture();

        var refused = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Gateway.SaleAsync(
                Some.Sale() with
                {
                    Amount = Money.Of(1_000_000_000_000m, "VND"),
                },
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal(
            "is 1000000000000 VND, more than the 999999999999 that Rebilly accepts in one payment.",
            Assert.Single(refused.Problems).Message
        );
        Assert.Empty(fixture.Stub.Requests);
    }
}
