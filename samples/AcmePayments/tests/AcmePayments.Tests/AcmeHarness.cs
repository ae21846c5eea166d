namespace AcmePayments.Tests;

/// <summary>Acme's adapter as an application gets it, over the emulator.</summary>
[ConformanceSuites]
public sealed class AcmeHarness : SandboxHarness<AcmeSandbox, AcmeProvider>
{
    private const string Unprocessed = "Acme documents that what is answered with 429 was not processed (section 6).";
    private const string AfterProcessing = nameof(ConformanceFault.TooManyRequests429AfterProcessing);

    public override TimeSpan? AuthorizationLife => TimeSpan.FromDays(7);

    public override IReadOnlyList<ConformanceExemption> Exemptions { get; } =
    [
        new(
            nameof(OutcomesSuite<>.A_partial_approval_is_never_a_plain_one),
            "Acme does not do partial approvals (section 2)."
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
        return PaidBy($"tok_decline_{word}", request);
    }

    public override SaleRequest Processing(SaleRequest request) => PaidBy("tok_processing", request);

    public override SaleRequest WaitingForCustomer(SaleRequest request) => PaidBy("tok_authenticate", request);

    public override Task ApproveWaitingAsync(TransactionReference transaction)
    {
        Sandbox.Authenticate(transaction.TransactionId);
        return Task.CompletedTask;
    }

    protected override AcmeSandbox NewSandbox(SandboxOptions options) => new(options);

    protected override void Configure(IDictionary<string, string?> settings, HarnessAccount account)
    {
        settings["BaseUrl"] = Sandbox.BaseAddress.ToString();
        settings["AccountId"] = AccountOf(account);
        settings["ApiKey"] = KeyOf(account);
    }

    // A capture or a cancellation is believed by the read that follows it.
    protected override bool IsConfirmedByRead(SandboxRequest write) => write.SplitPath() is [.., "capture" or "cancel"];

    private static SaleRequest PaidBy(string token, SaleRequest request) =>
        request with
        {
            PaymentMethod = PaymentMethod.Token(token),
        };
}
