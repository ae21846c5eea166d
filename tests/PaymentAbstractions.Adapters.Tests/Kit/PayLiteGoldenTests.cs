namespace PaymentAbstractions.Adapters.Tests;

public sealed class PayLiteGoldenTests
{
    private static readonly SampleRequests Some = new() { PaymentMethod = PaymentMethod.Token("tok_1") };

    [Fact]
    public async Task A_sale_is_written_exactly_so()
    {
        await using var gateway = NewGateway();

        await gateway.SendAsync(Some.Sale());

        GoldenFile.AssertMatches("sale", Assert.Single(gateway.Stub.Writes));
    }

    [Fact]
    public async Task A_refused_sale_is_rejected_and_sent_once()
    {
        await using var gateway = NewGateway();
        gateway.Stub.On("POST payments", StubAnswer.Problem(422, "No such token."));

        var result = await gateway.SendAsync(Some.Sale());

        Assert.Equal(PaymentOutcome.Rejected, result.Outcome);
        Assert.Single(gateway.Stub.Writes);
    }

    private static StubbedGateway<PayLiteProvider> NewGateway() =>
        new(("BaseUrl", "https://pay.example.com/v1/"), ("Merchant", "m_1"), ("ApiKey", "sk_test_1"))
        {
            Stub = new StubProvider { BasePath = "/v1/" },
        };
}
