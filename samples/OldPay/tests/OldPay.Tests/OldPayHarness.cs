namespace OldPay.Tests;

/// <summary>OldPay's adapter as an application gets it, over the emulator.</summary>
[ConformanceSuites]
public sealed class OldPayHarness : SandboxHarness<OldPaySandbox, OldPayProvider>
{
    public override IReadOnlyList<ConformanceExemption> Exemptions { get; } =
    [
        Exempt(
            nameof(LookupsSuite<>.A_transaction_that_is_shown_in_place_of_another_is_not_believed),
            "A read names its transaction in its body, which the harness does not change."
        ),
        Exempt(
            nameof(OperationsSuite<>.A_capture_of_a_lapsed_authorization_is_refused),
            "No end of authorizations is documented."
        ),
        Exempt(nameof(OutcomesSuite<>.A_partial_approval_is_never_a_plain_one), "There are no partial approvals."),
        Exempt(
            nameof(OutcomesSuite<>.A_sale_that_the_provider_has_not_finished_is_pending),
            "It answers when it is done."
        ),
        Exempt(
            nameof(OutcomesSuite<>.A_sale_that_waits_for_the_customer_is_pending_and_then_approved),
            "Nothing waits for the customer."
        ),
        Exempt(
            nameof(FaultMatrixSuite<>.A_fault_proves_only_what_it_proves),
            "The API has no currency.",
            nameof(ConformanceFault.WrongCurrencyEchoed)
        ),
        Exempt(
            nameof(RedactionSuite<>.Faults_show_no_secret),
            "The API has no currency.",
            nameof(ConformanceFault.WrongCurrencyEchoed)
        ),
    ];

    public override SaleRequest Declining(SaleRequest request) => Declining(request, "05");

    public override SaleRequest Declining(SaleRequest request, string code) =>
        request with
        {
            Description = $"decline {code}",
        };

    protected override Task<OldPaySandbox> StartSandboxAsync() =>
        OldPaySandbox.StartAsync(
            new SandboxOptions { StartTime = Start },
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["m_main"] = KeyOf(HarnessAccount.Main),
                ["m_other"] = KeyOf(HarnessAccount.Other),
            }
        );

    protected override void Configure(IDictionary<string, string?> settings, HarnessAccount account)
    {
        settings["BaseUrl"] = Sandbox.BaseAddress.ToString();
        settings["Merchant"] = account == HarnessAccount.Other ? "m_other" : "m_main";
        settings["Password"] = KeyOf(account);
    }

    protected override Task<HarnessPayer> NewPayerAsync(PaymentMethodKind kind, HarnessAccount account) =>
        Task.FromResult(new HarnessPayer { PaymentMethod = Card });

    // A capture or void is believed by the read that follows it, and that is where a wrong value counts.
    protected override Func<SandboxRequest, bool> Meets(ConformanceFault fault)
    {
        var isEcho = fault is ConformanceFault.WrongAmountEchoed or ConformanceFault.WrongTypeEchoed;
        var isChanged = false;
        return request =>
        {
            var action = request.Form.GetValueOrDefault("action");
            var isChange = isEcho && action is "capture" or "void";
            var meets = isChanged ? action == "show" : Sandbox.MovesMoney(request) && !isChange;
            isChanged |= isChange;
            return meets;
        };
    }

    private static ConformanceExemption Exempt(string fact, string reason, string? @case = null) =>
        new()
        {
            Fact = fact,
            Reason = reason,
            Case = @case,
        };
}
