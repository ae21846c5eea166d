namespace AcmePayments.Tests;

/// <summary>Acme's adapter as an application gets it, over the emulator.</summary>
[ConformanceSuites]
public sealed class AcmeHarness : SandboxHarness<AcmeSandbox, AcmeProvider>
{
    private int _tokens;

    public override TimeSpan? AuthorizationLife => TimeSpan.FromDays(7);

    public override IReadOnlyList<ConformanceExemption> Exemptions { get; } =
    [
        new()
        {
            Fact = nameof(OutcomesSuite<>.A_partial_approval_is_never_a_plain_one),
            Reason = "Acme does not do partial approvals (section 2).",
        },
        new()
        {
            Fact = nameof(FaultMatrixSuite<>.A_fault_proves_only_what_it_proves),
            Case = nameof(ConformanceFault.TooManyRequests429AfterProcessing),
            Reason = "Acme documents that what is answered with 429 was not processed (section 6).",
        },
        new()
        {
            Fact = nameof(RedactionSuite<>.Faults_show_no_secret),
            Case = nameof(ConformanceFault.TooManyRequests429AfterProcessing),
            Reason = "Acme documents that what is answered with 429 was not processed (section 6).",
        },
    ];

    /// <summary>The writes so far, as the emulator got them.</summary>
    public IReadOnlyList<SandboxRequest> Writes => [.. Sandbox.Traffic.Requests.Where(Sandbox.MovesMoney)];

    public override bool Inject(ConformanceFault fault) =>
        fault != ConformanceFault.TooManyRequests429AfterProcessing && base.Inject(fault);

    public override SaleRequest Declining(SaleRequest request) => Declining(request, "05");

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
        return request with { PaymentMethod = PaymentMethod.Token($"tok_decline_{word}") };
    }

    public override SaleRequest Processing(SaleRequest request) =>
        request with
        {
            PaymentMethod = PaymentMethod.Token("tok_processing"),
        };

    public override SaleRequest WaitingForCustomer(SaleRequest request) =>
        request with
        {
            PaymentMethod = PaymentMethod.Token("tok_authenticate"),
        };

    public override Task ApproveWaitingAsync(TransactionReference transaction)
    {
        Sandbox.Authenticate(transaction.TransactionId);
        return Task.CompletedTask;
    }

    protected override Task<AcmeSandbox> StartSandboxAsync() =>
        AcmeSandbox.StartAsync(
            new SandboxOptions { StartTime = Start },
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [KeyOf(HarnessAccount.Main)] = AccountOf(HarnessAccount.Main),
                [KeyOf(HarnessAccount.Other)] = AccountOf(HarnessAccount.Other),
            }
        );

    protected override void Configure(IDictionary<string, string?> settings, HarnessAccount account)
    {
        settings["BaseUrl"] = Sandbox.BaseAddress.ToString();
        settings["AccountId"] = AccountOf(account);
        settings["ApiKey"] = KeyOf(account);
    }

    protected override Task<HarnessPayer> NewPayerAsync(PaymentMethodKind kind, HarnessAccount account)
    {
        var number = Interlocked.Increment(ref _tokens);
        return Task.FromResult(
            new HarnessPayer
            {
                PaymentMethod = PaymentMethod.Token(Secret($"tok_canary_{number:D8}")),
                Customer = new Customer { Id = $"cus_{number}" },
            }
        );
    }

    // A capture or cancellation is believed by the read that follows it, and that is where a wrong value counts.
    protected override Func<SandboxRequest, bool> Meets(ConformanceFault fault)
    {
        var isEcho =
            fault
            is ConformanceFault.WrongAmountEchoed
                or ConformanceFault.WrongCurrencyEchoed
                or ConformanceFault.WrongTypeEchoed;
        var isChanged = false;
        return request =>
        {
            var isChange = Sandbox.MovesMoney(request) && request.SplitPath().Length > 2;
            var meets = isChanged ? request.Method == "GET" : Sandbox.MovesMoney(request) && !(isEcho && isChange);
            isChanged |= isEcho && isChange;
            return meets;
        };
    }

    private static string AccountOf(HarnessAccount account) =>
        account == HarnessAccount.Other ? "acct_other" : "acct_main";
}
