using System.Reflection;
using PaymentAbstractions.Conformance;

namespace PaymentAbstractions.Conventions;

public sealed class CoverageTests
{
    public static TheoryData<string> Providers => [.. ShippedProject.Providers.Select(provider => provider.Name)];

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_tests_of_a_provider_run_every_conformance_suite(string provider)
    {
        var tests = Assembly.Load(provider + ".Tests");

        var harnesses = tests
            .GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(ConformanceHarness)))
            .ToList();

        Assert.NotEmpty(ConformanceSuites.All);
        Assert.NotEmpty(harnesses);
        Assert.Contains(harnesses, harness => ConformanceCoverage.Missing(tests, harness).Count == 0);
    }
}
