namespace PaymentAbstractions.Rebilly.Tests;

public class OpenAuthorizationElsewhereTests
{
    public static TheoryData<string, string, bool> ShownNow =>
        new()
        {
            { "completed", "approved", true },
            { "voided", "approved", true },
            { "completed", "declined", true },
            { "waiting-capture", "approved", false },
            { "timeout", "unknown", false },
            { "pending", "unknown", false },
            { "never-heard-of", "approved", false },
        };

    [Theory]
    [MemberData(nameof(ShownNow))]
    public async Task An_authorization_that_another_process_ended_blocks_nothing(
        string status,
        string result,
        bool frees
    )
    {
        await using var fixture = await OpenAuthorizationTests.WithOpenAsync();
        fixture
            .Stub.On(
                "GET transactions/txn_a",
                StubAnswer.Ok(Txn.Authorization().With("status", status).With("result", result))
            )
            .On("POST transactions", StubAnswer.Created(Txn.Sale()));

        var sale = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal(frees ? PaymentOutcome.Approved : PaymentOutcome.Rejected, sale.Outcome);
        Assert.Equal(frees ? 2 : 1, fixture.Stub.Writes.Count);
    }

    [Fact]
    public async Task Beside_an_authorization_that_cannot_be_read_nothing_is_sent()
    {
        await using var fixture = await OpenAuthorizationTests.WithOpenAsync();
        fixture.Stub.On("GET transactions/txn_a", StubAnswer.Reset());

        var sale = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.PreparationFailed), (sale.Outcome, sale.Reason));
        Assert.Single(fixture.Stub.Writes);
    }
}
