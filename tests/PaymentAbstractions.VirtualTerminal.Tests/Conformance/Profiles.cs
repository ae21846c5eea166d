namespace PaymentAbstractions.VirtualTerminal.Tests.Conformance;

/// <summary>
/// Which suites run over which profile of the sandbox: all of them over the documented and the pessimistic one, and over every
/// other one those that what it switches can affect.
/// </summary>
public static class Profiles
{
    /// <summary>Everything.</summary>
    [ConformanceSuites]
    public sealed class Documented() : VirtualTerminalHarness(ProfileNamed("Documented"));

    /// <summary>Everything.</summary>
    [ConformanceSuites]
    public sealed class Pessimistic() : VirtualTerminalHarness(ProfileNamed("Pessimistic"));

    /// <summary>Another number announces a new shipping address.</summary>
    [ConformanceSuites(typeof(CommercialDataSuite<>))]
    public sealed class NewShippingIdIsMinusOne() : VirtualTerminalHarness(ProfileNamed("NewShippingIdIsMinusOne"));

    /// <summary>No transaction shows its mark, so charges and credits are not found.</summary>
    [ConformanceSuites(typeof(CancellationSuite<>), typeof(FaultMatrixSuite<>), typeof(KeysSuite<>))]
    public sealed class DescriptionDropped() : VirtualTerminalHarness(ProfileNamed("DescriptionDropped"));

    /// <summary>No list shows open authorizations, so they are not found.</summary>
    [ConformanceSuites(typeof(CancellationSuite<>), typeof(KeysSuite<>))]
    public sealed class AuthorizationsUnlisted() : VirtualTerminalHarness(ProfileNamed("AuthorizationsUnlisted"));

    /// <summary>No list shows credits, so neither they nor refunds are found.</summary>
    [ConformanceSuites(
        typeof(CancellationSuite<>),
        typeof(FaultMatrixSuite<>),
        typeof(KeysSuite<>),
        typeof(OperationsSuite<>)
    )]
    public sealed class CreditsUnlisted() : VirtualTerminalHarness(ProfileNamed("CreditsUnlisted"));

    /// <summary>A wrong key is answered 401 Unauthorized.</summary>
    [ConformanceSuites(typeof(OutcomesSuite<>), typeof(RedactionSuite<>))]
    public sealed class BadKeyUnauthorized() : VirtualTerminalHarness(ProfileNamed("BadKeyUnauthorized"));

    /// <summary>A decline is a 400 with its text in a header.</summary>
    [ConformanceSuites(typeof(OutcomesSuite<>), typeof(RedactionSuite<>))]
    public sealed class DeclineInHeader() : VirtualTerminalHarness(ProfileNamed("DeclineInHeader"));

    /// <summary>The answer to a capture names its id otherwise.</summary>
    [ConformanceSuites(typeof(KeysSuite<>), typeof(OperationsSuite<>))]
    public sealed class CaptureAnswersTransactionId()
        : VirtualTerminalHarness(ProfileNamed("CaptureAnswersTransactionId"));

    /// <summary>Types are other words, wherever a transaction is read.</summary>
    [ConformanceSuites(
        typeof(CancellationSuite<>),
        typeof(FaultMatrixSuite<>),
        typeof(KeysSuite<>),
        typeof(OperationsSuite<>)
    )]
    public sealed class TypesCapitalized() : VirtualTerminalHarness(ProfileNamed("TypesCapitalized"));

    /// <summary>Ids are texts, wherever a transaction is read or a reference used.</summary>
    [ConformanceSuites(
        typeof(CancellationSuite<>),
        typeof(FaultMatrixSuite<>),
        typeof(KeysSuite<>),
        typeof(OperationsSuite<>),
        typeof(ReferencesSuite<>)
    )]
    public sealed class IdsAsStrings() : VirtualTerminalHarness(ProfileNamed("IdsAsStrings"));

    /// <summary>Members are spelled otherwise, wherever an answer is read.</summary>
    [ConformanceSuites(
        typeof(CancellationSuite<>),
        typeof(FaultMatrixSuite<>),
        typeof(KeysSuite<>),
        typeof(CommercialDataSuite<>),
        typeof(OperationsSuite<>),
        typeof(OutcomesSuite<>)
    )]
    public sealed class NamesVaried() : VirtualTerminalHarness(ProfileNamed("NamesVaried"));

