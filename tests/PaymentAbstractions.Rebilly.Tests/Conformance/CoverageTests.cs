using System.Reflection;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Rebilly.Tests.Conformance;

public sealed class CoverageTests
{
    [Fact]
    public void Every_profile_of_the_sandbox_is_run_by_a_suite()
    {
        var harnesses = typeof(CoverageTests)
            .Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(RebillyHarness)))
            .ToList();

        Assert.All(harnesses, harness => Assert.NotNull(harness.GetCustomAttribute<ConformanceSuitesAttribute>()));
        Assert.Equal(
            RebillySandboxProfile.All.Select(profile => profile.Name).Order(StringComparer.Ordinal),
            harnesses
                .Select(harness => ((RebillyHarness)Activator.CreateInstance(harness)!).Profile.Name)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
    }
}
