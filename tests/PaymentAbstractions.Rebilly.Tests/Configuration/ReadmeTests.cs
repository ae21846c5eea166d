using System.Runtime.CompilerServices;

namespace PaymentAbstractions.Rebilly.Tests;

public class ReadmeTests
{
    [Fact]
    public void Every_option_stands_in_the_table()
    {
        var readme = Readme();
        var options = typeof(RebillyOptions).GetProperties().Select(property => property.Name).ToList();

        Assert.Equal(15, options.Count);
        Assert.All(options, option => Assert.Contains($"\n| `{option}` | ", readme, StringComparison.Ordinal));
    }

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
        Assert.Single(fixture.Stub.Charges);
        Assert.True(fixture.Gateway.TryGet<ICustomerVault>(out _));
    }

    private static string Readme([CallerFilePath] string path = "") =>
        File.ReadAllText(
            Path.Combine(Path.GetDirectoryName(path)!, "../../../providers/PaymentAbstractions.Rebilly/README.md")
        );
}
