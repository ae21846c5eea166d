namespace OldPay.Tests;

public sealed class Cancellation(OldPayHarness harness) : CancellationSuite<OldPayHarness>(harness);

public sealed class Capabilities(OldPayHarness harness) : CapabilitiesSuite<OldPayHarness>(harness);

public sealed class CommercialData(OldPayHarness harness) : CommercialDataSuite<OldPayHarness>(harness);

public sealed class Faults(OldPayHarness harness) : FaultMatrixSuite<OldPayHarness>(harness);

public sealed class Keys(OldPayHarness harness) : KeysSuite<OldPayHarness>(harness);

public sealed class Operations(OldPayHarness harness) : OperationsSuite<OldPayHarness>(harness);

public sealed class Outcomes(OldPayHarness harness) : OutcomesSuite<OldPayHarness>(harness);

public sealed class Redaction(OldPayHarness harness) : RedactionSuite<OldPayHarness>(harness);

public sealed class References(OldPayHarness harness) : ReferencesSuite<OldPayHarness>(harness);

public sealed class Validation(OldPayHarness harness) : ValidationSuite<OldPayHarness>(harness);

public sealed class CoverageTests(OldPayHarness harness) : IClassFixture<OldPayHarness>
{
    [Fact]
    public void Every_suite_is_run() =>
        Assert.Empty(ConformanceCoverage.Missing(typeof(CoverageTests).Assembly, typeof(OldPayHarness)));

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
