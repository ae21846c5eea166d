namespace Fabrikam.Payments.Tests;

/// <summary>Runs the suites over the adapter, configured as in an application, and the emulator.</summary>
[ConformanceSuites]
public sealed class ContosoHarness : SandboxHarness<ContosoSandbox, ContosoProvider>
{
    /// <inheritdoc />
    public override IReadOnlyList<ConformanceExemption> Exemptions { get; } =
    [
        new(
            nameof(OutcomesSuite<>.A_partial_approval_is_never_a_plain_one),
            "Contoso does not document partial approvals."
        ),
        new(
            nameof(OutcomesSuite<>.A_sale_that_the_provider_has_not_finished_is_pending),
            "Contoso answers only when it has finished."
        ),
        new(
            nameof(OutcomesSuite<>.A_refund_that_the_provider_has_not_finished_is_pending),
            "Contoso answers only when it has finished."
        ),
        new(
            nameof(OutcomesSuite<>.A_refund_that_fails_gives_nothing_back),
            "Contoso's test environment cannot make a refund fail."
        ),
        new(
            nameof(OutcomesSuite<>.A_sale_that_waits_for_the_customer_is_pending_and_then_approved),
            "Contoso does not document payments that wait for the customer."
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
