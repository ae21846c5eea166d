using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

public class RefundTests
{
    private const string Route = "POST transactions/txn_1/refund";

    [Fact]
    public async Task A_new_child_with_the_amount_is_the_evidence()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.WithOriginal(Txn.Sale().Settled())
            .On(Route, StubAnswer.Created(Txn.Reversal("refund", amount: 5m)));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(5), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Approved, PaymentOperation.Refund), (result.Outcome, result.PerformedAs));
        Assert.Equal((RebillyFixture.Ref("txn_r"), Some.Usd(5)), (result.Transaction, result.ApprovedAmount));
    }

    [Fact]
    public async Task A_refund_that_Rebilly_made_a_void_says_so()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Sale()).On(Route, StubAnswer.Created(Txn.Reversal("void")));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Approved, PaymentOperation.Void), (result.Outcome, result.PerformedAs));
    }

    [Fact]
    public async Task A_part_that_was_voided_is_unknown()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Sale()).On(Route, StubAnswer.Created(Txn.Reversal("void", amount: 5m)));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(5), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Unknown, AnomalyKind.TransactionType), (result.Outcome, result.Anomaly?.Kind));
        Assert.Equal(RebillyFixture.Ref("txn_r"), result.Transaction);
    }

    public static TheoryData<string, JsonNode?> NoEvidence =>
        new()
        {
            { "type", "sale" },
            { "type", "credit" },
            { "parentTransactionId", "txn_9" },
            { "parentTransactionId", null },
            { "requestAmount", 12.49m },
            { "requestCurrency", "EUR" },
            { "customerId", "cus_2" },
            { "amount", 13m },
            { "id", "txn_1" },
            { "id", "txn_old" },
            { "id", null },
        };

    [Theory]
    [MemberData(nameof(NoEvidence))]
    public async Task Anything_but_a_new_child_with_the_amount_is_unknown(string field, JsonNode? value)
    {
        await using var fixture = new RebillyFixture();
        var old = Txn.Reversal("refund", "txn_old", amount: 0).With("result", "declined").With("status", "completed");
        fixture
            .Stub.WithOriginal(Txn.Sale().Settled(), old)
            .On(Route, StubAnswer.Created(Txn.Reversal("refund").With(field, value?.DeepClone())));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest), (result.Outcome, result.Reason));
        Assert.Single(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData("completed", "approved", 7.51, PaymentReason.ExceedsAvailableAmount)]
    [InlineData("waiting-refund", "approved", 7.51, PaymentReason.ExceedsAvailableAmount)]
    [InlineData("pending", "unknown", 7.51, PaymentReason.ExceedsAvailableAmount)]
    [InlineData("timeout", "unknown", 7.51, PaymentReason.ExceedsAvailableAmount)]
    [InlineData("mystery", "mystery", 7.51, PaymentReason.ExceedsAvailableAmount)]
    public async Task More_than_is_left_is_refused(string status, string result, double amount, PaymentReason reason)
    {
        await using var fixture = new RebillyFixture();
        var earlier = Txn.Reversal("refund", amount: 5m).With("status", status).With("result", result);
        fixture.Stub.WithOriginal(Txn.Sale().Settled(), earlier);

        var refund = await fixture.Gateway.RefundAsync(
            Some.Refund((decimal)amount),
            TestContext.Current.CancellationToken
        );

        Assert.Equal((PaymentOutcome.Rejected, reason), (refund.Outcome, refund.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_converted_sale_is_refunded_in_the_currency_that_was_processed()
    {
        await using var fixture = new RebillyFixture();
        var converted = Txn.Sale().Settled().With("amount", 11.40m).With("currency", "EUR");
        var whole = Txn.Reversal("refund", amount: 11.40m).With("currency", "EUR").With("requestCurrency", "EUR");
        fixture.Stub.WithOriginal(converted).On(Route, StubAnswer.Created(whole));

        var asAsked = await fixture.Gateway.RefundAsync(Some.Refund(), TestContext.Current.CancellationToken);
        var asProcessed = await fixture.Gateway.RefundAsync(
            Some.Refund(key: "key-2") with
            {
                Amount = new Money(11.40m, Currency.Eur),
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.InvalidRequest), (asAsked.Outcome, asAsked.Reason));
        Assert.Contains("11.40 EUR can be refunded", asAsked.Message, StringComparison.Ordinal);
        Assert.True(asProcessed.IsApproved);
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_refund_that_was_voided_gave_nothing_back()
    {
        await using var fixture = new RebillyFixture();
        var voided = Txn.Reversal("refund", "txn_v").With("status", "voided");
        fixture.Stub.WithOriginal(Txn.Sale().Settled(), voided).On(Route, StubAnswer.Created(Txn.Reversal("refund")));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
    }

    [Fact]
    public async Task A_declined_refund_takes_nothing_off()
    {
        await using var fixture = new RebillyFixture();
        var declined = Txn.Reversal("refund", "txn_d").With("result", "declined").WithCode("05");
        fixture.Stub.WithOriginal(Txn.Sale().Settled(), declined).On(Route, StubAnswer.Created(Txn.Reversal("refund")));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
    }

    public static TheoryData<string, JsonNode?, PaymentReason> NotRefundable =>
        new()
        {
            { "type", "authorize", PaymentReason.InvalidRequest },
            { "type", "refund", PaymentReason.InvalidRequest },
            { "result", "declined", PaymentReason.InvalidRequest },
            { "status", "voided", PaymentReason.AlreadyReversed },
            { "status", "refunded", PaymentReason.AlreadyReversed },
            { "currency", "EUR", PaymentReason.InvalidRequest },
            { "amount", 12.49m, PaymentReason.ExceedsAvailableAmount },
        };

    [Theory]
    [MemberData(nameof(NotRefundable))]
    public async Task An_unsuitable_original_is_not_refunded(string field, JsonNode? value, PaymentReason reason)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Sale().With(field, value?.DeepClone()));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Rejected, reason), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    public static TheoryData<string> UnreadableOriginals =>
        [
            """{"childTransactions":["txn_r",null]}""",
            """{"childTransactions":[""]}""",
            """{"childTransactions":[".."]}""",
            """{"childTransactions":["a b"]}""",
            """{"childTransactions":["txn_missing"]}""",
            """{"childTransactions":["txn_negative"]}""",
            """{"childTransactions":["txn_typeless"]}""",
            """{"childTransactions":["txn_stranger"]}""",
            """{"childTransactions":["txn_foreign"]}""",
            """{"status":"partially-refunded"}""",
            """{"status":"waiting-refund"}""",
            """{"amount":-12.50}""",
            """{"amount":null}""",
            """{"currency":null}""",
            """{"type":null}""",
            """{"result":"unknown"}""",
            """{"id":"txn_2"}""",
            """{"id":null}""",
        ];

    [Theory]
    [MemberData(nameof(UnreadableOriginals))]
    public async Task The_refundable_amount_must_be_readable(string changes)
    {
        await using var fixture = new RebillyFixture();
        var original = Txn.Sale().Settled();
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject().ToList())
        {
            original[name] = value?.DeepClone();
        }

        fixture
            .Stub.On("GET transactions/txn_1", StubAnswer.Ok(original))
            .On("GET transactions/txn_r", StubAnswer.Ok(Txn.Reversal("refund", amount: 1m)))
            .On("GET transactions/txn_missing", StubAnswer.Problem(404))
            .On("GET transactions/txn_negative", StubAnswer.Ok(Txn.Reversal("refund", "txn_negative", amount: -5m)))
            .On(
                "GET transactions/txn_typeless",
                StubAnswer.Ok(Txn.Reversal("refund", "txn_typeless").With("type", null))
            )
            .On("GET transactions/txn_stranger", StubAnswer.Ok(Txn.Reversal("refund", "txn_other")))
            .On("GET transactions/txn_foreign", StubAnswer.Ok(Txn.Reversal("refund", "txn_foreign", "txn_9")))
            .On(Route, StubAnswer.Created(Txn.Reversal("refund")));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(5), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.PreparationFailed), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }
}
