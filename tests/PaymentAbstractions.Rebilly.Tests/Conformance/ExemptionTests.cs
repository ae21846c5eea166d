namespace PaymentAbstractions.Rebilly.Tests.Conformance;

public sealed class ExemptionTests
{
    [Fact]
    public void Nothing_is_exempt() => Assert.Empty(new Profiles.Documented().Exemptions);
}
