namespace PaymentAbstractions.Rebilly.Tests.Conformance;

/// <summary>
/// Which suites run over which profile of the sandbox: all of them over the documented and the pessimistic one, and over every
/// other one those that what it switches can affect.
/// </summary>
public static class Profiles
{
    /// <summary>Everything.</summary>
    [ConformanceSuites]
    public sealed class Documented() : RebillyHarness(ProfileNamed("Documented"));

    /// <summary>Everything.</summary>
    [ConformanceSuites]
    public sealed class Pessimistic() : RebillyHarness(ProfileNamed("Pessimistic"));

    /// <summary>The customer's browser exchanges the card for a token.</summary>
    [ConformanceSuites(typeof(HostedPaymentSuite<>), typeof(CapabilitiesSuite<>))]
    public sealed class BrowserTokens() : RebillyHarness(ProfileNamed("Documented"))
    {
        protected override bool HasPublishableKey => true;
    }

    /// <summary>A custom field takes commercial card data: what is claimed and sent of it.</summary>
    [ConformanceSuites(typeof(CapabilitiesSuite<>), typeof(CommercialDataSuite<>))]
    public sealed class PassThrough() : RebillyHarness(ProfileNamed("Documented"), "commercialData");

    /// <summary>The same where captures cannot be proven.</summary>
    [ConformanceSuites(typeof(CommercialDataSuite<>))]
    public sealed class PessimisticPassThrough() : RebillyHarness(ProfileNamed("Pessimistic"), "commercialData");

    /// <summary>A key that is sent again is answered 201 and not 409: repeats after a lost answer.</summary>
    [ConformanceSuites(typeof(KeysSuite<>))]
    public sealed class DuplicateReturnsOriginal() : RebillyHarness(ProfileNamed("DuplicateReturnsOriginal"));

    /// <summary>A look-up by key lists every transaction: all look-ups.</summary>
    [ConformanceSuites(typeof(CancellationSuite<>), typeof(FaultMatrixSuite<>), typeof(KeysSuite<>))]
    public sealed class RequestIdFilterIgnored() : RebillyHarness(ProfileNamed("RequestIdFilterIgnored"));

    /// <summary>Reading what was done to a transaction lists every transaction: captures, voids, refunds, and their look-up.</summary>
    [ConformanceSuites(
        typeof(CancellationSuite<>),
        typeof(FaultMatrixSuite<>),
        typeof(KeysSuite<>),
        typeof(OperationsSuite<>)
    )]
    public sealed class ParentFilterIgnored() : RebillyHarness(ProfileNamed("ParentFilterIgnored"));

    /// <summary>A void or refund does not show its key: its evidence, its repeat and its look-up.</summary>
    [ConformanceSuites(
        typeof(CancellationSuite<>),
        typeof(FaultMatrixSuite<>),
        typeof(KeysSuite<>),
        typeof(OperationsSuite<>)
    )]
    public sealed class DescriptionDropped() : RebillyHarness(ProfileNamed("DescriptionDropped"));

    /// <summary>A part cannot be given back before settlement.</summary>
    [ConformanceSuites(typeof(OperationsSuite<>))]
    public sealed class PartialVoidRefused() : RebillyHarness(ProfileNamed("PartialVoidRefused"));

    /// <summary>No list shows authorizations and credits: captures cannot be proven, and neither can be found by key.</summary>
    [ConformanceSuites(
        typeof(CancellationSuite<>),
        typeof(CapabilitiesSuite<>),
        typeof(FaultMatrixSuite<>),
        typeof(KeysSuite<>),
        typeof(OperationsSuite<>),
        typeof(ReferencesSuite<>)
    )]
    public sealed class ListOmitsSome() : RebillyHarness(ProfileNamed("ListOmitsSome"));

    /// <summary>Payout requests have the earlier statuses.</summary>
    [ConformanceSuites(typeof(PayoutSuite<>))]
    public sealed class EarlierPayoutStatuses() : RebillyHarness(ProfileNamed("EarlierPayoutStatuses"));

    /// <summary>The list of a customer's payout requests is that of all customers.</summary>
    [ConformanceSuites(typeof(PayoutSuite<>))]
    public sealed class PayoutCustomerFilterIgnored() : RebillyHarness(ProfileNamed("PayoutCustomerFilterIgnored"));

    /// <summary>Problems have another content type: all refusals of the provider.</summary>
    [ConformanceSuites(
        typeof(CapabilitiesSuite<>),
        typeof(OperationsSuite<>),
        typeof(OutcomesSuite<>),
        typeof(RedactionSuite<>)
    )]
    public sealed class ProblemJson() : RebillyHarness(ProfileNamed("ProblemJson"));

    /// <summary>
    /// A refund of too much is a conflict. The journal lets none reach the provider; this one is in memory, which does the same while
    /// the process lives.
    /// </summary>
    [ConformanceSuites(typeof(OperationsSuite<>))]
    public sealed class OverRefundConflicts() : RebillyHarness(ProfileNamed("OverRefundConflicts"))
    {
        protected override bool KeepsFiles => false;
    }
}
