using PaymentAbstractions.Conformance.Tests.Generator;

namespace PaymentAbstractions.Conformance.Tests;

public sealed class CoverageTests
{
    [Fact]
    public void The_mark_leaves_no_suite_out()
    {
        var assembly = new Generation("[ConformanceSuites] public sealed class Whole : StubHarness;").Load();

        Assert.NotEmpty(ConformanceCoverage.All);
        Assert.Empty(ConformanceCoverage.Missing(assembly, assembly.GetType("Whole")!));
    }

    [Fact]
    public void A_missing_suite_is_noticed()
    {
        var assembly = new Generation(
            """
            [ConformanceSuites(typeof(OperationsSuite<>))] public sealed class Part : StubHarness;
            internal sealed class NotRun(Part harness) : KeysSuite<Part>(harness);
            """
        ).Load();

        Assert.Equal(
            ConformanceCoverage.All.Where(suite => suite != typeof(OperationsSuite<>)),
            ConformanceCoverage.Missing(assembly, assembly.GetType("Part")!)
        );
    }

    [Fact]
    public void The_suite_of_the_harness_fails_where_a_suite_is_missing()
    {
        var suite = new Suite(new Lone());

        var failure = Assert.ThrowsAny<Xunit.Sdk.XunitException>(suite.Every_suite_is_run);

        Assert.Contains("KeysSuite", failure.Message, StringComparison.Ordinal);
    }

    private sealed class Lone : StubHarness;

    private sealed class Suite(Lone harness) : HarnessSuite<Lone>(harness);
}
