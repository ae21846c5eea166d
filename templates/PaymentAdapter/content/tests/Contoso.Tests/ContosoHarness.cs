namespace Contoso.Tests;

/// <summary>The adapter as an application gets it, over the emulator. The suites run over it.</summary>
[ConformanceSuites]
public sealed class ContosoHarness : SandboxHarness<ContosoSandbox, ContosoProvider>
{
    /// <inheritdoc />
    public override IReadOnlyList<ConformanceExemption> Exemptions { get; } =
    [
        new()
        {
            Fact = nameof(OutcomesSuite<>.A_partial_approval_is_never_a_plain_one),
            Reason = "Contoso documents no partial approval.",
        },
        new()
        {
            Fact = nameof(OutcomesSuite<>.A_sale_that_the_provider_has_not_finished_is_pending),
            Reason = "Contoso answers when it is done.",
        },
        new()
        {
            Fact = nameof(OutcomesSuite<>.A_sale_that_waits_for_the_customer_is_pending_and_then_approved),
            Reason = "Contoso documents no payment that waits for its customer.",
        },
    ];

    /// <inheritdoc />
    public override SaleRequest? Declining(SaleRequest request, string code) =>
        request with
        {
            PaymentMethod = PaymentMethod.Token(Secret($"tok_decline_{code}")),
        };

    /// <inheritdoc />
    public override SaleRequest Declining(SaleRequest request) => Declining(request, "05")!;

    /// <inheritdoc />
    protected override Task<ContosoSandbox> StartSandboxAsync() =>
        ContosoSandbox.StartAsync(
            new SandboxOptions { StartTime = Start },
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [KeyOf(HarnessAccount.Main)] = MerchantOf(HarnessAccount.Main),
                [KeyOf(HarnessAccount.Other)] = MerchantOf(HarnessAccount.Other),
            }
        );

    /// <inheritdoc />
    protected override void Configure(IDictionary<string, string?> settings, HarnessAccount account)
    {
        settings["BaseUrl"] = Sandbox.BaseAddress.ToString();
        settings["Merchant"] = MerchantOf(account);
        settings["ApiKey"] = KeyOf(account);
    }

    /// <inheritdoc />
    protected override Task<HarnessPayer> NewPayerAsync(PaymentMethodKind kind, HarnessAccount account) =>
        Task.FromResult(new HarnessPayer { PaymentMethod = PaymentMethod.Token(Secret($"tok_canary_{NewId()}")) });

    private static string MerchantOf(HarnessAccount account) =>
        account == HarnessAccount.Other ? "merchant_other" : "merchant_main";
}
