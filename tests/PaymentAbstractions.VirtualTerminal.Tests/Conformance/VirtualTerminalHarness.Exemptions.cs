namespace PaymentAbstractions.VirtualTerminal.Tests.Conformance;

public abstract partial class VirtualTerminalHarness
{
    private const string NoCurrency = "The API has no currency, so none can be wrong.";
    private const string NoParents = "Answers name no original, so none can be wrong.";
    private const string NoCodes = "The API has no response codes, and no text that stands for this one.";
    private const string NoParts = "No partial approval is documented.";

    public override IReadOnlyList<ConformanceExemption> Exemptions { get; } =
    [
        new()
        {
            Fact = nameof(FaultMatrixSuite<>.A_fault_proves_only_what_it_proves),
            Case = nameof(ConformanceFault.WrongCurrencyEchoed),
            Reason = NoCurrency,
        },
        new()
        {
            Fact = nameof(RedactionSuite<>.Faults_show_no_secret),
            Case = nameof(ConformanceFault.WrongCurrencyEchoed),
            Reason = NoCurrency,
        },
        new()
        {
            Fact = nameof(FaultMatrixSuite<>.A_fault_proves_only_what_it_proves),
            Case = nameof(ConformanceFault.WrongParentEchoed),
            Reason = NoParents,
        },
        new()
        {
            Fact = nameof(RedactionSuite<>.Faults_show_no_secret),
            Case = nameof(ConformanceFault.WrongParentEchoed),
            Reason = NoParents,
        },
        .. new[] { "91", "1A" }.Select(code => new ConformanceExemption
        {
            Fact = nameof(OutcomesSuite<>.A_decline_carries_the_response_code_and_the_providers_own),
            Case = code,
            Reason = NoCodes,
        }),
        new() { Fact = nameof(OutcomesSuite<>.An_unknown_code_is_unmapped_and_kept), Reason = NoCodes },
        new() { Fact = nameof(OutcomesSuite<>.A_partial_approval_is_never_a_plain_one), Reason = NoParts },
        new()
        {
            Fact = nameof(OutcomesSuite<>.A_sale_that_the_provider_has_not_finished_is_pending),
            Reason = "The API answers when it is done.",
        },
        new()
        {
            Fact = nameof(OutcomesSuite<>.A_sale_that_waits_for_the_customer_is_pending_and_then_approved),
            Reason = "The API asks the customer nothing.",
        },
        new()
        {
            Fact = nameof(OperationsSuite<>.A_capture_of_a_lapsed_authorization_is_refused),
            Reason = "How long an authorization can be captured is not documented.",
        },
    ];
}
