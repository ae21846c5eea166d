using System.Text.Json.Nodes;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly.Tests;

public class TransactionDetailsTests
{
    [Fact]
    public async Task A_result_and_a_state_report_what_the_transaction_shows()
    {
        await using var fixture = new RebillyFixture();
        var shown = Txn.Sale()
            .With("gatewayTransactionId", "GAT123")
            .With("arn", "74836950144358910018150")
            .With("billingDescriptor", "SHOP*ORDER 1")
            .With("3ds", Secure("yes", "yes", "protected"));
        fixture
            .Stub.On("POST transactions", StubAnswer.Created(shown))
            .On("GET transactions/txn_1", StubAnswer.Ok(shown.Copy()));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);
        var found = await fixture.Gateway.FindAsync(
            FindRequest.For(result.Transaction!),
            TestContext.Current.CancellationToken
        );

        Assert.True(found.IsFound);
        Assert.Equal(
            ("txn_1", "GAT123", "74836950144358910018150", null),
            (
                result.Provider.TransactionId,
                result.Provider.GatewayTransactionId,
                result.Provider.AcquirerReferenceNumber,
                result.Provider.AuthorizationCode
            )
        );
        Assert.Equal("SHOP*ORDER 1", result.BillingDescriptor);
        Assert.Equal(
            new PaymentMethodDetails
            {
                Kind = PaymentMethodKind.PaymentCard,
                Method = "payment-card",
                Id = "inst_1",
                Brand = CardBrand.Visa,
                Bin = "411111",
            },
            result.PaymentMethod
        );
        Assert.Equal(
            new ThreeDSecureResult
            {
                Status = ThreeDSecureStatus.Authenticated,
                Version = "2.2.0",
                LiabilityShifted = true,
            },
            result.Verification.ThreeDSecure
        );
        Assert.Equal(
            (
                result.Provider,
                result.Verification,
                result.PaymentMethod,
                result.BillingDescriptor,
                result.ProcessedAmount
            ),
            (
                found.State.Provider,
                found.State.Verification,
                found.State.PaymentMethod,
                found.State.BillingDescriptor,
                found.State.ProcessedAmount
            )
        );
    }

    [Fact]
    public async Task Of_a_card_that_was_sent_the_last_digits_and_the_expiry_are_known()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale()));
        var card = new PaymentCard
        {
            Number = new CardNumber("4111111111111111"),
            ExpiryMonth = 12,
            ExpiryYear = 2030,
        };

        var result = await fixture.Gateway.SaleAsync(
            Some.Sale() with
            {
                PaymentMethod = card,
                BillingAddress = new Address { Country = "GB" },
            },
            TestContext.Current.CancellationToken
        );

        var method = result.PaymentMethod;
        Assert.Equal(("1111", 12, 2030), (method.LastFour, method.ExpiryMonth, method.ExpiryYear));
    }

    [Theory]
    [InlineData("yes", "yes", "protected", ThreeDSecureStatus.Authenticated, true)]
    [InlineData("yes", "attempted", "protected (attempt)", ThreeDSecureStatus.Attempted, true)]
    [InlineData("yes", "no", "not protected", ThreeDSecureStatus.NotAuthenticated, false)]
    [InlineData("no", "not applicable", "not protected", ThreeDSecureStatus.NotEnrolled, false)]
    [InlineData("unavailable", "not applicable", null, ThreeDSecureStatus.Unavailable, null)]
    [InlineData("invalid card/timeout", null, null, ThreeDSecureStatus.Unavailable, null)]
    [InlineData("yes", "perhaps", "perhaps", ThreeDSecureStatus.Unknown, null)]
    public void Every_documented_word_of_3ds_has_one_meaning(
        string enrolled,
        string? authenticated,
        string? liability,
        ThreeDSecureStatus status,
        bool? shifted
    )
    {
        var body = Txn.Sale().With("3ds", Secure(enrolled, authenticated, liability)).Read();

        var secure = body.ThreeDSecure!;

        Assert.Equal((status, shifted), (secure.Status, secure.LiabilityShifted));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("17")]
    [InlineData("\"text\"")]
    [InlineData("[{\"a\":1}]")]
    [InlineData("{\"version\":{\"a\":[1]},\"liability\":7}")]
    public void A_detail_of_another_shape_is_left_out_and_decides_nothing(string json)
    {
        var body = Txn.Sale()
            .With("3ds", JsonNode.Parse(json))
            .With("billingDescriptor", JsonNode.Parse(json))
            .With("gatewayTransactionId", JsonNode.Parse(json))
            .Read();

        Assert.Equal(ProviderStatus.Approved, body.Status);
        Assert.Null(body.Contradiction);
        Assert.Null(body.ThreeDSecure?.Version);
        Assert.Null(body.ThreeDSecure?.LiabilityShifted);
        Assert.Equal(
            json switch
            {
                "\"text\"" => "text",
                "17" => "17",
                _ => null,
            },
            body.BillingDescriptor
        );
        Assert.Equal(body.BillingDescriptor, body.Provider.GatewayTransactionId);
        Assert.Equal(json != "null", body.UnreadableFields.Count > 0);
    }

    [Theory]
    [InlineData(true, null, "completed", DisputeStatus.Unknown)]
    [InlineData(null, null, "disputed", DisputeStatus.Unknown)]
    [InlineData(true, "won", "disputed", DisputeStatus.Won)]
    [InlineData(false, null, "completed", DisputeStatus.None)]
    public async Task A_dispute_is_known_from_any_of_its_fields(
        bool? isDisputed,
        string? disputeStatus,
        string status,
        DisputeStatus expected
    )
    {
        await using var fixture = new RebillyFixture();
        var shown = Txn.Sale()
            .With("isDisputed", isDisputed)
            .With("disputeStatus", disputeStatus)
            .With("status", status);
        fixture.Stub.On("GET transactions/txn_1", StubAnswer.Ok(shown));

        var found = await fixture.Gateway.FindAsync(
            FindRequest.For(RebillyFixture.Ref("txn_1")),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(expected, found.State?.DisputeStatus);
    }

    private static JsonObject Secure(string? enrolled, string? authenticated, string? liability) =>
        new()
        {
            ["server"] = null,
            ["version"] = "2.2.0",
            ["enrolled"] = enrolled,
            ["authenticated"] = authenticated,
            ["liability"] = liability,
            ["flow"] = "frictionless",
            ["isDowngraded"] = false,
        };
}
