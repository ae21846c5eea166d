namespace PaymentAbstractions.VirtualTerminal.Tests.Conformance;

public abstract partial class VirtualTerminalHarness
{
    private const string NoCurrency = "The API has no currency, so none can be wrong.";
    private const string NoParents = "Answers name no original, so none can be wrong.";
    private const string NoCodes = "The API has no response codes, and no text that stands for this one.";
    private const string NoParts = "No partial approval is documented.";

    public override IReadOnlyList<ConformanceExemption> Exemptions { get; } =
    [
        .. Missing(NoCurrency, ConformanceFault.WrongCurrencyEchoed),
        .. Missing(NoParents, ConformanceFault.WrongParentEchoed),
        .. Missing(NoParents, ConformanceFault.NoParentEchoed),
        .. new[] { "91", "1A" }.Select(code => new ConformanceExemption(
            nameof(OutcomesSuite<>.A_decline_carries_the_response_code_and_the_providers_own),
            NoCodes,
            code
        )),
        new(nameof(OutcomesSuite<>.An_unknown_code_is_unmapped_and_kept), NoCodes),
        new(nameof(OutcomesSuite<>.A_partial_approval_is_never_a_plain_one), NoParts),
        new(
            nameof(OutcomesSuite<>.A_sale_that_the_provider_has_not_finished_is_pending),
            "The API answers when it is done."
        ),
        new(
            nameof(OutcomesSuite<>.A_refund_that_fails_gives_nothing_back),
            "A credit that is declined is in doubt, unless an option says otherwise."
        ),
        new(
            nameof(OutcomesSuite<>.A_refund_that_the_provider_has_not_finished_is_pending),
            "The API answers when it is done."
        ),
        new(
            nameof(OutcomesSuite<>.A_sale_that_waits_for_the_customer_is_pending_and_then_approved),
            "The API asks the customer nothing."
        ),
        new(
            nameof(OperationsSuite<>.A_capture_of_a_lapsed_authorization_is_refused),
            "How long an authorization can be captured is not documented."
        ),
    ];

    private static ConformanceExemption[] Missing(string reason, ConformanceFault fault) =>
        [
            new(nameof(FaultMatrixSuite<>.A_fault_proves_only_what_it_proves), reason, $"{fault}"),
            new(nameof(RedactionSuite<>.Faults_show_no_secret), reason, $"{fault}"),
        ];
}
