namespace PaymentAbstractions.Rebilly.Tests.Conformance;

/// <summary>
/// Which suites run over which profile of the sandbox: all of them over the documented and the pessimistic one, and over every
/// other one those that what it switches can affect.
/// </summary>
public static class Profiles
{
    /// <summary>Everything.</summary>
    public static class Documented
    {
        public sealed class Harness() : RebillyHarness(ProfileNamed("Documented"));

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

    /// <summary>Everything.</summary>
    public static class Pessimistic
    {
        public sealed class Harness() : RebillyHarness(ProfileNamed("Pessimistic"));

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

    /// <summary>A custom field takes commercial card data: what is claimed and sent of it.</summary>
    public static class PassThrough
    {
        public sealed class Harness() : RebillyHarness(ProfileNamed("Documented"), "commercialData");

        public sealed class Capabilities(Harness harness) : CapabilitiesSuite<Harness>(harness);

        public sealed class CommercialData(Harness harness) : CommercialDataSuite<Harness>(harness);
    }

    /// <summary>The same where captures cannot be proven.</summary>
    public static class PessimisticPassThrough
    {
        public sealed class Harness() : RebillyHarness(ProfileNamed("Pessimistic"), "commercialData");

        public sealed class CommercialData(Harness harness) : CommercialDataSuite<Harness>(harness);
    }

    /// <summary>A key that is sent again is answered 201 and not 409: repeats after a lost answer.</summary>
    public static class DuplicateReturnsOriginal
    {
        public sealed class Harness() : RebillyHarness(ProfileNamed("DuplicateReturnsOriginal"));

        public sealed class Keys(Harness harness) : KeysSuite<Harness>(harness);
    }

    /// <summary>A look-up by key lists every transaction: whatever is looked up.</summary>
    public static class RequestIdFilterIgnored
    {
        public sealed class Harness() : RebillyHarness(ProfileNamed("RequestIdFilterIgnored"));

        public sealed class Cancellation(Harness harness) : CancellationSuite<Harness>(harness);

        public sealed class Faults(Harness harness) : FaultMatrixSuite<Harness>(harness);

        public sealed class Keys(Harness harness) : KeysSuite<Harness>(harness);
    }

    /// <summary>Reading what was done to a transaction lists every transaction: captures, voids, refunds, and their look-up.</summary>
    public static class ParentFilterIgnored
    {
        public sealed class Harness() : RebillyHarness(ProfileNamed("ParentFilterIgnored"));

        public sealed class Cancellation(Harness harness) : CancellationSuite<Harness>(harness);

        public sealed class Faults(Harness harness) : FaultMatrixSuite<Harness>(harness);

        public sealed class Keys(Harness harness) : KeysSuite<Harness>(harness);

        public sealed class Operations(Harness harness) : OperationsSuite<Harness>(harness);
    }

    /// <summary>A void or refund does not show its key: its evidence, its repeat and its look-up.</summary>
    public static class DescriptionDropped
    {
        public sealed class Harness() : RebillyHarness(ProfileNamed("DescriptionDropped"));

        public sealed class Cancellation(Harness harness) : CancellationSuite<Harness>(harness);

        public sealed class Faults(Harness harness) : FaultMatrixSuite<Harness>(harness);

        public sealed class Keys(Harness harness) : KeysSuite<Harness>(harness);

        public sealed class Operations(Harness harness) : OperationsSuite<Harness>(harness);
    }

    /// <summary>A part cannot be given back before settlement.</summary>
    public static class PartialVoidRefused
    {
        public sealed class Harness() : RebillyHarness(ProfileNamed("PartialVoidRefused"));

        public sealed class Operations(Harness harness) : OperationsSuite<Harness>(harness);
    }

    /// <summary>No list shows authorizations and credits: captures cannot be proven, and neither can be found by key.</summary>
    public static class ListOmitsSome
    {
        public sealed class Harness() : RebillyHarness(ProfileNamed("ListOmitsSome"));

        public sealed class Cancellation(Harness harness) : CancellationSuite<Harness>(harness);

        public sealed class Capabilities(Harness harness) : CapabilitiesSuite<Harness>(harness);

        public sealed class Faults(Harness harness) : FaultMatrixSuite<Harness>(harness);

        public sealed class Keys(Harness harness) : KeysSuite<Harness>(harness);

        public sealed class Operations(Harness harness) : OperationsSuite<Harness>(harness);

        public sealed class References(Harness harness) : ReferencesSuite<Harness>(harness);
    }

    /// <summary>Problems have another content type: whatever the provider refuses.</summary>
    public static class ProblemJson
    {
        public sealed class Harness() : RebillyHarness(ProfileNamed("ProblemJson"));

        public sealed class Capabilities(Harness harness) : CapabilitiesSuite<Harness>(harness);

        public sealed class Operations(Harness harness) : OperationsSuite<Harness>(harness);

        public sealed class Outcomes(Harness harness) : OutcomesSuite<Harness>(harness);

        public sealed class Redaction(Harness harness) : RedactionSuite<Harness>(harness);
    }

    /// <summary>
    /// A refund of too much is a conflict. The journal lets none reach the provider; this one is in memory, which does the same while
    /// the process lives.
    /// </summary>
    public static class OverRefundConflicts
    {
        public sealed class Harness() : RebillyHarness(ProfileNamed("OverRefundConflicts"))
        {
            protected override bool KeepsFiles => false;
        }

        public sealed class Operations(Harness harness) : OperationsSuite<Harness>(harness);
    }
}
