using System.Text.Json.Nodes;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>The original is read before a capture, void or refund; when it cannot be read, nothing is sent.</summary>
public sealed class ReadFirstTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_original_that_the_provider_does_not_know_is_rejected()
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("GET payments/pay_1", Txn.Error(404));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(), Token);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.NotFound), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task An_original_that_shows_another_id_sends_nothing()
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("GET payments/pay_1", StubAnswer.Ok(Txn.Sale(id: "pay_2")));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(), Token);

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.PreparationFailed), (result.Outcome, result.Reason));
        Assert.Contains("other than the requested one", result.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task An_original_that_cannot_be_read_sends_nothing()
    {
        StubAnswer[] answers =
        [
            StubAnswer.Reset(),
            StubAnswer.Text(200, "<html/>", "text/html"),
            StubAnswer.Text(404, "<html/>", "text/html"),
            Txn.Error(503, "busy"),
            StubAnswer.Ok(Txn.Sale().With("status", "word")),
            StubAnswer.Ok(Txn.Sale().With("amount", "many")),
            StubAnswer.Ok(Txn.Sale().Without("amount")),
            StubAnswer.Ok(Txn.Sale().With("amount", -1250)),
            StubAnswer.Ok(Txn.Sale().With("refunded", true)),
            StubAnswer.Ok(Txn.Sale().With("children", "none")),
        ];

        foreach (var answer in answers)
        {
            await using var fixture = AdapterFixture.Acme();
            fixture.Stub.On("GET payments/pay_1", answer);

            PaymentResult[] results =
            [
                await fixture.Gateway.RefundAsync(Some.Refund(key: "refund-1"), Token),
                await fixture.Gateway.VoidAsync(Some.Void("void-1"), Token),
                await fixture.Gateway.CaptureAsync(Some.Capture(of: AdapterFixture.Ref("pay_1")), Token),
            ];

            Assert.All(results, result => Assert.Equal(PaymentOutcome.NotSent, result.Outcome));
            Assert.Empty(fixture.Stub.Writes);
        }
    }

    public static TheoryData<string, JsonNode?> UnreadableChildren =>
        new()
        {
            { "id", "pay_other" },
            { "parent", "pay_9" },
            { "amount", null },
            { "amount", -100 },
            { "amount", "many" },
            { "currency", "EUR" },
            { "type", "word" },
        };

    [Theory]
    [MemberData(nameof(UnreadableChildren))]
    public async Task A_child_that_cannot_be_read_sends_nothing(string field, JsonNode? value)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.WithOriginal(Txn.Sale("sale"), Txn.Child("refund", "first", amount: 100));
        fixture.Stub.On(
            "GET payments/pay_c",
            StubAnswer.Ok(Txn.Child("refund", "first", amount: 100).With(field, value?.DeepClone()))
        );

        var result = await fixture.Gateway.RefundAsync(Some.Refund(1m), Token);

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.PreparationFailed), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData(50, PaymentOutcome.Approved)]
    [InlineData(51, PaymentOutcome.NotSent)]
    public async Task An_original_with_more_than_fifty_children_sends_nothing(int count, PaymentOutcome expected)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture
            .Stub.WithOriginal(
                Txn.Sale("sale"),
                [.. Enumerable.Range(0, count).Select(n => Txn.Child("refund", $"r-{n}", $"pay_r{n}", amount: 1))]
            )
            .On("POST payments/pay_1/refund", StubAnswer.Ok(Txn.Child("refund", amount: 100)));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(1m), Token);

        Assert.Equal(expected, result.Outcome);
    }

    [Fact]
    public async Task An_answer_that_shows_what_was_there_before_is_unknown()
    {
        await using var fixture = AdapterFixture.Acme();
        var before = Txn.Child("refund", "first", amount: 100);
        fixture
            .Stub.WithOriginal(Txn.Sale("sale"), before)
            .On("POST payments/pay_1/refund", StubAnswer.Ok(Txn.Child("refund", amount: 100)));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(1m), Token);

        Assert.Equal(
            (PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest, AnomalyKind.TransactionId),
            (result.Outcome, result.Reason, result.Anomaly?.Kind)
        );
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task Amounts_that_were_moved_already_go_to_the_journal()
    {
        await using var fixture = AdapterFixture.Acme();
        fixture
            .Stub.WithOriginal(
                Txn.Sale("sale"),
                Txn.Child("refund", "first", "pay_r1", amount: 100),
                Txn.Child("refund", "second", "pay_r2", amount: 200).With("status", "failed").With("code", "05")
            )
            .On("POST payments/pay_1/refund", StubAnswer.Reset());

        await fixture.Gateway.RefundAsync(Some.Refund(3m), Token);

        var entry = await fixture.EntryAsync("key-1");
        Assert.Equal(["pay_r1", "pay_r2"], entry.Intent.Hints?.KnownTransactionIds ?? []);
        var next = await fixture.Gateway.RefundAsync(Some.Refund(9m, "key-2"), Token);
        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.ExceedsAvailableAmount), (next.Outcome, next.Reason));
    }

    [Fact]
    public async Task Two_refunds_of_one_sale_at_once_give_back_no_more_than_there_is()
    {
        await using var fixture = AdapterFixture.Acme();
        fixture
            .Stub.WithOriginal(Txn.Sale("sale"))
            .On("POST payments/pay_1/refund", StubAnswer.Ok(Txn.Child("refund", amount: 800)));

        var results = await Task.WhenAll(
            fixture.Gateway.RefundAsync(Some.Refund(8m), Token),
            fixture.Gateway.RefundAsync(Some.Refund(8m, "key-2"), Token)
        );

        Assert.Single(fixture.Stub.Writes);
        Assert.Single(results, result => result.Outcome == PaymentOutcome.Rejected);
    }

    [Theory]
    [InlineData("succeeded", PaymentOutcome.Approved)]
    [InlineData("processing", PaymentOutcome.Pending)]
    [InlineData("failed", PaymentOutcome.Declined)]
    public async Task An_earlier_child_with_our_key_answers_a_repeat(string status, PaymentOutcome expected)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.WithOriginal(
            Txn.Sale("sale"),
            Txn.Child("refund", amount: 300).With("status", status).With("code", status == "failed" ? "05" : "00")
        );

        var result = await fixture.Gateway.RefundAsync(Some.Refund(3m), Token);

        Assert.Equal((expected, AdapterFixture.Ref("pay_c")), (result.Outcome, result.Transaction));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task An_earlier_child_with_our_key_and_another_amount_is_unknown()
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.WithOriginal(Txn.Sale("sale"), Txn.Child("refund", amount: 300));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(4m), Token);

        Assert.Equal((PaymentOutcome.Unknown, AnomalyKind.Amount), (result.Outcome, result.Anomaly?.Kind));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task Two_earlier_children_with_our_key_are_unknown()
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.WithOriginal(
            Txn.Sale("sale"),
            Txn.Child("refund", id: "pay_r1", amount: 300),
            Txn.Child("refund", id: "pay_r2", amount: 300)
        );

        var result = await fixture.Gateway.RefundAsync(Some.Refund(3m), Token);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer), (result.Outcome, result.Reason));
        Assert.Equal(2, result.Anomaly?.Transactions.Count);
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task An_earlier_child_is_known_by_its_mark_where_nothing_takes_a_key()
    {
        await using var fixture = AdapterFixture.Acme(profile => ByMark(profile));
        var mark = $"Sorry {Old.Mark("key-1")}";
        fixture.Stub.WithOriginal(
            Txn.Sale("sale"),
            Txn.Child("refund", amount: 300).Without("key").With("description", mark)
        );

        var result = await fixture.Gateway.RefundAsync(Some.Refund(3m), Token);

        Assert.Equal((PaymentOutcome.Approved, AdapterFixture.Ref("pay_c")), (result.Outcome, result.Transaction));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_capture_that_was_done_before_is_found_by_its_key()
    {
        await using var fixture = AdapterFixture.Acme();
        fixture
            .Stub.WithOriginal(Txn.Authorization().With("status", "succeeded"))
            .WithList(Txn.Child("capture", parent: "pay_a"));

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), Token);

        Assert.Equal((PaymentOutcome.Approved, AdapterFixture.Ref("pay_c")), (result.Outcome, result.Transaction));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData(true, PaymentOutcome.Rejected, PaymentReason.AuthorizationNotOpen)]
    [InlineData(false, PaymentOutcome.NotSent, PaymentReason.PreparationFailed)]
    public async Task A_capture_that_nothing_shows_is_refused_only_when_the_list_could_be_read(
        bool isReadable,
        PaymentOutcome outcome,
        PaymentReason reason
    )
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.WithOriginal(Txn.Authorization().With("status", "succeeded"));
        if (isReadable)
        {
            fixture.Stub.WithList();
        }

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), Token);

        Assert.Equal((outcome, reason), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    private static AdapterProfile ByMark(AdapterProfile profile) =>
        profile with
        {
            Mark = new DescriptionMark(20, 60),
            Capabilities = profile.Capabilities with { HonorsIdempotencyKey = [PaymentOperation.Sale] },
        };
}
