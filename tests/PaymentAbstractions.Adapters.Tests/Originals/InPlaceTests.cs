namespace PaymentAbstractions.Adapters.Tests;

/// <summary>An operation that changes its original is proven when the original shows the change.</summary>
public sealed class InPlaceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static TransactionReference Sale => AdapterFixture.Ref("501", "OldPay");

    [Fact]
    public async Task A_capture_is_believed_when_the_authorization_shows_it()
    {
        var result = await CaptureAsync(Old.Shows(Old.Transaction("A", "CAPTURED")));

        Assert.Equal((PaymentOutcome.Approved, Sale), (result.Outcome, result.Transaction));
        Assert.Equal((Some.Amount, PaymentOperation.Capture), (result.ApprovedAmount, result.PerformedAs));
    }

    [Theory]
    [InlineData("OPEN", "12.50", AnomalyKind.Other)]
    [InlineData("VOIDED", "12.50", AnomalyKind.Other)]
    [InlineData("CAPTURED", "12.00", AnomalyKind.Amount)]
    [InlineData("CAPTURED", null, AnomalyKind.Amount)]
    public async Task A_capture_that_the_authorization_contradicts_is_unknown(
        string state,
        string? amount,
        AnomalyKind kind
    )
    {
        var result = await CaptureAsync(Old.Shows(Old.Transaction("A", state, amount: amount)));

        Assert.Equal((PaymentOutcome.Unknown, kind, Sale), (result.Outcome, result.Anomaly?.Kind, result.Transaction));
    }

    [Fact]
    public async Task A_capture_that_cannot_be_confirmed_is_unknown()
    {
        var result = await CaptureAsync(StubAnswer.Reset());

        Assert.Equal(
            (PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer, Sale),
            (result.Outcome, result.Reason, result.Transaction)
        );
    }

    [Theory]
    [InlineData("502")]
    [InlineData("")]
    public async Task A_success_that_is_claimed_for_another_transaction_is_unknown(string id)
    {
        var result = await CaptureAsync(Old.Shows(Old.Transaction("A", "CAPTURED")), claimed: id);

        Assert.Equal((PaymentOutcome.Unknown, Sale), (result.Outcome, result.Transaction));
    }

    [Theory]
    [InlineData("VOIDED", PaymentOutcome.Approved)]
    [InlineData("OPEN", PaymentOutcome.Unknown)]
    public async Task A_void_is_believed_when_the_sale_shows_it(string after, PaymentOutcome expected)
    {
        await using var fixture = AdapterFixture.OldPay();
        fixture
            .Stub.On("show", Old.Shows(Old.Transaction()), Old.Shows(Old.Transaction(state: after)))
            .On("void", Old.Shows(Old.Transaction()));

        var result = await fixture.Gateway.VoidAsync(Some.Void(of: Sale), Token);

        Assert.Equal((expected, Sale), (result.Outcome, result.Transaction));
    }

    [Fact]
    public async Task A_void_in_place_does_not_conflict_with_the_key_of_its_sale()
    {
        await using var fixture = AdapterFixture.Acme(profile => profile with { InPlace = [PaymentOperation.Void] });
        fixture
            .Stub.On(
                "GET payments/pay_1",
                StubAnswer.Ok(Txn.Sale("sale")),
                StubAnswer.Ok(Txn.Sale("sale").With("status", "reversed"))
            )
            .On("POST payments/pay_1/void", StubAnswer.Ok(Txn.Sale("sale").With("status", "reversed")));

        var result = await fixture.Gateway.VoidAsync(Some.Void(), Token);

        Assert.Equal((PaymentOutcome.Approved, AdapterFixture.Ref("pay_1")), (result.Outcome, result.Transaction));
    }

    [Fact]
    public async Task A_void_in_place_is_found_through_its_sale_although_it_takes_a_key()
    {
        await using var fixture = AdapterFixture.Acme(profile => profile with { InPlace = [PaymentOperation.Void] });
        fixture
            .Stub.On("GET payments/pay_1", StubAnswer.Ok(Txn.Sale("sale").With("status", "reversed")))
            .WithList(Txn.Sale("sale"));

        var found = await fixture.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(Some.Void(), ConformanceHarness.Start)),
            Token
        );

        Assert.Equal((FindStatus.Found, PaymentOutcome.Approved), (found.Status, found.State?.Outcome));
    }

    private static async Task<PaymentResult> CaptureAsync(StubAnswer after, string claimed = "501")
    {
        await using var fixture = AdapterFixture.OldPay();
        fixture
            .Stub.On("show", Old.Shows(Old.Transaction("A")), after)
            .On("capture", Old.Shows(Old.Transaction("A", "CAPTURED", claimed)));
        return await fixture.Gateway.CaptureAsync(Some.Capture(of: Sale), Token);
    }
}
