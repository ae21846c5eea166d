namespace PaymentAbstractions.VirtualTerminal.Tests;

public sealed class KeptAnswerTests
{
    [Fact]
    public async Task Without_the_setting_only_answers_that_prove_no_final_outcome_are_kept()
    {
        StubAnswer[] answers =
        [
            Txn.Sale().Ok(),
            Txn.Error(400, "DECLINE"),
            Txn.Error(400, "Invalid customer"),
            Txn.Sale().InStatus("Odd").Ok(),
        ];

        var kept = new List<PaymentOutcome>();
        var dropped = new List<PaymentOutcome>();
        foreach (var answer in answers)
        {
            await using var fixture = new VirtualTerminalFixture((":KeepAnswers", null));
            fixture.Stub.On(VirtualTerminalStub.Add, answer);
            var result = await fixture.SendAsync(Some.Sale());
            (result.Answer is null ? dropped : kept).Add(result.Outcome);
        }

        Assert.Equal([PaymentOutcome.Approved, PaymentOutcome.Declined], dropped);
        Assert.Equal([PaymentOutcome.Rejected, PaymentOutcome.Unknown], kept);
    }
}
