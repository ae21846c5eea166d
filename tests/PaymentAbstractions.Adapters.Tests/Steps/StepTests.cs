namespace PaymentAbstractions.Adapters.Tests;

/// <summary>The optional steps let an adapter add requests, but not change the conclusions.</summary>
public sealed class StepTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("refuse", PaymentOutcome.Rejected, PaymentReason.NotPermitted)]
    [InlineData("fail", PaymentOutcome.NotSent, PaymentReason.PreparationFailed)]
    public async Task A_preparation_that_ends_the_payment_sends_nothing(
        string description,
        PaymentOutcome outcome,
        PaymentReason reason
    )
    {
        await using var fixture = AdapterFixture.Steps();

        var result = await fixture.Gateway.SaleAsync(Some.Sale() with { Description = description }, Token);

        Assert.Equal((outcome, reason), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public async Task A_baseline_is_recorded_before_the_write_and_excludes_what_it_names()
    {
        await using var fixture = AdapterFixture.Steps();
        fixture.Stub.WithList(Txn.Sale("another", "pay_7")).On("POST payments", StubAnswer.Reset());

        await fixture.Gateway.SaleAsync(Some.Sale() with { Description = "note" }, Token);

        var entry = await fixture.EntryAsync("key-1");
        Assert.Equal(["pay_7"], entry.Intent.Hints?.KnownTransactionIds ?? []);
        Assert.Equal(ConformanceHarness.Start, entry.Intent.Hints?.TakenAt);
    }

    [Fact]
    public async Task A_baseline_that_cannot_be_read_is_none()
    {
        await using var fixture = AdapterFixture.Steps();
        fixture.Stub.On("GET payments", Txn.Error(503)).On("POST payments", StubAnswer.Reset());

        await fixture.Gateway.SaleAsync(Some.Sale() with { Description = "note" }, Token);

        Assert.Null((await fixture.EntryAsync("key-1")).Intent.Hints);
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_rule_of_the_provider_refuses_an_original_and_its_text_is_masked()
    {
        await using var fixture = AdapterFixture.Steps();
        fixture.Stub.WithOriginal(Txn.Sale("sale").With("description", "locked"));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(), Token);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.NotPermitted), (result.Outcome, result.Reason));
        Assert.StartsWith("Locked for ", result.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(AdapterFixture.Secret, result.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData("refund", PaymentOutcome.Approved)]
    [InlineData("void", PaymentOutcome.Unknown)]
    public async Task A_void_that_is_performed_as_a_refund_must_show_as_one(string type, PaymentOutcome expected)
    {
        await using var fixture = AdapterFixture.Steps();
        fixture
            .Stub.WithOriginal(Txn.Sale("sale").Settled())
            .On("POST payments/pay_1/void", StubAnswer.Ok(Txn.Child(type)));

        var result = await fixture.Gateway.VoidAsync(Some.Void() with { IfSettled = IfSettled.Refund }, Token);

        Assert.Equal(expected, result.Outcome);
        Assert.Equal(expected == PaymentOutcome.Approved ? PaymentOperation.Refund : null, result.PerformedAs);
    }

    [Theory]
    [InlineData("sale", PaymentOutcome.Approved)]
    [InlineData("capture", PaymentOutcome.Approved)]
    [InlineData("authorize", PaymentOutcome.Unknown)]
    public async Task A_sale_may_show_as_what_the_adapter_names(string type, PaymentOutcome expected)
    {
        await using var fixture = AdapterFixture.Steps();
        fixture.Stub.On("POST payments", StubAnswer.Json(201, Txn.Sale().With("type", type)));

        Assert.Equal(expected, (await fixture.Gateway.SaleAsync(Some.Sale(), Token)).Outcome);
    }

    [Fact]
    public async Task A_found_transaction_is_inquired_about_and_described()
    {
        await using var fixture = AdapterFixture.Steps();
        fixture
            .Stub.WithList(Txn.Sale().With("status", "never_sent").With("code", null))
            .WithOriginal(Txn.Sale(id: "pay_2"));

        var absent = await fixture.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(Some.Sale(), ConformanceHarness.Start)),
            Token
        );
        var found = await fixture.Gateway.FindAsync(FindRequest.For(AdapterFixture.Ref("pay_2")), Token);

        Assert.Equal(FindStatus.ProvenAbsent, absent.Status);
        Assert.Equal("Described", found.State?.BillingDescriptor);
    }

    [Fact]
    public async Task An_id_in_another_form_is_none()
    {
        await using var fixture = AdapterFixture.Steps();
        fixture.Stub.On("POST payments", StubAnswer.Json(201, Txn.Sale(id: "txn_1")));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal((PaymentOutcome.Unknown, AnomalyKind.TransactionId), (result.Outcome, result.Anomaly?.Kind));
        Assert.Null(result.Transaction);
    }
}
