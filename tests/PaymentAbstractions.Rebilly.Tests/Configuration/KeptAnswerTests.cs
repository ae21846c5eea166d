namespace PaymentAbstractions.Rebilly.Tests;

public sealed class KeptAnswerTests
{
    [Fact]
    public void Without_the_setting_only_answers_that_prove_no_final_outcome_are_kept()
    {
        var account = Accounts.Make();

        Assert.Equal(
            [PaymentOutcome.Approved, PaymentOutcome.Declined],
            Enum.GetValues<PaymentOutcome>().Where(outcome => !account.KeepsAnswer(outcome)).Order()
        );
    }
}
