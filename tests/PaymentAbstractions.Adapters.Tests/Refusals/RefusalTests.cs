using System.Text.Json.Nodes;

namespace PaymentAbstractions.Adapters.Tests;

public sealed class RefusalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_documented_decline_is_declined_with_its_code_and_text()
    {
        var result = await SellAsync(Txn.Error(402, "declined", "Not enough money.", "51"));

        Assert.Equal((PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer), (result.Outcome, result.Reason));
        Assert.Equal(
            ("51", "51", "Not enough money."),
            (result.Code?.Value, result.Provider.Code, result.Provider.Message)
        );
    }

    [Theory]
    [InlineData("00")]
    [InlineData("10")]
    public async Task A_decline_with_a_code_that_approves_is_unknown(string code)
    {
        var result = await SellAsync(Txn.Error(402, "declined", "No.", code));

        Assert.Equal(
            (PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest, AnomalyKind.ResponseCode),
            (result.Outcome, result.Reason, result.Anomaly?.Kind)
        );
    }

    [Theory]
    [InlineData("succeeded", PaymentOutcome.Unknown)]
    [InlineData("processing", PaymentOutcome.Unknown)]
    [InlineData("failed", PaymentOutcome.Declined)]
    public async Task A_decline_beside_a_transaction_that_may_have_moved_money_is_unknown(
        string status,
        PaymentOutcome expected
    )
    {
        var answer = Txn.Sale().With("status", status).With("error", new JsonObject { ["type"] = "declined" });

        Assert.Equal(expected, (await SellAsync(StubAnswer.Ok(answer))).Outcome);
    }

    [Theory]
    [InlineData(401, PaymentReason.InvalidCredentials)]
    [InlineData(404, PaymentReason.NotFound)]
    [InlineData(422, PaymentReason.InvalidRequest)]
    public async Task A_documented_rejection_is_rejected(int status, PaymentReason reason)
    {
        var result = await SellAsync(Txn.Error(status));

        Assert.Equal((PaymentOutcome.Rejected, reason), (result.Outcome, result.Reason));
        Assert.True(result.MaySendAgain);
    }

    [Fact]
    public async Task A_rejection_lists_the_problems_that_the_provider_found()
    {
        var error = new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["fields"] = new JsonArray(new JsonObject { ["field"] = "amount", ["message"] = "is too high." }),
            },
        };

        var result = await SellAsync(StubAnswer.Json(422, error));

        Assert.Equal("amount: is too high.", Assert.Single(result.Problems).ToString());
    }

    [Fact]
    public async Task A_refusal_that_proves_nothing_is_unknown_with_its_reason()
    {
        var result = await SellAsync(Txn.Error(503, "busy", "Try later."));

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.ProviderTimeout), (result.Outcome, result.Reason));
        Assert.Contains("Try later.", result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("succeeded", PaymentOutcome.Approved)]
    [InlineData("processing", PaymentOutcome.Pending)]
    [InlineData("word", PaymentOutcome.Unknown)]
    public async Task A_used_key_is_answered_with_what_was_made_under_it(string status, PaymentOutcome expected)
    {
        var result = await SellAsync(Txn.Error(409), Txn.Sale("another", "pay_9"), Txn.Sale().With("status", status));

        Assert.Equal((expected, AdapterFixture.Ref("pay_1")), (result.Outcome, result.Transaction));
    }

    [Fact]
    public async Task A_used_key_under_which_nothing_is_found_is_unknown()
    {
        var result = await SellAsync(Txn.Error(409), Txn.Sale("another", "pay_9"));

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.DuplicateKey), (result.Outcome, result.Reason));
        Assert.Null(result.Transaction);
    }

    [Fact]
    public async Task A_used_key_whose_payment_is_another_one_is_unknown()
    {
        var result = await SellAsync(Txn.Error(409), Txn.Sale().With("amount", 900));

        Assert.Equal((PaymentOutcome.Unknown, AnomalyKind.Amount), (result.Outcome, result.Anomaly?.Kind));
    }

    [Fact]
    public async Task A_used_key_without_a_list_is_unknown()
    {
        await using var fixture = AdapterFixture.Listless();
        fixture.Stub.On("POST payments", Txn.Error(409));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.DuplicateKey), (result.Outcome, result.Reason));
    }

    [Theory]
    [InlineData("DECLINED", PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer)]
    [InlineData("INVALID", PaymentOutcome.Rejected, PaymentReason.InvalidRequest)]
    [InlineData("LOGIN", PaymentOutcome.Rejected, PaymentReason.InvalidCredentials)]
    public async Task An_old_provider_refuses_with_the_status_of_a_success(
        string word,
        PaymentOutcome outcome,
        PaymentReason reason
    )
    {
        await using var fixture = AdapterFixture.OldPay();
        fixture.Stub.On("sale", Old.Says(word, "No."));

        var result = await fixture.Gateway.SaleAsync(Some.CardSale(), Token);

        Assert.Equal((outcome, reason), (result.Outcome, result.Reason));
    }

    [Fact]
    public void The_providers_text_is_not_printed()
    {
        var refusal = ProviderRefusal.Declined("card 4111111111111111") with { ProviderCode = "4111111111111111" };

        Assert.DoesNotContain("4111", refusal.ToString(), StringComparison.Ordinal);
        Assert.Contains("Declined", refusal.ToString(), StringComparison.Ordinal);
    }

    private static async Task<PaymentResult> SellAsync(StubAnswer answer, params JsonObject[] list)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("POST payments", answer).WithList(list);
        return await fixture.Gateway.SaleAsync(Some.Sale(), Token);
    }
}
