using PaymentAbstractions.Conformance;

namespace PaymentAbstractions.VirtualTerminal.Tests.Conformance.Profiles;

/// <summary>The suites over the sandbox profile <c>SumUnchecked</c>.</summary>
public static class SumUncheckedConformance
{
    public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("SumUnchecked"));

    public sealed class Cancellation(Harness harness) : CancellationSuite<Harness>(harness);

    public sealed class Capabilities(Harness harness) : CapabilitiesSuite<Harness>(harness);

    public sealed class CommercialData(Harness harness) : CommercialDataSuite<Harness>(harness);

    public sealed class Faults(Harness harness) : FaultMatrixSuite<Harness>(harness);

    public sealed class Keys(Harness harness) : KeysSuite<Harness>(harness);

    public sealed class Operations(Harness harness) : OperationsSuite<Harness>(harness);

    public sealed class Outcomes(Harness harness) : OutcomesSuite<Harness>(harness);

    public sealed class Redaction(Harness harness) : RedactionSuite<Harness>(harness);

    public sealed class References(Harness harness) : ReferencesSuite<Harness>(harness);

    public sealed class Validation(Harness harness) : ValidationSuite<Harness>(harness);
}
