using System.Reflection;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.VirtualTerminal.Tests.Conformance;

public sealed class CoverageTests
{
    [Fact]
    public void Every_profile_of_the_sandbox_is_run_by_a_suite()
    {
        var harnesses = typeof(CoverageTests)
            .Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(VirtualTerminalHarness)))
            .ToList();

        Assert.All(harnesses, harness => Assert.NotNull(harness.GetCustomAttribute<ConformanceSuitesAttribute>()));
        Assert.Equal(
            VirtualTerminalSandboxProfile.All.Select(profile => profile.Name).Order(StringComparer.Ordinal),
            harnesses
                .Select(harness => ((VirtualTerminalHarness)Activator.CreateInstance(harness)!).Profile.Name)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
    }
}
