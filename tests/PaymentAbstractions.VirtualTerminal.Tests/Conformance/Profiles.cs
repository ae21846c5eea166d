namespace PaymentAbstractions.VirtualTerminal.Tests.Conformance;

/// <summary>
/// Which suites run over which profile of the sandbox: all of them over the documented and the pessimistic one, and over every
/// other one those that what it switches can affect.
/// </summary>
public static class Profiles
{
    /// <summary>Everything.</summary>
    public static class Documented
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("Documented"));

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
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("Pessimistic"));

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

    /// <summary>Another number announces a new shipping address.</summary>
    public static class NewShippingIdIsMinusOne
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("NewShippingIdIsMinusOne"));

        public sealed class CommercialData(Harness harness) : CommercialDataSuite<Harness>(harness);
    }

    /// <summary>No transaction shows its mark, so charges and credits are not found.</summary>
    public static class DescriptionDropped
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("DescriptionDropped"));

        public sealed class Cancellation(Harness harness) : CancellationSuite<Harness>(harness);

        public sealed class Faults(Harness harness) : FaultMatrixSuite<Harness>(harness);

        public sealed class Keys(Harness harness) : KeysSuite<Harness>(harness);
    }

    /// <summary>No list shows open authorizations, so they are not found.</summary>
    public static class AuthorizationsUnlisted
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("AuthorizationsUnlisted"));

        public sealed class Cancellation(Harness harness) : CancellationSuite<Harness>(harness);

        public sealed class Keys(Harness harness) : KeysSuite<Harness>(harness);
    }

    /// <summary>No list shows credits, so neither they nor refunds are found.</summary>
    public static class CreditsUnlisted
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("CreditsUnlisted"));

        public sealed class Cancellation(Harness harness) : CancellationSuite<Harness>(harness);

        public sealed class Faults(Harness harness) : FaultMatrixSuite<Harness>(harness);

        public sealed class Keys(Harness harness) : KeysSuite<Harness>(harness);

        public sealed class Operations(Harness harness) : OperationsSuite<Harness>(harness);
    }

    /// <summary>A wrong key is answered as what it is.</summary>
    public static class BadKeyUnauthorized
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("BadKeyUnauthorized"));

        public sealed class Outcomes(Harness harness) : OutcomesSuite<Harness>(harness);

        public sealed class Redaction(Harness harness) : RedactionSuite<Harness>(harness);
    }

    /// <summary>A decline is a 400 with its text in a header.</summary>
    public static class DeclineInHeader
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("DeclineInHeader"));

        public sealed class Outcomes(Harness harness) : OutcomesSuite<Harness>(harness);

        public sealed class Redaction(Harness harness) : RedactionSuite<Harness>(harness);
    }

    /// <summary>The answer to a capture names its id otherwise.</summary>
    public static class CaptureAnswersTransactionId
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("CaptureAnswersTransactionId"));

        public sealed class Keys(Harness harness) : KeysSuite<Harness>(harness);

        public sealed class Operations(Harness harness) : OperationsSuite<Harness>(harness);
    }

    /// <summary>Types are other words, wherever a transaction is read.</summary>
    public static class TypesCapitalized
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("TypesCapitalized"));

        public sealed class Cancellation(Harness harness) : CancellationSuite<Harness>(harness);

        public sealed class Faults(Harness harness) : FaultMatrixSuite<Harness>(harness);

        public sealed class Keys(Harness harness) : KeysSuite<Harness>(harness);

        public sealed class Operations(Harness harness) : OperationsSuite<Harness>(harness);
    }

    /// <summary>Ids are texts, wherever a transaction is read or a reference used.</summary>
    public static class IdsAsStrings
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("IdsAsStrings"));

        public sealed class Cancellation(Harness harness) : CancellationSuite<Harness>(harness);

        public sealed class Faults(Harness harness) : FaultMatrixSuite<Harness>(harness);

        public sealed class Keys(Harness harness) : KeysSuite<Harness>(harness);

        public sealed class Operations(Harness harness) : OperationsSuite<Harness>(harness);

        public sealed class References(Harness harness) : ReferencesSuite<Harness>(harness);
    }

    /// <summary>Members are spelled otherwise, wherever an answer is read.</summary>
    public static class NamesVaried
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("NamesVaried"));

        public sealed class Cancellation(Harness harness) : CancellationSuite<Harness>(harness);

        public sealed class Faults(Harness harness) : FaultMatrixSuite<Harness>(harness);

        public sealed class Keys(Harness harness) : KeysSuite<Harness>(harness);

        public sealed class CommercialData(Harness harness) : CommercialDataSuite<Harness>(harness);

        public sealed class Operations(Harness harness) : OperationsSuite<Harness>(harness);

        public sealed class Outcomes(Harness harness) : OutcomesSuite<Harness>(harness);
    }

    /// <summary>Reading one transaction shows no id: what is confirmed or found by a read.</summary>
    public static class GetShowsZero
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("GetShowsZero"));

        public sealed class Cancellation(Harness harness) : CancellationSuite<Harness>(harness);

        public sealed class Faults(Harness harness) : FaultMatrixSuite<Harness>(harness);

        public sealed class Keys(Harness harness) : KeysSuite<Harness>(harness);

        public sealed class Operations(Harness harness) : OperationsSuite<Harness>(harness);

        public sealed class References(Harness harness) : ReferencesSuite<Harness>(harness);
    }

    /// <summary>A charge that looks like an earlier one is refused.</summary>
    public static class DuplicatesRefused
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("DuplicatesRefused"));

        public sealed class Keys(Harness harness) : KeysSuite<Harness>(harness);
    }

    /// <summary>An empty field lifts the level.</summary>
    public static class NullLiftsLevel
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("NullLiftsLevel"));

        public sealed class CommercialData(Harness harness) : CommercialDataSuite<Harness>(harness);
    }

    /// <summary>Zero does not lift the level.</summary>
    public static class OnlyValuesLiftLevel
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("OnlyValuesLiftLevel"));

        public sealed class CommercialData(Harness harness) : CommercialDataSuite<Harness>(harness);
    }

    /// <summary>A capture shows what was authorized: partial captures, and whatever reads a capture.</summary>
    public static class CaptureAmountShowsAuthorized
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("CaptureAmountShowsAuthorized"));

        public sealed class Cancellation(Harness harness) : CancellationSuite<Harness>(harness);

        public sealed class Keys(Harness harness) : KeysSuite<Harness>(harness);

        public sealed class Capabilities(Harness harness) : CapabilitiesSuite<Harness>(harness);

        public sealed class CommercialData(Harness harness) : CommercialDataSuite<Harness>(harness);

        public sealed class Operations(Harness harness) : OperationsSuite<Harness>(harness);
    }

    /// <summary>The provider charges a wrong sum.</summary>
    public static class SumUnchecked
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("SumUnchecked"));

        public sealed class CommercialData(Harness harness) : CommercialDataSuite<Harness>(harness);
    }

    /// <summary>A price of zero is the catalog's.</summary>
    public static class ZeroPriceIsCatalogs
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("ZeroPriceIsCatalogs"));

        public sealed class CommercialData(Harness harness) : CommercialDataSuite<Harness>(harness);
    }

    /// <summary>Fractions of a cent in a line are rounded.</summary>
    public static class LineTotalsRounded
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("LineTotalsRounded"));

        public sealed class CommercialData(Harness harness) : CommercialDataSuite<Harness>(harness);
    }

    /// <summary>Fractions of a cent in a line are cut off.</summary>
    public static class LineTotalsTruncated
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("LineTotalsTruncated"));

        public sealed class CommercialData(Harness harness) : CommercialDataSuite<Harness>(harness);
    }

    /// <summary>A line with an unknown product counts nothing.</summary>
    public static class UnknownProductsIgnored
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("UnknownProductsIgnored"));

        public sealed class CommercialData(Harness harness) : CommercialDataSuite<Harness>(harness);
    }

    /// <summary>With a journal in memory, which does the same while the process lives.</summary>
    public static class InMemoryJournal
    {
        public sealed class Harness() : VirtualTerminalHarness(ProfileNamed("Documented"))
        {
            protected override bool KeepsFiles => false;
        }

        public sealed class Operations(Harness harness) : OperationsSuite<Harness>(harness);
    }
}
