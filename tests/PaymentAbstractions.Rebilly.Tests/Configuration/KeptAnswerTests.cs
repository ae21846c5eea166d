namespace PaymentAbstractions.Rebilly.Tests;

public sealed class KeptAnswerTests
{
    [Theory]
    [InlineData("completed", "approved", false)]
    [InlineData("completed", "declined", false)]
    [InlineData("pending", "unknown", true)]
    [InlineData("timeout", "unknown", true)]
    [InlineData("unheard-of", "approved", true)]
    public async Task Without_the_setting_only_answers_that_prove_no_final_outcome_are_kept(
        string status,
        string result,
        bool isKept
    )
    {
        await using var fixture = new RebillyFixture((":KeepAnswers", null));
        fixture.Stub.On(
            "POST transactions",
            StubAnswer.Created(Txn.Sale().With("status", status).With("result", result).WithCode(null))
        );

        var answered = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal(isKept, answered.Answer is not null);
    }
}
