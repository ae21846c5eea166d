using PaymentAbstractions.Sandbox;
using Xunit.Sdk;

namespace PaymentAbstractions.VirtualTerminal.Tests.Conformance;

public sealed class ExemptionTests
{
    [Fact]
    public async Task The_build_permits_these_exemptions_and_no_others()
    {
        await using var harness = new Profiles.Documented();
        var permitted = await File.ReadAllLinesAsync(
            Path.Combine(AppContext.BaseDirectory, "Conformance", "Exemptions.txt"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(harness.Exemptions.Select(exemption => exemption.ToString()), permitted);
    }

    [Fact]
    public async Task A_fact_that_does_not_apply_fails_when_it_is_not_listed()
    {
        await using var harness = new ListingHarness { List = [] };
        await harness.InitializeAsync();
        var suite = new Outcomes(harness);

        var failure = await Assert.ThrowsAnyAsync<XunitException>(suite.An_unknown_code_is_unmapped_and_kept);

        Assert.Contains(nameof(suite.An_unknown_code_is_unmapped_and_kept), failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(OutcomesSuite<>.A_decline_is_an_answer_and_moves_nothing), null, "It is not necessary")]
    [InlineData(
        nameof(OutcomesSuite<>.A_decline_carries_the_response_code_and_the_providers_own),
        "51",
        "It is not necessary"
    )]
    [InlineData(
        nameof(OutcomesSuite<>.A_decline_carries_the_response_code_and_the_providers_own),
        "5",
        "No fact of that name is run"
    )]
    [InlineData("No_such_fact", null, "No fact of that name is run")]
    [InlineData(nameof(OutcomesSuite<>.A_partial_approval_is_never_a_plain_one), null, "The gateway claims it")]
    [InlineData(nameof(HarnessSuite<>.Every_exemption_is_needed_and_allowed), null, "No fact of that name is run")]
    public async Task An_exemption_too_many_is_noticed(string fact, string? @case, string problem)
    {
        var exemption = new ConformanceExemption(fact, "Because.", @case);
        await using var harness = new ListingHarness { List = [exemption] };
        await harness.InitializeAsync();
        var suite = new Suite(harness);

        var failure = await Assert.ThrowsAnyAsync<XunitException>(suite.Every_exemption_is_needed_and_allowed);

        Assert.All(failure.Message.Split('\n'), found => Assert.Contains(problem, found, StringComparison.Ordinal));
    }

    private sealed class Suite(ListingHarness harness) : HarnessSuite<ListingHarness>(harness);

    private sealed class Outcomes(ListingHarness harness) : OutcomesSuite<ListingHarness>(harness);

    private sealed class ListingHarness() : VirtualTerminalHarness(VirtualTerminalSandboxProfile.Documented)
    {
        public required IReadOnlyList<ConformanceExemption> List { get; init; }

        public override IReadOnlyList<ConformanceExemption> Exemptions => List;

        public override IPaymentGateway Gateway => new Claiming(base.Gateway);
    }

    private sealed class Claiming(IPaymentGateway inner) : DelegatingPaymentGateway(inner)
    {
        public override GatewayCapabilities Capabilities => base.Capabilities with { PartialApproval = true };
    }
}
