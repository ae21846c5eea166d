using System.Text.Json.Nodes;

namespace PaymentAbstractions.Adapters.Tests;

public sealed class OriginalRuleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, JsonNode?, PaymentReason> NoCaptures =>
        new()
        {
            { "type", "sale", PaymentReason.AuthorizationNotOpen },
            { "status", "succeeded", PaymentReason.AuthorizationNotOpen },
            { "status", "failed", PaymentReason.AuthorizationNotOpen },
            { "status", "reversed", PaymentReason.AuthorizationNotOpen },
            { "status", "processing", PaymentReason.AuthorizationNotOpen },
            { "status", "timed_out", PaymentReason.ProviderTimeout },
            { "status", "connection_failed", PaymentReason.ProviderConnectionError },
            { "status", "never_sent", PaymentReason.ProviderNeverSent },
            { "amount", 1000, PaymentReason.ExceedsAvailableAmount },
            { "amount", 2000, PaymentReason.InvalidRequest },
            { "currency", "EUR", PaymentReason.InvalidRequest },
        };

    [Theory]
    [MemberData(nameof(NoCaptures))]
    public async Task A_capture_that_its_authorization_does_not_permit_is_rejected(
        string field,
        JsonNode? value,
        PaymentReason reason
    )
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.WithOriginal(Txn.Authorization().With(field, value?.DeepClone())).WithList();

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), Token);

        Assert.Equal((PaymentOutcome.Rejected, reason), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData("capture", "succeeded", false)]
    [InlineData("capture", "processing", false)]
    [InlineData("void", "word", false)]
    [InlineData("capture", "failed", true)]
    public async Task An_authorization_is_captured_once(string type, string status, bool isOpen)
    {
        await using var fixture = AdapterFixture.Acme();
        var child = Txn.Child(type, "first", "pay_u", "pay_a")
            .With("status", status)
            .With("code", status == "failed" ? "05" : "00");
        fixture
            .Stub.WithOriginal(Txn.Authorization(), child)
            .WithList()
            .On("POST payments/pay_a/capture", StubAnswer.Ok(Txn.Child("capture", parent: "pay_a")));

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), Token);

        Assert.Equal(isOpen ? PaymentOutcome.Approved : PaymentOutcome.Rejected, result.Outcome);
        Assert.Equal(isOpen ? 1 : 0, fixture.Stub.Writes.Count);
    }

    [Theory]
    [InlineData(8, true, PaymentOutcome.Approved)]
    [InlineData(8, false, PaymentOutcome.Rejected)]
    public async Task A_part_is_captured_where_the_provider_can(int amount, bool canDoSo, PaymentOutcome expected)
    {
        await using var fixture = AdapterFixture.Acme(profile =>
            profile with
            {
                Capabilities = profile.Capabilities with { PartialCapture = canDoSo },
            }
        );
        fixture
            .Stub.WithOriginal(Txn.Authorization())
            .On(
                "POST payments/pay_a/capture",
                StubAnswer.Ok(Txn.Child("capture", parent: "pay_a", amount: amount * 100))
            );

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(amount), Token);

        Assert.Equal(expected, result.Outcome);
    }

    [Theory]
    [InlineData(true, PaymentOutcome.Approved)]
    [InlineData(false, PaymentOutcome.Rejected)]
    public async Task An_open_authorization_is_captured_again_where_the_provider_can(
        bool canDoSo,
        PaymentOutcome expected
    )
    {
        await using var fixture = AdapterFixture.Acme(profile =>
            profile with
            {
                Capabilities = profile.Capabilities with { PartialCapture = true, MultiCapture = canDoSo },
            }
        );
        fixture
            .Stub.WithOriginal(Txn.Authorization(), Txn.Child("capture", "first", "pay_u", "pay_a", amount: 500))
            .WithList()
            .On("POST payments/pay_a/capture", StubAnswer.Ok(Txn.Child("capture", parent: "pay_a", amount: 300)));

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(3m), Token);

        Assert.Equal(expected, result.Outcome);
    }

    public static TheoryData<string, JsonNode?, PaymentReason> NoVoids =>
        new()
        {
            { "type", "setup", PaymentReason.InvalidRequest },
            { "type", "credit", PaymentReason.InvalidRequest },
            { "type", "void", PaymentReason.InvalidRequest },
            { "type", "word", PaymentReason.InvalidRequest },
            { "status", "failed", PaymentReason.InvalidRequest },
            { "status", "processing", PaymentReason.InvalidRequest },
            { "status", "requires_action", PaymentReason.InvalidRequest },
            { "status", "reversed", PaymentReason.AlreadyReversed },
            { "status", "timed_out", PaymentReason.ProviderTimeout },
            { "settled", "2026-03-02", PaymentReason.AlreadySettled },
        };

    [Theory]
    [MemberData(nameof(NoVoids))]
    public async Task A_void_that_its_original_does_not_permit_is_rejected(
        string field,
        JsonNode? value,
        PaymentReason reason
    )
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.WithOriginal(Txn.Sale("sale").With(field, value?.DeepClone()));

        var result = await fixture.Gateway.VoidAsync(Some.Void() with { IfSettled = IfSettled.Refuse }, Token);

        Assert.Equal((PaymentOutcome.Rejected, reason), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData(true, false, PaymentOutcome.Approved)]
    [InlineData(true, true, PaymentOutcome.Rejected)]
    [InlineData(false, false, PaymentOutcome.Rejected)]
    public async Task A_refund_is_voided_before_it_is_settled_where_the_provider_can(
        bool canDoSo,
        bool isSettled,
        PaymentOutcome expected
    )
    {
        await using var fixture = AdapterFixture.Acme(profile =>
            profile with
            {
                Capabilities = profile.Capabilities with
                {
                    Voidable = canDoSo ? [PaymentOperation.Sale, PaymentOperation.Refund] : [PaymentOperation.Sale],
                },
            }
        );
        var refund = Txn.Sale("refund", "pay_r").With("type", "refund").With("parent", "pay_1");
        fixture
            .Stub.WithOriginal(isSettled ? refund.Settled() : refund)
            .On("POST payments/pay_r/void", StubAnswer.Ok(Txn.Child("void", parent: "pay_r")));

        var result = await fixture.Gateway.VoidAsync(
            Some.Void(of: AdapterFixture.Ref("pay_r")) with
            {
                IfSettled = IfSettled.Refund,
            },
            Token
        );

        Assert.Equal(expected, result.Outcome);
    }

    [Fact]
    public async Task A_sale_that_was_refunded_in_part_is_not_voided()
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.WithOriginal(Txn.Sale("sale"), Txn.Child("refund", "first", amount: 100));

        var result = await fixture.Gateway.VoidAsync(Some.Void(), Token);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.AlreadyReversed), (result.Outcome, result.Reason));
    }

    [Theory]
    [InlineData("authorized", PaymentOutcome.Approved)]
    [InlineData("succeeded", PaymentOutcome.Rejected)]
    public async Task An_authorization_is_voided_while_it_is_open(string status, PaymentOutcome expected)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture
            .Stub.WithOriginal(Txn.Authorization().With("status", status))
            .WithList()
            .On("POST payments/pay_a/void", StubAnswer.Ok(Txn.Child("void", parent: "pay_a")));

        var result = await fixture.Gateway.VoidAsync(Some.Void(of: AdapterFixture.Ref("pay_a")), Token);

        Assert.Equal(expected, result.Outcome);
    }

    public static TheoryData<string, JsonNode?, PaymentReason> NoRefunds =>
        new()
        {
            { "type", "authorize", PaymentReason.InvalidRequest },
            { "type", "refund", PaymentReason.InvalidRequest },
            { "status", "failed", PaymentReason.InvalidRequest },
            { "status", "processing", PaymentReason.InvalidRequest },
            { "status", "reversed", PaymentReason.AlreadyReversed },
            { "status", "connection_failed", PaymentReason.ProviderConnectionError },
            { "currency", "EUR", PaymentReason.InvalidRequest },
            { "amount", 1000, PaymentReason.ExceedsAvailableAmount },
        };

    [Theory]
    [MemberData(nameof(NoRefunds))]
    public async Task A_refund_that_its_original_does_not_permit_is_rejected(
        string field,
        JsonNode? value,
        PaymentReason reason
    )
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.WithOriginal(Txn.Sale("sale").With(field, value?.DeepClone()));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(), Token);

        Assert.Equal((PaymentOutcome.Rejected, reason), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData("refund", "succeeded", "00", 2.50, PaymentOutcome.Approved)]
    [InlineData("refund", "succeeded", "00", 2.51, PaymentOutcome.Rejected)]
    [InlineData("refund", "processing", "00", 2.51, PaymentOutcome.Rejected)]
    [InlineData("refund", "word", "00", 2.51, PaymentOutcome.Rejected)]
    [InlineData("refund", "failed", "05", 12.50, PaymentOutcome.Approved)]
    [InlineData("refund", "canceled", "05", 12.50, PaymentOutcome.Approved)]
    [InlineData("refund", "reversed", "00", 12.50, PaymentOutcome.Approved)]
    [InlineData("void", "reversed", "00", 12.50, PaymentOutcome.Rejected)]
    public async Task The_children_of_an_original_limit_a_refund(
        string type,
        string status,
        string code,
        double amount,
        PaymentOutcome expected
    )
    {
        await using var fixture = AdapterFixture.Acme();
        fixture
            .Stub.WithOriginal(
                Txn.Sale("sale"),
                Txn.Child(type, "first", "pay_r", amount: 1000).With("status", status).With("code", code)
            )
            .On(
                "POST payments/pay_1/refund",
                StubAnswer.Ok(Txn.Child("refund", amount: (int)Math.Round(amount * 100)))
            );

        var result = await fixture.Gateway.RefundAsync(Some.Refund((decimal)amount), Token);

        Assert.Equal(expected, result.Outcome);
    }

    [Fact]
    public async Task A_converted_sale_is_given_back_in_the_currency_that_was_processed()
    {
        await using var fixture = AdapterFixture.Acme();
        fixture
            .Stub.WithOriginal(Txn.Sale("sale").With("charged", 1131).With("charged_currency", "EUR"))
            .On("POST payments/pay_1/refund", StubAnswer.Ok(Txn.Child("refund", amount: 1131).With("currency", "EUR")));

        var asAsked = await fixture.Gateway.RefundAsync(Some.Refund(key: "key-0"), Token);
        var asProcessed = await fixture.Gateway.RefundAsync(Some.Refund() with { Amount = Money.Eur(11.31m) }, Token);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.InvalidRequest), (asAsked.Outcome, asAsked.Reason));
        Assert.Contains("EUR", asAsked.Message, StringComparison.Ordinal);
        Assert.Equal(PaymentOutcome.Approved, asProcessed.Outcome);
    }

    [Fact]
    public async Task An_original_in_doubt_names_what_a_person_does()
    {
        await using var fixture = AdapterFixture.Acme(profile => profile with { UnresolvedAdvice = "Call Acme." });
        fixture.Stub.WithOriginal(Txn.Sale("sale").With("status", "timed_out"));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(), Token);

        Assert.Contains("Call Acme.", result.Message, StringComparison.Ordinal);
    }
}
