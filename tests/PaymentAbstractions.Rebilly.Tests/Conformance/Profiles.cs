namespace PaymentAbstractions.Rebilly.Tests.Conformance;

/// <summary>
/// The suites that run with each profile of the sandbox: all suites with the documented and the pessimistic profile, and with every
/// other profile the suites that its settings can affect.
/// </summary>
public static class Profiles
{
    /// <summary>All suites run.</summary>
    [ConformanceSuites]
    public sealed class Documented() : RebillyHarness(ProfileNamed("Documented"));

    /// <summary>All suites run.</summary>
    [ConformanceSuites]
    public sealed class Pessimistic() : RebillyHarness(ProfileNamed("Pessimistic"));

    /// <summary>The customer's browser exchanges the card for a token.</summary>
    [ConformanceSuites(typeof(HostedPaymentSuite<>), typeof(CapabilitiesSuite<>))]
    public sealed class BrowserTokens() : RebillyHarness(ProfileNamed("Documented"))
    {
        protected override bool HasPublishableKey => true;
    }

    /// <summary>A custom field takes commercial card data; the suites check what is claimed and sent.</summary>
    [ConformanceSuites(typeof(CapabilitiesSuite<>), typeof(CommercialDataSuite<>))]
    public sealed class PassThrough() : RebillyHarness(ProfileNamed("Documented"), "commercialData");

    /// <summary>A custom field takes commercial card data, and captures cannot be proven.</summary>
    [ConformanceSuites(typeof(CommercialDataSuite<>))]
    public sealed class PessimisticPassThrough() : RebillyHarness(ProfileNamed("Pessimistic"), "commercialData");

    /// <summary>A repeated key is answered with 201 and not 409, which affects repeats after a lost answer.</summary>
    [ConformanceSuites(typeof(KeysSuite<>))]
    public sealed class DuplicateReturnsOriginal() : RebillyHarness(ProfileNamed("DuplicateReturnsOriginal"));

    /// <summary>A look-up by key lists every transaction, which affects all look-ups.</summary>
    [ConformanceSuites(typeof(CancellationSuite<>), typeof(FaultMatrixSuite<>), typeof(KeysSuite<>))]
    public sealed class RequestIdFilterIgnored() : RebillyHarness(ProfileNamed("RequestIdFilterIgnored"));

    /// <summary>
    /// The list of a transaction's children contains every transaction, which affects captures, voids, refunds and look-ups.
    /// </summary>
    [ConformanceSuites(
        typeof(CancellationSuite<>),
        typeof(FaultMatrixSuite<>),
        typeof(KeysSuite<>),
        typeof(OperationsSuite<>)
    )]
    public sealed class ParentFilterIgnored() : RebillyHarness(ProfileNamed("ParentFilterIgnored"));

    /// <summary>A void or refund does not show its key, which affects its evidence, its repeat and its look-up.</summary>
    [ConformanceSuites(
        typeof(CancellationSuite<>),
        typeof(FaultMatrixSuite<>),
        typeof(KeysSuite<>),
        typeof(OperationsSuite<>)
    )]
    public sealed class DescriptionDropped() : RebillyHarness(ProfileNamed("DescriptionDropped"));

    /// <summary>A part of an amount cannot be given back before settlement.</summary>
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

    /// <summary>Payout requests have the statuses of the earlier reference.</summary>
    [ConformanceSuites(typeof(PayoutSuite<>))]
    public sealed class EarlierPayoutStatuses() : RebillyHarness(ProfileNamed("EarlierPayoutStatuses"));

    /// <summary>The list of a customer's payout requests contains those of all customers.</summary>
    [ConformanceSuites(typeof(PayoutSuite<>))]
    public sealed class PayoutCustomerFilterIgnored() : RebillyHarness(ProfileNamed("PayoutCustomerFilterIgnored"));

    /// <summary>Problems have another content type, which affects all refusals of the provider.</summary>
    [ConformanceSuites(
        typeof(CapabilitiesSuite<>),
        typeof(OperationsSuite<>),
        typeof(OutcomesSuite<>),
        typeof(RedactionSuite<>)
    )]
    public sealed class ProblemJson() : RebillyHarness(ProfileNamed("ProblemJson"));

    /// <summary>
    /// A refund of too much is a conflict. The journal lets no such refund reach the provider; the one here is in memory and does the
    /// same while the process lives.
    /// </summary>
    [ConformanceSuites(typeof(OperationsSuite<>))]
    public sealed class OverRefundConflicts() : RebillyHarness(ProfileNamed("OverRefundConflicts"))
    {
        protected override bool KeepsFiles => false;
    }
}
