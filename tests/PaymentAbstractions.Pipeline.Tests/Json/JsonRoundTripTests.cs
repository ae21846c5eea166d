using PaymentAbstractions.Tests;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class JsonRoundTripTests
{
    /// <summary>The public values, without the ones that are passed to a provider.</summary>
    public static TheoryData<Type> Values =>
        [.. PublicValues.Of(typeof(RecoveryReport).Assembly).Where(type => type != typeof(GatewayContext))];

    [Fact]
    public void The_values_are_found() =>
        Assert.Superset(
            new HashSet<Type> { typeof(PaymentResolution), typeof(RecoveryReport), typeof(UnresolvedPayment) },
            Values.Select(row => row.Data).ToHashSet()
        );

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_public_value_survives_with_default_options(Type type) =>
        PublicValues.AssertSurvives(SampleValues.Of(type), type);

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_public_value_survives_with_generated_metadata(Type type) =>
        PublicValues.AssertSurvives(SampleValues.Of(type), type, PipelineJsonContext.Default.Options);
}
