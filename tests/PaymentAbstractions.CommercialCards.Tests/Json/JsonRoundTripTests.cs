using PaymentAbstractions.Tests;

namespace PaymentAbstractions.CommercialCards.Tests;

public sealed class JsonRoundTripTests
{
    public static TheoryData<Type> Values => [.. PublicValues.Of(typeof(CommercialOrder).Assembly)];

    [Fact]
    public void The_values_are_found()
    {
        Assert.True(Values.Count >= 5);
        Assert.Contains(typeof(CommercialOrder), Values.Select(row => row.Data));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_public_value_survives_with_default_options(Type type) =>
        PublicValues.AssertSurvives(SampleValues.Of(type), type);

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_public_value_survives_with_generated_metadata(Type type) =>
        PublicValues.AssertSurvives(SampleValues.Of(type), type, CommercialCardsJsonContext.Default.Options);
}
