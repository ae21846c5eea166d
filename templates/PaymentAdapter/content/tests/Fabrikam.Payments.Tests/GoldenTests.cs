namespace Fabrikam.Payments.Tests;

/// <summary>
/// Compares requests as they are sent with golden files. <c>UPDATE_GOLDEN=1</c> writes the files: review and commit them.
/// </summary>
public sealed class GoldenTests
{
    [Fact]
    public async Task A_sale()
    {
        await using var gateway = NewGateway();
        gateway.Stub.On("POST payments", StubAnswer.Problem(500));

        await gateway.SendAsync(Sale);

        GoldenFile.AssertMatches("sale", Assert.Single(gateway.Stub.Writes));
    }

    private static SaleRequest Sale =>
        new()
        {
            IdempotencyKey = new IdempotencyKey("key-1"),
            OrderReference = new OrderReference("order-1"),
            Amount = Money.Usd(12.50m),
            PaymentMethod = PaymentMethod.Token("tok_1"),
            Description = "Two books",
        };

    private static StubbedGateway<ContosoProvider> NewGateway() =>
        new(("BaseUrl", "https://api.contoso.example/v1/"), ("Merchant", "m_1"), ("ApiKey", "sk_test_1"))
        {
            Stub = new StubProvider { BasePath = "/v1/" },
        };
}
