using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>Secrets and card data in a provider's answer appear in no text of a result.</summary>
public sealed class MaskingTests
{
    private const string Pan = "4111111111111111";
    private const string Leak = $"{Pan} cvc 987 key {AdapterFixture.Secret}";
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("succeeded")]
    [InlineData("failed")]
    [InlineData("word")]
    public async Task A_transaction_that_repeats_them_is_masked(string status)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("POST payments", StubAnswer.Json(201, Leaking().With("status", status)));

        var result = await fixture.Gateway.SaleAsync(Some.CardSale(), Token);

        Assert.NotNull(result.Provider.Message);
        Assert.NotNull(result.Answer);
        NothingShown(result);
    }

    [Fact]
    public async Task A_verification_result_that_is_a_number_is_read_and_masked()
    {
        await using var fixture = AdapterFixture.Acme();
        var known = Txn.Sale().Without("customer").With("avs_number", "7 Both match").With("cvc_number", "1");
        var leaking = Txn.Sale().Without("customer").With("avs_number", Leak).With("cvc_number", Leak);
        fixture.Stub.On("POST payments", StubAnswer.Json(201, known), StubAnswer.Json(201, leaking));

        var read = (await fixture.Gateway.SaleAsync(Some.CardSale(), Token)).Verification;
        var masked = await fixture.Gateway.SaleAsync(Some.CardSale("key-2"), Token);

        Assert.Equal((VerificationMatch.Match, VerificationMatch.Match), (read.Avs.Street, read.Avs.PostalCode));
        Assert.Equal(CvvStatus.Match, read.Cvv.Status);
        Assert.True(masked.Verification.Avs.IsUnmapped);
        NothingShown(masked);
    }

    [Fact]
    public async Task A_refusal_that_repeats_them_is_masked()
    {
        await using var fixture = AdapterFixture.Acme();
        var error = new JsonObject
        {
            ["type"] = "declined",
            ["message"] = Leak,
            ["code"] = Leak,
            ["fields"] = new JsonArray(new JsonObject { ["field"] = Leak, ["message"] = Leak }),
        };
        fixture.Stub.On(
            "POST payments",
            StubAnswer.Json(402, new JsonObject { ["error"] = error.DeepClone() }),
            StubAnswer.Json(422, new JsonObject { ["error"] = error.DeepClone() })
        );

        var declined = await fixture.Gateway.SaleAsync(Some.CardSale(), Token);
        var rejected = await fixture.Gateway.SaleAsync(Some.CardSale("key-2"), Token);

        Assert.Equal(PaymentOutcome.Declined, declined.Outcome);
        Assert.Single(rejected.Problems);
        NothingShown(declined);
        NothingShown(rejected);
    }

    [Fact]
    public async Task A_contradiction_that_quotes_the_provider_is_masked()
    {
        await using var fixture = AdapterFixture.Quoting();
        fixture.Stub.On("POST payments", StubAnswer.Json(201, Leaking())).WithOriginal(Leaking(), []);

        var refunded = await fixture.Gateway.RefundAsync(Some.Refund(1m, "key-2"), Token);
        var sold = await fixture.Gateway.SaleAsync(Some.CardSale(), Token);
        var found = await fixture.Gateway.FindAsync(FindRequest.For(AdapterFixture.Ref("pay_1")), Token);

        Assert.Equal(AnomalyKind.Other, sold.Anomaly?.Kind);
        Assert.Equal(PaymentOutcome.NotSent, refunded.Outcome);
        Assert.NotNull(found.State?.Anomaly);
        NothingShown(sold);
        NothingShown(refunded, securityCode: false);
        NothingShown(found, securityCode: false);
    }

    [Fact]
    public async Task A_state_that_is_found_is_masked()
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.WithOriginal(Leaking());

        var found = await fixture.Gateway.FindAsync(FindRequest.For(AdapterFixture.Ref("pay_1")), Token);

        Assert.Equal(PaymentOutcome.Approved, found.State?.Outcome);
        NothingShown(found, securityCode: false);
    }

    [Fact]
    public async Task A_final_answer_is_kept_only_on_demand()
    {
        await using var fixture = AdapterFixture.Acme(keepAnswers: false);
        fixture.Stub.On(
            "POST payments",
            StubAnswer.Json(201, Txn.Sale()),
            StubAnswer.Json(201, Txn.Sale("key-2").With("status", "word"))
        );

        var final = await fixture.Gateway.SaleAsync(Some.Sale(), Token);
        var unknown = await fixture.Gateway.SaleAsync(Some.Sale("key-2"), Token);

        Assert.Null(final.Answer);
        Assert.NotNull(unknown.Answer);
    }

    private static JsonObject Leaking()
    {
        var shown = Txn.Sale().Without("customer");
        shown["card"] = new JsonObject
        {
            ["brand"] = Leak,
            ["bin"] = Pan,
            ["last4"] = Pan,
        };
        string[] texts =
        [
            "message",
            "network_code",
            "network_message",
            "auth_code",
            "gateway_id",
            "network_id",
            "description",
            "descriptor",
            "avs",
            "cvc",
        ];
        foreach (var text in texts)
        {
            shown[text] = Leak;
        }

        return shown.With("code", null);
    }

    private static void NothingShown<T>(T value, bool securityCode = true)
    {
        var texts = JsonSerializer.Serialize(value) + value + ((value as PaymentResult)?.Answer?.ReadBody() ?? "");
        Assert.DoesNotContain(Pan, texts, StringComparison.Ordinal);
        Assert.DoesNotContain(AdapterFixture.Secret, texts, StringComparison.Ordinal);
        if (securityCode)
        {
            Assert.DoesNotContain("987", texts, StringComparison.Ordinal);
        }
    }
}
