namespace PaymentAbstractions.Adapters.Tests;

/// <summary>Refusals that count only when the provider's record agrees with them.</summary>
public sealed class DenialTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_denial_is_believed_when_a_list_that_is_certain_does_not_show_the_sale()
    {
        var result = await DeniedAsync(Old.Lists(Old.Transaction(id: "9", key: "another", amount: "3.00")));

        Assert.Equal((PaymentOutcome.Declined, "Odd."), (result.Outcome, result.Provider.Message));
    }

    [Fact]
    public async Task An_absence_from_a_list_that_is_not_certain_proves_nothing()
    {
        var result = await DeniedAsync(Old.Lists(), profile => profile with { ListsForCertain = [] });

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_proves_nothing()
    {
        var result = await DeniedAsync(Old.Says("LOGIN"));

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task A_denied_sale_that_the_list_and_its_own_read_show_is_approved()
    {
        var result = await DeniedAsync(Old.Lists(Old.Transaction()), read: Old.Shows(Old.Transaction()));

        Assert.Equal((PaymentOutcome.Approved, Ref("501")), (result.Outcome, result.Transaction));
        Assert.StartsWith("The answer denied success", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_denied_sale_that_the_list_shows_and_no_read_confirms_is_unknown()
    {
        var result = await DeniedAsync(Old.Lists(Old.Transaction()));

        Assert.Equal((PaymentOutcome.Unknown, Ref("501")), (result.Outcome, result.Transaction));
    }

    [Fact]
    public async Task A_denied_sale_that_was_reversed_since_is_unknown()
    {
        var voided = Old.Transaction(state: "VOIDED");

        var result = await DeniedAsync(Old.Lists(voided), read: Old.Shows(voided));

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest), (result.Outcome, result.Reason));
    }

    [Theory]
    [InlineData("12.50", null, true)]
    [InlineData("12.50", "another", false)]
    [InlineData("9.00", null, false)]
    public async Task A_row_that_may_be_the_sale_keeps_a_denial_unknown(string amount, string? key, bool mayBe)
    {
        var result = await DeniedAsync(Old.Lists(Old.Transaction(amount: amount, key: key)));

        Assert.Equal(mayBe ? PaymentOutcome.Unknown : PaymentOutcome.Declined, result.Outcome);
        Assert.Equal(mayBe ? [Ref("501")] : [], result.Anomaly?.Transactions ?? []);
    }

    [Fact]
    public async Task A_row_that_may_be_the_sale_and_shows_no_id_keeps_a_denial_unknown()
    {
        var result = await DeniedAsync(Old.Lists(Old.Transaction(id: "", key: null)));

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
    }

    [Theory]
    [InlineData("OPEN", "key-1", PaymentOutcome.Approved)]
    [InlineData("DECLINED", "key-1", PaymentOutcome.Declined)]
    [InlineData("DECLINED", null, PaymentOutcome.Declined)]
    [InlineData("OPEN", null, PaymentOutcome.Unknown)]
    [InlineData("OPEN", "another", PaymentOutcome.Unknown)]
    [InlineData("DECLINED", "another", PaymentOutcome.Unknown)]
    public async Task A_denial_that_names_a_transaction_is_decided_by_it(
        string state,
        string? key,
        PaymentOutcome expected
    )
    {
        await using var fixture = AdapterFixture.OldPay();
        fixture
            .Stub.On("sale", Old.Says("REFUSED", "Odd.", id: "501"))
            .On("show", Old.Shows(Old.Transaction(state: state, key: key)));

        var result = await fixture.Gateway.SaleAsync(Some.CardSale(), Token);

        Assert.Equal(expected, result.Outcome);
        Assert.Equal(
            [Ref("501")],
            expected == PaymentOutcome.Unknown ? result.Anomaly!.Transactions : [result.Transaction!]
        );
    }

    [Fact]
    public async Task A_denial_that_names_a_transaction_which_cannot_be_read_is_unknown()
    {
        await using var fixture = AdapterFixture.OldPay();
        fixture.Stub.On("sale", Old.Says("REFUSED", "Odd.", id: "501")).On("show", Old.Says("NOTFOUND"));

        var result = await fixture.Gateway.SaleAsync(Some.CardSale(), Token);

        Assert.Equal((PaymentOutcome.Unknown, Ref("501")), (result.Outcome, result.Transaction));
    }

    [Fact]
    public async Task A_denial_that_nothing_could_agree_with_is_unknown()
    {
        await using var fixture = AdapterFixture.Listless();
        fixture.Stub.On("POST payments", Txn.Error(402, "refused"));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus), (result.Outcome, result.Reason));
        Assert.Null(result.Code);
    }

    [Theory]
    [InlineData("OPEN", PaymentOutcome.Declined)]
    [InlineData("VOIDED", PaymentOutcome.Approved)]
    [InlineData("SETTLED", PaymentOutcome.Unknown)]
    public async Task A_denied_void_is_decided_by_the_sale_itself(string after, PaymentOutcome expected)
    {
        await using var fixture = AdapterFixture.OldPay();
        fixture
            .Stub.On("show", Old.Shows(Old.Transaction()), Old.Shows(Old.Transaction(state: after)))
            .On("void", Old.Says("REFUSED", "Odd."));

        var result = await fixture.Gateway.VoidAsync(Some.Void(of: Ref("501")), Token);

        Assert.Equal((expected, Ref("501")), (result.Outcome, result.Transaction));
    }

    [Fact]
    public async Task A_denied_void_whose_sale_cannot_be_read_again_is_unknown()
    {
        await using var fixture = AdapterFixture.OldPay();
        fixture
            .Stub.On("show", Old.Shows(Old.Transaction()), StubAnswer.Reset())
            .On("void", Old.Says("REFUSED", "Odd."));

        var result = await fixture.Gateway.VoidAsync(Some.Void(of: Ref("501")), Token);

        Assert.Equal((PaymentOutcome.Unknown, Ref("501")), (result.Outcome, result.Transaction));
    }

    private static TransactionReference Ref(string id) => AdapterFixture.Ref(id, "OldPay");

    private static async Task<PaymentResult> DeniedAsync(
        StubAnswer list,
        Func<AdapterProfile, AdapterProfile>? change = null,
        StubAnswer? read = null
    )
    {
        await using var fixture = AdapterFixture.OldPay(change);
        fixture.Stub.On("sale", Old.Says("REFUSED", "Odd.")).On("search", list).On("show", read ?? StubAnswer.Reset());
        return await fixture.Gateway.SaleAsync(Some.CardSale(), Token);
    }
}