    /// <summary>Reading one transaction shows no id: what is confirmed or found by a read.</summary>
    [ConformanceSuites(
        typeof(CancellationSuite<>),
        typeof(FaultMatrixSuite<>),
        typeof(KeysSuite<>),
        typeof(OperationsSuite<>),
        typeof(ReferencesSuite<>)
    )]
    public sealed class GetShowsZero() : VirtualTerminalHarness(ProfileNamed("GetShowsZero"));

    /// <summary>A charge that looks like an earlier one is refused.</summary>
    [ConformanceSuites(typeof(KeysSuite<>))]
    public sealed class DuplicatesRefused() : VirtualTerminalHarness(ProfileNamed("DuplicatesRefused"));

    /// <summary>An empty field lifts the level.</summary>
    [ConformanceSuites(typeof(CommercialDataSuite<>))]
    public sealed class NullLiftsLevel() : VirtualTerminalHarness(ProfileNamed("NullLiftsLevel"));

    /// <summary>Zero does not lift the level.</summary>
    [ConformanceSuites(typeof(CommercialDataSuite<>))]
    public sealed class OnlyValuesLiftLevel() : VirtualTerminalHarness(ProfileNamed("OnlyValuesLiftLevel"));

    /// <summary>A capture shows what was authorized: partial captures, and all reads of a capture.</summary>
    [ConformanceSuites(
        typeof(CancellationSuite<>),
        typeof(KeysSuite<>),
        typeof(CapabilitiesSuite<>),
        typeof(CommercialDataSuite<>),
        typeof(OperationsSuite<>)
    )]
    public sealed class CaptureAmountShowsAuthorized()
        : VirtualTerminalHarness(ProfileNamed("CaptureAmountShowsAuthorized"));

    /// <summary>The provider charges a wrong sum.</summary>
    [ConformanceSuites(typeof(CommercialDataSuite<>))]
    public sealed class SumUnchecked() : VirtualTerminalHarness(ProfileNamed("SumUnchecked"));

    /// <summary>A price of zero is the catalog's.</summary>
    [ConformanceSuites(typeof(CommercialDataSuite<>))]
    public sealed class ZeroPriceIsCatalogs() : VirtualTerminalHarness(ProfileNamed("ZeroPriceIsCatalogs"));

    /// <summary>Fractions of a cent in a line are rounded.</summary>
    [ConformanceSuites(typeof(CommercialDataSuite<>))]
    public sealed class LineTotalsRounded() : VirtualTerminalHarness(ProfileNamed("LineTotalsRounded"));

    /// <summary>Fractions of a cent in a line are cut off.</summary>
    [ConformanceSuites(typeof(CommercialDataSuite<>))]
    public sealed class LineTotalsTruncated() : VirtualTerminalHarness(ProfileNamed("LineTotalsTruncated"));

    /// <summary>A line with an unknown product counts nothing.</summary>
    [ConformanceSuites(typeof(CommercialDataSuite<>))]
    public sealed class UnknownProductsIgnored() : VirtualTerminalHarness(ProfileNamed("UnknownProductsIgnored"));

    /// <summary>Data without a field is left out instead of refused.</summary>
    [ConformanceSuites(typeof(FieldsSuite<>))]
    public sealed class UnsupportedDataLeftOut() : VirtualTerminalHarness(ProfileNamed("Documented"))
    {
        protected override void Configure(IDictionary<string, string?> settings, HarnessAccount account)
        {
            base.Configure(settings, account);
            settings["LeaveOutUnsupportedData"] = "true";
        }
    }

    /// <summary>Requests name customers by the merchant's own id: all operations that find a customer first, and the vault.</summary>
    [ConformanceSuites(
        typeof(CancellationSuite<>),
        typeof(FaultMatrixSuite<>),
        typeof(KeysSuite<>),
        typeof(LookupsSuite<>),
        typeof(OperationsSuite<>),
        typeof(VaultSuite<>)
    )]
    public sealed class CustomersByCode() : VirtualTerminalHarness(ProfileNamed("Documented"))
    {
        protected override bool NamesByCode => true;
    }

    /// <summary>With a journal in memory, which does the same while the process lives.</summary>
    [ConformanceSuites(typeof(OperationsSuite<>))]
    public sealed class InMemoryJournal() : VirtualTerminalHarness(ProfileNamed("Documented"))
    {
        protected override bool KeepsFiles => false;
    }
}
