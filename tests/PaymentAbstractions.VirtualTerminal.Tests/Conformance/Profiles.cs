namespace PaymentAbstractions.VirtualTerminal.Tests.Conformance;

/// <summary>
/// The suites that run with each profile of the sandbox: all suites with the documented and the pessimistic profile, and with every
/// other profile the suites that its settings can affect.
/// </summary>
public static class Profiles
{
    /// <summary>All suites run.</summary>
    [ConformanceSuites]
    public sealed class Documented() : VirtualTerminalHarness(ProfileNamed("Documented"));

    /// <summary>All suites run.</summary>
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

    /// <summary>A wrong key is answered with 401 Unauthorized.</summary>
    [ConformanceSuites(typeof(OutcomesSuite<>), typeof(RedactionSuite<>))]
    public sealed class BadKeyUnauthorized() : VirtualTerminalHarness(ProfileNamed("BadKeyUnauthorized"));

    /// <summary>A decline is a 400 with its text in a header.</summary>
    [ConformanceSuites(typeof(OutcomesSuite<>), typeof(RedactionSuite<>))]
    public sealed class DeclineInHeader() : VirtualTerminalHarness(ProfileNamed("DeclineInHeader"));

    /// <summary>The answer to a capture has its id in another member.</summary>
    [ConformanceSuites(typeof(KeysSuite<>), typeof(OperationsSuite<>))]
    public sealed class CaptureAnswersTransactionId()
        : VirtualTerminalHarness(ProfileNamed("CaptureAnswersTransactionId"));

    /// <summary>Transaction types are spelled differently, wherever a transaction is read.</summary>
    [ConformanceSuites(
        typeof(CancellationSuite<>),
        typeof(FaultMatrixSuite<>),
        typeof(KeysSuite<>),
        typeof(OperationsSuite<>)
    )]
    public sealed class TypesCapitalized() : VirtualTerminalHarness(ProfileNamed("TypesCapitalized"));

    /// <summary>Ids are strings, wherever a transaction is read or a reference is used.</summary>
    [ConformanceSuites(
        typeof(CancellationSuite<>),
        typeof(FaultMatrixSuite<>),
        typeof(KeysSuite<>),
        typeof(OperationsSuite<>),
        typeof(ReferencesSuite<>)
    )]
    public sealed class IdsAsStrings() : VirtualTerminalHarness(ProfileNamed("IdsAsStrings"));

    /// <summary>Members are spelled differently, wherever an answer is read.</summary>
    [ConformanceSuites(
        typeof(CancellationSuite<>),
        typeof(FaultMatrixSuite<>),
        typeof(KeysSuite<>),
        typeof(CommercialDataSuite<>),
        typeof(OperationsSuite<>),
        typeof(OutcomesSuite<>)
    )]
    public sealed class NamesVaried() : VirtualTerminalHarness(ProfileNamed("NamesVaried"));

    /// <summary>Reading one transaction shows no id, which affects all confirmations and look-ups by a read.</summary>
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

    /// <summary>An empty field raises the level.</summary>
    [ConformanceSuites(typeof(CommercialDataSuite<>))]
    public sealed class NullLiftsLevel() : VirtualTerminalHarness(ProfileNamed("NullLiftsLevel"));

    /// <summary>A zero does not raise the level.</summary>
    [ConformanceSuites(typeof(CommercialDataSuite<>))]
    public sealed class OnlyValuesLiftLevel() : VirtualTerminalHarness(ProfileNamed("OnlyValuesLiftLevel"));

    /// <summary>A capture shows the authorized amount, which affects partial captures and all reads of a capture.</summary>
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

    /// <summary>A price of zero means the price in the catalog.</summary>
    [ConformanceSuites(typeof(CommercialDataSuite<>))]
    public sealed class ZeroPriceIsCatalogs() : VirtualTerminalHarness(ProfileNamed("ZeroPriceIsCatalogs"));

    /// <summary>Fractions of a cent in a line are rounded.</summary>
    [ConformanceSuites(typeof(CommercialDataSuite<>))]
    public sealed class LineTotalsRounded() : VirtualTerminalHarness(ProfileNamed("LineTotalsRounded"));

    /// <summary>Fractions of a cent in a line are truncated.</summary>
    [ConformanceSuites(typeof(CommercialDataSuite<>))]
    public sealed class LineTotalsTruncated() : VirtualTerminalHarness(ProfileNamed("LineTotalsTruncated"));

    /// <summary>A line with an unknown product is not counted.</summary>
    [ConformanceSuites(typeof(CommercialDataSuite<>))]
    public sealed class UnknownProductsIgnored() : VirtualTerminalHarness(ProfileNamed("UnknownProductsIgnored"));

    /// <summary>Data without a field is left out instead of being refused.</summary>
    [ConformanceSuites(typeof(FieldsSuite<>))]
    public sealed class UnsupportedDataLeftOut() : VirtualTerminalHarness(ProfileNamed("Documented"))
    {
        protected override void Configure(IDictionary<string, string?> settings, HarnessAccount account)
        {
            base.Configure(settings, account);
            settings["LeaveOutUnsupportedData"] = "true";
        }
    }

    /// <summary>
    /// Requests name customers by the merchant's own id, which affects all operations that find a customer first, and the vault.
    /// </summary>
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

    /// <summary>The journal is in memory, and behaves in the same way while the process lives.</summary>
    [ConformanceSuites(typeof(OperationsSuite<>))]
    public sealed class InMemoryJournal() : VirtualTerminalHarness(ProfileNamed("Documented"))
    {
        protected override bool KeepsFiles => false;
    }
}
