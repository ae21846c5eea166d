namespace Fabrikam.Payments.Tests;

/// <summary>The adapter as an application gets it, over the emulator. The suites run over it.</summary>
[ConformanceSuites]
public sealed class ContosoHarness : SandboxHarness<ContosoSandbox, ContosoProvider>
{
    /// <inheritdoc />
    public override IReadOnlyList<ConformanceExemption> Exemptions { get; } =
    [
        new(nameof(OutcomesSuite<>.A_partial_approval_is_never_a_plain_one), "Contoso documents no partial approval."),
        new(
            nameof(OutcomesSuite<>.A_sale_that_the_provider_has_not_finished_is_pending),
            "Contoso answers when it is done."
        ),
        new(
            nameof(OutcomesSuite<>.A_refund_that_the_provider_has_not_finished_is_pending),
            "Contoso answers when it is done."
        ),
        new(
            nameof(OutcomesSuite<>.A_refund_that_fails_gives_nothing_back),
            "Contoso's test environment has no refund that fails."
        ),
        new(
            nameof(OutcomesSuite<>.A_sale_that_waits_for_the_customer_is_pending_and_then_approved),
            "Contoso documents no payment that waits for its customer."
        ),
    ];

    /// <inheritdoc />
    public override SaleRequest? Declining(SaleRequest request, string code) =>
        request with
        {
            PaymentMethod = PaymentMethod.Token(Secret($"tok_decline_{code}")),
        };

    /// <inheritdoc />
    protected override ContosoSandbox NewSandbox(SandboxOptions options) => new(options);

    /// <inheritdoc />
    protected override void Configure(IDictionary<string, string?> settings, HarnessAccount account)
    {
        settings["BaseUrl"] = Sandbox.BaseAddress.ToString();
        settings["Merchant"] = AccountOf(account);
        settings["ApiKey"] = KeyOf(account);
    }
}
