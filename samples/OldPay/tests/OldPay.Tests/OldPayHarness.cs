namespace OldPay.Tests;

/// <summary>Runs the suites over OldPay's adapter, configured as in an application, and the emulator.</summary>
[ConformanceSuites]
public sealed class OldPayHarness : SandboxHarness<OldPaySandbox, OldPayProvider>
{
    public override IReadOnlyList<ConformanceExemption> Exemptions { get; } =
    [
        new(
            nameof(LookupsSuite<>.A_transaction_that_is_shown_in_place_of_another_is_not_believed),
            "A read has the transaction id in its body, which the harness does not change."
        ),
        new(
            nameof(OperationsSuite<>.A_capture_of_a_lapsed_authorization_is_refused),
            "OldPay does not document when authorizations lapse."
        ),
        new(nameof(OutcomesSuite<>.A_partial_approval_is_never_a_plain_one), "OldPay has no partial approvals."),
        new(
            nameof(OutcomesSuite<>.A_sale_that_the_provider_has_not_finished_is_pending),
            "OldPay answers only when it has finished."
        ),
        new(
            nameof(OutcomesSuite<>.A_sale_that_waits_for_the_customer_is_pending_and_then_approved),
            "No OldPay payment waits for the customer."
        ),
        new(
            nameof(OutcomesSuite<>.A_refund_that_the_provider_has_not_finished_is_pending),
            "OldPay answers only when it has finished."
        ),
        .. new[]
        {
            nameof(FaultMatrixSuite<>.A_fault_proves_only_what_it_proves),
            nameof(RedactionSuite<>.Faults_show_no_secret),
        }.Select(fact => new ConformanceExemption(
            fact,
            "The API has no currency field.",
            nameof(ConformanceFault.WrongCurrencyEchoed)
        )),
    ];

    public override SaleRequest Declining(SaleRequest request, string code) => Described(request, $"decline {code}");

    public override RefundRequest Declining(RefundRequest request) => request with { Description = "decline 05" };

    protected override OldPaySandbox NewSandbox(SandboxOptions options) => new(options);

    protected override void Configure(IDictionary<string, string?> settings, HarnessAccount account)
    {
        settings["BaseUrl"] = Sandbox.BaseAddress.ToString();
        settings["Merchant"] = AccountOf(account);
        settings["Password"] = KeyOf(account);
    }

    // A capture or void is confirmed by the read that follows it.
    protected override bool IsConfirmedByRead(SandboxRequest write) => write.Form["action"] is "capture" or "void";
}
