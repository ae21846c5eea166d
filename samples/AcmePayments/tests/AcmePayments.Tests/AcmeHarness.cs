namespace AcmePayments.Tests;

/// <summary>Runs the suites over Acme's adapter, configured as in an application, and the emulator.</summary>
[ConformanceSuites]
public sealed class AcmeHarness : SandboxHarness<AcmeSandbox, AcmeProvider>
{
    private const string Unprocessed = "Acme documents that a request answered with 429 was not processed (section 6).";
    private const string AfterProcessing = nameof(ConformanceFault.TooManyRequests429AfterProcessing);

    public override TimeSpan? AuthorizationLife => TimeSpan.FromDays(7);

    public override IReadOnlyList<ConformanceExemption> Exemptions { get; } =
    [
        new(
            nameof(OutcomesSuite<>.A_partial_approval_is_never_a_plain_one),
            "Acme has no partial approvals (section 2)."
        ),
        new(nameof(FaultMatrixSuite<>.A_fault_proves_only_what_it_proves), Unprocessed, AfterProcessing),
        new(nameof(RedactionSuite<>.Faults_show_no_secret), Unprocessed, AfterProcessing),
    ];

    public override SaleRequest Declining(SaleRequest request, string code)
    {
        var word = code switch
        {
            "05" => "do_not_honor",
            "14" => "invalid_card_number",
            "41" => "lost_card",
            "51" => "insufficient_funds",
            "54" => "expired_card",
            "91" => "issuer_unavailable",
            "1A" => "authentication_required",
            "N7" => "incorrect_cvc",
            "R1" => "revoked",
            _ => code,
        };
        return PaidBy(request, $"tok_decline_{word}");
    }

    public override SaleRequest Processing(SaleRequest request) => PaidBy(request, "tok_processing");

    public override RefundRequest Processing(RefundRequest request) => Described(request, "test_processing");

    public override RefundRequest Declining(RefundRequest request) => Described(request, "test_failed");

    public override SaleRequest WaitingForCustomer(SaleRequest request) => PaidBy(request, "tok_authenticate");

    public override Task ApproveWaitingAsync(TransactionReference transaction) =>
        Sandbox.AuthenticateAsync(transaction.TransactionId);

    // An intent does not show who captured it (section 3).
    public override bool CanFind(PaymentOperation operation) => operation != PaymentOperation.Capture;

    protected override AcmeSandbox NewSandbox(SandboxOptions options) => new(options);

    protected override void Configure(IDictionary<string, string?> settings, HarnessAccount account)
    {
        settings["BaseUrl"] = Sandbox.BaseAddress.ToString();
        settings["AccountId"] = AccountOf(account);
        settings["ApiKey"] = KeyOf(account);
    }

    // A capture or a cancellation is confirmed by the read that follows it.
    protected override bool IsConfirmedByRead(SandboxRequest write) => write.SplitPath() is [.., "capture" or "cancel"];
}
