using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class CodeGatewayTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gateways_in_code_sell_without_any_configuration()
    {
        await using var payments = new CodePayments(configure: options => options.Default = "b2b-us");
        payments.Add("cards_eu").Add("b2b-us");

        var first = await payments
            .Provider.GetRequiredService<IPaymentGateway>()
            .SaleAsync(Testing.PaymentRequests.Sale(), Token);
        var second = await payments
            .Provider.GetRequiredKeyedService<IPaymentGateway>("cards_eu")
            .SaleAsync(Testing.PaymentRequests.Sale(key: "2", order: "2"), Token);

        Assert.Equal(["cards_eu", "b2b-us"], payments.Gateways.Names);
        Assert.Equal(("b2b-us", true), (first.Gateway, first.IsApproved));
        Assert.Equal(("cards_eu", true), (second.Gateway, second.IsApproved));
    }
}
