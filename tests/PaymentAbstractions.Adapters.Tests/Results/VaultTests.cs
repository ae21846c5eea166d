namespace PaymentAbstractions.Adapters.Tests;

public sealed class VaultTests
{
    private const string Token = "tok_NeverShowThis456";

    [Fact]
    public async Task A_stored_method_has_its_id()
    {
        var result = await StoreAsync(StubAnswer.Text(201, "{\"id\":\"inst_7\"}"));

        Assert.Equal((PaymentOutcome.Approved, "inst_7"), (result.Outcome, result.Id));
    }

    [Theory]
    [InlineData(200, "{}", PaymentReason.NoTrustworthyAnswer)]
    [InlineData(201, "<html/>", PaymentReason.NoTrustworthyAnswer)]
    [InlineData(500, "{}", PaymentReason.NoTrustworthyAnswer)]
    [InlineData(429, "{}", PaymentReason.RateLimited)]
    [InlineData(409, "{\"error\":{}}", PaymentReason.DuplicateKey)]
    [InlineData(402, "{\"error\":{\"type\":\"refused\"}}", PaymentReason.NoTrustworthyAnswer)]
    public async Task An_answer_that_proves_nothing_is_unknown(int status, string body, PaymentReason reason)
    {
        var result = await StoreAsync(StubAnswer.Text(status, body));

        Assert.Equal((PaymentOutcome.Unknown, reason), (result.Outcome, result.Reason));
        Assert.Null(result.Id);
    }

    [Fact]
    public async Task A_broken_connection_is_unknown() =>
        Assert.Equal(PaymentOutcome.Unknown, (await StoreAsync(StubAnswer.Reset())).Outcome);

    [Fact]
    public async Task A_refused_connection_is_not_sent() =>
        Assert.Equal(PaymentOutcome.NotSent, (await StoreAsync(StubAnswer.Refused())).Outcome);

    [Fact]
    public async Task A_rejection_lists_its_problems_without_the_token()
    {
        var result = await StoreAsync(
            StubAnswer.Text(
                422,
                $"{{\"error\":{{\"fields\":[{{\"field\":\"token\",\"message\":\"{Token} is used.\"}}]}}}}"
            )
        );

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.InvalidRequest), (result.Outcome, result.Reason));
        Assert.DoesNotContain(Token, Assert.Single(result.Problems).ToString(), StringComparison.Ordinal);
    }

    private static async Task<VaultResult> StoreAsync(StubAnswer answer)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("POST instruments", answer);
        var vault = (AcmeVault)fixture.Gateway.GetService(typeof(AcmeVault))!;
        return await vault.StoreAsync(
            (TokenPaymentMethod)PaymentMethod.Token(Token),
            TestContext.Current.CancellationToken
        );
    }
}
