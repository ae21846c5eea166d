using System.Reflection;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Rebilly.Tests.Conformance;

public sealed class CoverageTests
{
    private static readonly Assembly Tests = typeof(CoverageTests).Assembly;

    [Theory]
    [InlineData(typeof(Profiles.Documented.Harness))]
    [InlineData(typeof(Profiles.Pessimistic.Harness))]
    public void Every_suite_runs_over_the_main_profiles(Type harness) =>
        Assert.Empty(ConformanceCoverage.Missing(Tests, harness));

    [Fact]
    public void Every_profile_of_the_sandbox_is_run_by_a_suite()
    {
        var harnesses = Tests
            .GetTypes()
            .Where(type => type is { IsAbstract: false, IsVisible: true } && type.IsSubclassOf(typeof(RebillyHarness)))
            .ToList();

        Assert.All(harnesses, harness => Assert.NotEmpty(ConformanceCoverage.Run(Tests, harness)));
        Assert.Equal(
            RebillySandboxProfile.All.Select(profile => profile.Name).Order(StringComparer.Ordinal),
            harnesses
                .Select(harness => ((RebillyHarness)Activator.CreateInstance(harness)!).Profile.Name)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_missing_suite_is_noticed()
    {
        var harness = typeof(Profiles.OverRefundConflicts.Harness);

        Assert.Equal([typeof(OperationsSuite<>)], ConformanceCoverage.Run(Tests, harness));
        Assert.Equal(
            ConformanceSuites.All.Where(suite => suite != typeof(OperationsSuite<>)),
            ConformanceCoverage.Missing(Tests, harness)
        );
    }

    [Fact]
    public void The_list_of_suites_is_complete()
    {
        var suites = typeof(ConformanceSuites)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: true, BaseType.IsGenericType: true })
            .Where(type => type.BaseType!.GetGenericTypeDefinition() == typeof(ConformanceSuite<>));

        Assert.Equal(
            ConformanceSuites.All.Select(type => type.Name).Order(StringComparer.Ordinal),
            suites.Select(type => type.Name).Order(StringComparer.Ordinal)
        );
    }
}
