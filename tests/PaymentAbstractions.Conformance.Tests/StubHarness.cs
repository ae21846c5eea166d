using PaymentAbstractions.Rebilly;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Conformance.Tests;

/// <summary>A harness that starts nothing: the base class of harnesses that the tests compile.</summary>
public abstract class StubHarness : SandboxHarness<RebillySandbox, RebillyProvider>
{
    public override SaleRequest Declining(SaleRequest request) => request;

    protected override RebillySandbox NewSandbox(SandboxOptions options) => throw new NotSupportedException();

    protected override void Configure(IDictionary<string, string?> settings, HarnessAccount account) { }

    protected override Task<HarnessPayer> NewPayerAsync(PaymentMethodKind kind, HarnessAccount account) =>
        throw new NotSupportedException();
}
