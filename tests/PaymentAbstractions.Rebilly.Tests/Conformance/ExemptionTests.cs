namespace PaymentAbstractions.Rebilly.Tests.Conformance;

public sealed class ExemptionTests
{
    [Fact]
    public void Nothing_is_exempt_but_an_answer_without_the_key() =>
        Assert.Equal(
            [nameof(ConformanceFault.NoKeyEchoed)],
            new Profiles.Documented().Exemptions.Select(one => one.Case).Distinct()
        );
}
