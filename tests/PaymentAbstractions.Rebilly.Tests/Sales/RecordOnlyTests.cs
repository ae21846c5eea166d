namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>A payment that is only recorded is never mistaken for a charge, nor a charge for a record.</summary>
public class RecordOnlyTests
{
    private static readonly RebillyRequestOptions Outside = new() { IsProcessedOutside = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, true, PaymentOutcome.Approved)]
    [InlineData(true, false, PaymentOutcome.Unknown)]
    [InlineData(true, null, PaymentOutcome.Unknown)]
    [InlineData(false, true, PaymentOutcome.Unknown)]
    [InlineData(false, false, PaymentOutcome.Approved)]
    [InlineData(false, null, PaymentOutcome.Approved)]
    public async Task An_answer_proves_only_what_was_asked_for(bool asked, bool? shown, PaymentOutcome expected)
    {
        await using var fixture = new RebillyFixture();
        var answer = Txn.Sale();
        fixture.Stub.On(
            "POST transactions",
            StubAnswer.Created(shown is { } flag ? answer.With("isProcessedOutside", flag) : answer)
        );

        var result = await fixture.Gateway.SaleAsync(
            Some.Sale() with
            {
                ProviderOptions = asked ? [Outside] : [],
            },
            Token
        );

        Assert.Equal(expected, result.Outcome);
    }

    [Fact]
    public async Task A_key_does_not_mean_both()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale().With("isProcessedOutside", true)));
        await fixture.Gateway.SaleAsync(Some.Sale() with { ProviderOptions = [Outside] }, Token);

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Gateway.SaleAsync(Some.Sale(), Token)
        );

        Assert.Equal("ProviderOptions", Assert.Single(refusal.Problems).Field);
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_payment_that_another_provider_is_to_record_is_not_charged_here()
    {
        await using var fixture = new RebillyFixture();
        ValueList<ProviderRequestOptions>[] all =
        [
            [new OthersOptions()],
            [new OthersOptions(), new RebillyRequestOptions()],
            [new RebillyRequestOptions(), Outside],
        ];

        foreach (var options in all)
        {
            var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
                fixture.Gateway.SaleAsync(Some.Sale() with { ProviderOptions = options }, Token)
            );
            Assert.All(refusal.Problems, problem => Assert.Equal("ProviderOptions", problem.Field));
        }

        Assert.Empty(fixture.Stub.Requests);
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale().With("isProcessedOutside", true)));
        await fixture.Gateway.SaleAsync(Some.Sale() with { ProviderOptions = [new OthersOptions(), Outside] }, Token);
        Assert.Contains(
            "\"isProcessedOutside\":true",
            Assert.Single(fixture.Stub.Writes).Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Authorizations_and_set_ups_cannot_be_only_recorded()
    {
        await using var fixture = new RebillyFixture();

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Gateway.AuthorizeAsync(Some.Authorize() with { ProviderOptions = [Outside] }, Token)
        );

        Assert.Equal("ProviderOptions.IsProcessedOutside", Assert.Single(refusal.Problems).Field);
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public async Task A_recorded_payment_is_refunded_by_a_record_only()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.WithOriginal(Txn.Sale().With("isProcessedOutside", true))
            .On(
                "POST transactions/txn_1/refund",
                StubAnswer.Created(Txn.Reversal("refund", amount: 5m).With("isProcessedOutside", true))
            );

        var refund = await fixture.Gateway.RefundAsync(Some.Refund(5), Token);
        var voided = await fixture.Gateway.VoidAsync(Some.Void("key-2"), Token);

        Assert.Equal((PaymentOutcome.Rejected, PaymentOutcome.Rejected), (refund.Outcome, voided.Outcome));
        Assert.Contains("only records", refund.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Stub.Writes);
        var recorded = await fixture.Gateway.RefundAsync(
            Some.Refund(5, "key-3") with
            {
                ProviderOptions = [Outside],
            },
            Token
        );
        Assert.NotEqual(PaymentOutcome.Rejected, recorded.Outcome);
        Assert.Single(fixture.Stub.Writes);
    }

    private sealed record OthersOptions : ProviderRequestOptions
    {
        public override bool IsRecordOnly => true;
    }
}
