namespace AcmePayments.Tests;

/// <summary>Every write, byte for byte.</summary>
public sealed class GoldenTests(AcmeHarness harness) : IClassFixture<AcmeHarness>
{
    [Fact]
    public async Task Every_write_is_as_documented()
    {
        var token = TestContext.Current.CancellationToken;
        var sale = new SaleRequest
        {
            IdempotencyKey = new IdempotencyKey("sale-1"),
            OrderReference = new OrderReference("order-1"),
            Amount = Money.Of(1250, "JPY"),
            PaymentMethod = PaymentMethod.Token("tok_1"),
            Customer = new Customer { Id = "cus_1" },
            BillingAddress = new Address { PostalCode = "10001" },
            Description = "Two books",
            Metadata = Metadata.From([new("shelf", "7")]),
            StatementDescriptor = "SHOP",
            ReturnUrl = new Uri("https://shop.example/back"),
        };
        var sold = await harness.Gateway.SaleAsync(sale, token);
        var refund = new RefundRequest
        {
            IdempotencyKey = new IdempotencyKey("refund-1"),
            Transaction = sold.Transaction!,
            Amount = Money.Of(300, "JPY"),
            Description = "Damaged",
        };
        var refunded = await harness.Gateway.RefundAsync(refund, token);
        var held = await harness.Gateway.AuthorizeAsync(await harness.NewAuthorizationAsync(), token);
        var capture = new CaptureRequest
        {
            IdempotencyKey = new IdempotencyKey("capture-1"),
            Authorization = held.Transaction!,
            Amount = Money.Usd(10),
        };
        var captured = await harness.Gateway.CaptureAsync(capture, token);
        var other = await harness.Gateway.AuthorizeAsync(await harness.NewAuthorizationAsync(), token);
        var voiding = new VoidRequest
        {
            IdempotencyKey = new IdempotencyKey("void-1"),
            Transaction = other.Transaction!,
        };
        var voided = await harness.Gateway.VoidAsync(voiding, token);

        Assert.All(
            [sold, refunded, held, captured, voided],
            result => Assert.Equal(PaymentOutcome.Approved, result.Outcome)
        );
        Assert.Equal(["BillingAddress"], sold.LeftOutFields);
        Assert.Equal("Y", sold.Verification.Avs.Code);
        Assert.Equal(
            [
                """POST /v1/payment_intents {"amount":1250,"currency":"jpy","payment_method":"tok_1","capture_method":"automatic","customer":"cus_1","reference":"order-1","description":"Two books","metadata":{"shelf":"7"},"statement_descriptor":"SHOP","return_url":"https://shop.example/back"}""",
                """POST /v1/refunds {"payment_intent":"pi_000000000001","amount":300,"reason":"Damaged"}""",
                """POST /v1/payment_intents/pi_000000000002/capture {"amount_to_capture":1000}""",
                """POST /v1/payment_intents/pi_000000000003/cancel {}""",
            ],
            harness.Writes.Where((_, index) => index is 0 or 1 or 3 or 5).Select(write => $"{write} {write.Body}")
        );
        Assert.All(harness.Writes, write => Assert.Equal("2026-02-01", write.Headers["Acme-Version"]));
        Assert.Equal(6, harness.Writes.Select(write => write.Headers["Idempotency-Key"]).Distinct().Count());
    }
}
