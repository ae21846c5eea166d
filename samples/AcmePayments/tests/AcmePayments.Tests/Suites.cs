namespace AcmePayments.Tests;

public sealed class Cancellation(AcmeHarness harness) : CancellationSuite<AcmeHarness>(harness);

public sealed class Capabilities(AcmeHarness harness) : CapabilitiesSuite<AcmeHarness>(harness);

public sealed class CommercialData(AcmeHarness harness) : CommercialDataSuite<AcmeHarness>(harness);

public sealed class Faults(AcmeHarness harness) : FaultMatrixSuite<AcmeHarness>(harness);

public sealed class Keys(AcmeHarness harness) : KeysSuite<AcmeHarness>(harness);

public sealed class Operations(AcmeHarness harness) : OperationsSuite<AcmeHarness>(harness);

public sealed class Outcomes(AcmeHarness harness) : OutcomesSuite<AcmeHarness>(harness);

public sealed class Redaction(AcmeHarness harness) : RedactionSuite<AcmeHarness>(harness);

public sealed class References(AcmeHarness harness) : ReferencesSuite<AcmeHarness>(harness);

public sealed class Validation(AcmeHarness harness) : ValidationSuite<AcmeHarness>(harness);

public sealed class CoverageTests(AcmeHarness harness) : IClassFixture<AcmeHarness>
{
    [Fact]
    public void Every_suite_is_run() =>
        Assert.Empty(ConformanceCoverage.Missing(typeof(CoverageTests).Assembly, typeof(AcmeHarness)));

    [Fact]
    public async Task Every_exemption_is_needed_and_allowed() =>
        Assert.Empty(
            await ConformanceExemptions.ProblemsAsync(
                typeof(CoverageTests).Assembly,
                harness,
                TestContext.Current.CancellationToken
            )
        );
}
