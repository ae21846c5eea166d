namespace PaymentAbstractions.Adapters.Tests;

public sealed class StatusTests
{
    public static TheoryData<string, ProviderStatus, PaymentOutcome, PaymentReason> Statuses =>
        new()
        {
            { "succeeded", ProviderStatus.Approved, PaymentOutcome.Approved, PaymentReason.None },
            { "reversed", ProviderStatus.Reversed, PaymentOutcome.Reversed, PaymentReason.AlreadyReversed },
            { "failed", ProviderStatus.Declined, PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer },
            { "canceled", ProviderStatus.Canceled, PaymentOutcome.Declined, PaymentReason.Canceled },
            { "abandoned", ProviderStatus.Abandoned, PaymentOutcome.Declined, PaymentReason.Abandoned },
            { "misconfigured", ProviderStatus.Misconfigured, PaymentOutcome.Rejected, PaymentReason.Misconfigured },
            {
                "requires_action",
                ProviderStatus.WaitingForCustomer,
                PaymentOutcome.Pending,
                PaymentReason.WaitingForCustomer
            },
            {
                "processing",
                ProviderStatus.WaitingForProvider,
                PaymentOutcome.Pending,
                PaymentReason.WaitingForProvider
            },
            { "timed_out", ProviderStatus.TimedOut, PaymentOutcome.Unknown, PaymentReason.ProviderTimeout },
            {
                "connection_failed",
                ProviderStatus.ConnectionFailed,
                PaymentOutcome.Unknown,
                PaymentReason.ProviderConnectionError
            },
            { "never_sent", ProviderStatus.NeverSent, PaymentOutcome.Unknown, PaymentReason.ProviderNeverSent },
            { "word", ProviderStatus.Unrecognized, PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus },
        };

    [Fact]
    public void Every_status_is_looked_at() =>
        Assert.Equal(Enum.GetValues<ProviderStatus>(), Statuses.Select(row => row.Data.Item2).Order());

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_status_means_one_outcome(
        string word,
        ProviderStatus status,
        PaymentOutcome outcome,
        PaymentReason reason
    )
    {
        await using var fixture = AdapterFixture.Acme();
        var hasMoney = status is ProviderStatus.Approved or ProviderStatus.Reversed;
        fixture.Stub.On(
            "POST payments",
            StubAnswer.Json(
                201,
                Txn.Sale()
                    .With("status", word)
                    .With("code", hasMoney ? "00" : null)
                    .With("action", "https://bank.example")
            )
        );

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal((outcome, reason), (result.Outcome, result.Reason));
        Assert.Equal(AdapterFixture.Ref("pay_1"), result.Transaction);
        Assert.Equal(hasMoney ? Some.Amount : null, result.ApprovedAmount);
        Assert.Equal(status == ProviderStatus.WaitingForCustomer, result.NextAction is RedirectAction);
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("canceled")]
    [InlineData("abandoned")]
    [InlineData("misconfigured")]
    public async Task A_failure_with_a_code_that_approves_is_unknown(string word)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("POST payments", StubAnswer.Json(201, Txn.Sale().With("status", word)));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Unknown, AnomalyKind.ResponseCode), (result.Outcome, result.Anomaly?.Kind));
    }

    [Theory]
    [InlineData("05", PaymentOutcome.Declined)]
    [InlineData("51", PaymentOutcome.Declined)]
    [InlineData("weird", PaymentOutcome.Declined)]
    [InlineData("00", PaymentOutcome.Unknown)]
    [InlineData("10", PaymentOutcome.Unknown)]
    public async Task A_decline_carries_its_code(string code, PaymentOutcome expected)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("POST payments", StubAnswer.Json(201, Txn.Sale().With("status", "failed").With("code", code)));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal((expected, code), (result.Outcome, result.Provider.Code));
    }
}
