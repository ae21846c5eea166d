using System.Reflection;
using PaymentAbstractions.Conformance;

namespace PaymentAbstractions.Conventions;

public sealed class CoverageTests
{
    public static TheoryData<string> Providers => [.. ShippedProject.Providers.Select(provider => provider.Name)];

    /// <summary>The suite of the harness itself checks that no other suite is missing.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public void The_tests_of_a_provider_run_every_conformance_suite(string provider) =>
        Assert.Contains(
            Assembly.Load(provider + ".Tests").GetExportedTypes(),
            type =>
                type is { IsAbstract: false, BaseType.IsGenericType: true }
                && type.BaseType.GetGenericTypeDefinition() == typeof(HarnessSuite<>)
        );
}
