namespace PaymentAbstractions.Rebilly.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_table_lists_the_options_and_no_others() =>
        Assert.Empty(OptionsTable.Problems<RebillyOptions>("../../../providers/PaymentAbstractions.Rebilly/README.md"));

    [Fact]
    public async Task The_smallest_use_is_accepted()
    {
        await using var fixture = new RebillyFixture();

        var result = await fixture.Gateway.SaleAsync(
            new SaleRequest
            {
                IdempotencyKey = new IdempotencyKey("order-1001-attempt-1"),
                OrderReference = new OrderReference("order-1001"),
                Amount = new Money(12.50m, Currency.Usd),
                PaymentMethod = PaymentMethod.Token("token from the browser"),
                Customer = new Customer { Id = "customer-77", CreateOrUpdate = true },
                BillingAddress = new Address
                {
                    FirstName = "Ada",
                    LastName = "Example",
                    Country = "US",
                },
            },
            TestContext.Current.CancellationToken
        );

        Assert.NotEqual(PaymentOutcome.Rejected, result.Outcome);
        Assert.Single(fixture.Stub.Writes);
        Assert.True(fixture.Gateway.TryGet<ICustomerVault>(out _));
    }
}
