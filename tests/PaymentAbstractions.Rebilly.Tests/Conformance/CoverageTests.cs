using PaymentAbstractions.Conformance;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Rebilly.Tests.Conformance;

public sealed class CoverageTests
{
    private static readonly Type[] Harnesses =
    [
        .. typeof(CoverageTests)
            .Assembly.GetTypes()
            .Where(type =>
                type is { IsAbstract: false, IsVisible: true }
                && type.IsSubclassOf(typeof(RebillyHarness))
                && type != typeof(Untested)
            ),
    ];

    public static TheoryData<string> HarnessNames => [.. Harnesses.Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(HarnessNames))]
    public void Every_suite_runs_over_every_harness(string harness) =>
        Assert.Empty(
            ConformanceCoverage.Missing(
                typeof(CoverageTests).Assembly,
                Harnesses.Single(type => type.FullName == harness)
            )
        );

    [Fact]
    public void Every_profile_of_the_sandbox_has_a_harness()
    {
        var tested = Harnesses.Select(type => ((RebillyHarness)Activator.CreateInstance(type)!).Profile.Name);

        Assert.Equal(
            RebillySandboxProfile.All.Select(profile => profile.Name).Order(StringComparer.Ordinal),
            tested.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_missing_suite_is_noticed()
    {
        var missing = ConformanceCoverage.Missing(typeof(CoverageTests).Assembly, typeof(Untested));

        Assert.Equal(ConformanceSuites.All.Where(suite => suite != typeof(OutcomesSuite<>)), missing);
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

    public sealed class Untested() : RebillyHarness(RebillySandboxProfile.Documented);

    /// <summary>Counts as a suite of <see cref="Untested"/>; its facts run over the documented profile once more.</summary>
    public sealed class UntestedOutcomes(Untested harness) : OutcomesSuite<Untested>(harness);
}
