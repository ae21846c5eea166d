namespace AcmePayments.Tests;

/// <summary>Compares every write, byte for byte, with Golden/writes.http.</summary>
public sealed class GoldenTests(AcmeHarness harness) : IClassFixture<AcmeHarness>
{
    [Fact]
    public async Task Every_write_is_as_documented()
    {
        var (acme, token) = (harness.Gateway, TestContext.Current.CancellationToken);
        var samples = new SampleRequests { PaymentMethod = PaymentMethod.Token("tok_1") };
        var sale = samples.Sale() with
        {
            Amount = Money.Of(1250, "JPY"),
            BillingAddress = new Address { PostalCode = "10001" },
            Description = "Two books",
            Metadata = Metadata.From([new("shelf", "7")]),
            StatementDescriptor = "SHOP",
            ReturnUrl = new Uri("https://shop.example/back"),
        };
        var sold = await acme.SaleAsync(sale, token);
        var refund = samples.Refund(sold.Transaction!, "key-2") with
        {
            Amount = Money.Of(300, "JPY"),
            Description = "Damaged",
        };
        var refunded = await acme.RefundAsync(refund, token);
        var held = await acme.AuthorizeAsync(samples.Authorize("key-3"), token);
        var captured = await acme.CaptureAsync(samples.Capture(held.Transaction!, "key-4"), token);
        var other = await acme.AuthorizeAsync(samples.Authorize("key-5"), token);
        var voided = await acme.VoidAsync(SampleRequests.Void(other.Transaction!, "key-6"), token);

        Assert.All([sold, refunded, captured, voided], one => Assert.Equal(PaymentOutcome.Approved, one.Outcome));
        Assert.Equal(["BillingAddress"], sold.LeftOutFields);
        Assert.Equal(("Y", "M"), (sold.Verification.Avs.Code, sold.Verification.Cvv.Code));
        GoldenFile.AssertMatches(
            "writes",
            [.. harness.Writes.Select(one => WireRequest.Of(one, "Acme-Version", "Idempotency-Key"))]
        );
    }
}
