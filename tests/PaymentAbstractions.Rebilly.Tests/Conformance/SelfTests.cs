using System.Collections.Concurrent;
using PaymentAbstractions.Sandbox;
using Xunit.Sdk;

namespace PaymentAbstractions.Rebilly.Tests.Conformance;

/// <summary>The suites detect a defective adapter.</summary>
public sealed class SelfTests
{
    [Theory]
    [InlineData(ConformanceFault.ResetAfterProcessing, PaymentOutcome.Approved)]
    [InlineData(ConformanceFault.ResetAfterProcessing, PaymentOutcome.PartiallyApproved)]
    [InlineData(ConformanceFault.ResetAfterProcessing, PaymentOutcome.Declined)]
    [InlineData(ConformanceFault.ResetAfterProcessing, PaymentOutcome.Rejected)]
    [InlineData(ConformanceFault.ResetAfterProcessing, PaymentOutcome.NotSent)]
    [InlineData(ConformanceFault.ResetBeforeProcessing, PaymentOutcome.NotSent)]
    [InlineData(ConformanceFault.Unauthorized401, PaymentOutcome.Declined)]
    [InlineData(ConformanceFault.ConnectionRefused, PaymentOutcome.Unknown)]
    public async Task The_fault_matrix_notices_a_wrong_outcome(ConformanceFault fault, PaymentOutcome outcome)
    {
        await using var harness = new LyingHarness { Says = outcome };
        await harness.InitializeAsync();
        var suite = new Faults(harness);

        await AssertNoticed(() => suite.A_fault_proves_only_what_it_proves(PaymentOperation.Sale, fault));
    }

    [Theory]
    [InlineData(FindStatus.ProvenAbsent)]
    [InlineData(FindStatus.NotSeen)]
    public async Task The_fault_matrix_notices_a_wrong_lookup(FindStatus status)
    {
        await using var harness = new LyingHarness { Finds = new FindResult { Status = status } };
        await harness.InitializeAsync();
        var suite = new Faults(harness);

        await AssertNoticed(() =>
            suite.A_fault_proves_only_what_it_proves(PaymentOperation.Sale, ConformanceFault.ResetAfterProcessing)
        );
    }

    [Theory]
    [InlineData(PaymentOutcome.Declined)]
    [InlineData(PaymentOutcome.Rejected)]
    [InlineData(PaymentOutcome.NotSent)]
    public async Task The_fault_matrix_notices_a_repeat_that_denies_the_payment(PaymentOutcome outcome)
    {
        await using var harness = new LyingHarness { SaysOfRepeats = outcome };
        await harness.InitializeAsync();
        var suite = new Faults(harness);

        await AssertNoticed(() =>
            suite.A_fault_proves_only_what_it_proves(PaymentOperation.Sale, ConformanceFault.ResetAfterProcessing)
        );
    }

    [Fact]
    public async Task A_harness_that_doubts_what_is_proven_is_noticed()
    {
        await using var harness = new LyingHarness
        {
            Doubts = PaymentOperation.Void,
            DoubtsFinding = PaymentOperation.Sale,
        };
        await harness.InitializeAsync();
        var suite = new Capabilities(harness);

        await AssertNoticed(() => suite.An_operation_is_claimed_and_works_or_is_refused(PaymentOperation.Void));
    }

    [Fact]
    public async Task The_redaction_suite_notices_a_secret_in_the_journal()
    {
        await using var harness = new LyingHarness();
        await harness.InitializeAsync();
        var suite = new Redaction(harness);
        await suite.InitializeAsync();
        await File.WriteAllTextAsync(
            Path.Combine(harness.JournalFolder, "notes"),
            harness.Secrets[0],
            TestContext.Current.CancellationToken
        );

        await AssertNoticed(suite.The_journal_holds_no_secret);
    }

    [Fact]
    public async Task The_redaction_suite_notices_a_logged_secret()
    {
        await using var harness = new LyingHarness();
        await harness.InitializeAsync();
        var suite = new Redaction(harness);
        await suite.InitializeAsync();
        harness.Leak(harness.Secrets[0]);

        await AssertNoticed(suite.Answers_show_no_secret);
    }

    [Fact]
    public async Task The_keys_suite_notices_a_second_charge()
    {
        await using var harness = new LyingHarness { RenewsKeys = true };
        await harness.InitializeAsync();
        var suite = new Keys(harness);

        await AssertNoticed(() => suite.A_repeat_of_a_key_moves_money_once(PaymentOperation.Sale));
        await AssertNoticed(() => suite.A_repeat_after_a_restart_moves_money_once(PaymentOperation.Sale));
        await AssertNoticed(() => suite.A_repeat_after_a_lost_answer_moves_money_once(PaymentOperation.Sale, true));
        await AssertNoticed(() => suite.One_key_sent_several_times_at_once_moves_money_once(PaymentOperation.Sale));
        await AssertNoticed(suite.A_second_key_of_a_paid_order_is_answered_unless_it_pays_additionally);
        await AssertNoticed(() => suite.A_second_key_of_an_order_in_doubt_is_not_sent(PaymentOperation.Sale, false));
        await AssertNoticed(suite.A_key_used_for_another_amount_is_refused);
    }

    [Theory]
    [InlineData(PaymentOutcome.Declined)]
    [InlineData(PaymentOutcome.Rejected)]
    [InlineData(PaymentOutcome.NotSent)]
    public async Task The_keys_suite_notices_a_repeat_that_denies_the_payment(PaymentOutcome outcome)
    {
        await using var harness = new LyingHarness { SaysOfRepeats = outcome };
        await harness.InitializeAsync();
        var suite = new Keys(harness);

        await AssertNoticed(() => suite.A_repeat_of_a_key_moves_money_once(PaymentOperation.Sale));
        await AssertNoticed(() =>
            suite.A_repeat_after_a_lost_answer_moves_money_once(PaymentOperation.Sale, restarts: false)
        );
    }

    private static async Task AssertNoticed(Func<Task> fact) => await Assert.ThrowsAnyAsync<XunitException>(fact);

    private sealed class Capabilities(LyingHarness harness) : CapabilitiesSuite<LyingHarness>(harness);

    private sealed class Faults(LyingHarness harness) : FaultMatrixSuite<LyingHarness>(harness);

    private sealed class Redaction(LyingHarness harness) : RedactionSuite<LyingHarness>(harness);

    private sealed class Keys(LyingHarness harness) : KeysSuite<LyingHarness>(harness);

    private sealed class LyingHarness() : RebillyHarness(RebillySandboxProfile.Documented)
    {
        public PaymentOutcome? Says { get; init; }

        public PaymentOutcome? SaysOfRepeats { get; init; }

        public ConcurrentDictionary<IdempotencyKey, bool> Sent { get; } = [];

        public FindResult? Finds { get; init; }

        public bool RenewsKeys { get; init; }

        public PaymentOperation? Doubts { get; init; }

        public PaymentOperation? DoubtsFinding { get; init; }

        public override bool CanFind(PaymentOperation operation) =>
            operation != DoubtsFinding && base.CanFind(operation);

        public override bool CanProve(PaymentOperation operation) => operation != Doubts && base.CanProve(operation);

        public override IPaymentGateway Gateway => new Liar(base.Gateway, this);

        public void Leak(string line) => Log(line);
    }

    private sealed class Liar(IPaymentGateway inner, LyingHarness harness) : DelegatingPaymentGateway(inner)
    {
        public override async Task<PaymentResult> SaleAsync(
            SaleRequest request,
            CancellationToken cancellationToken = default
        )
        {
            var sent = harness.RenewsKeys
                ? request with
                {
                    IdempotencyKey = ConformanceHarness.NewKey(),
                    AdditionalPayment = true,
                }
                : request;
            var result = await base.SaleAsync(sent, cancellationToken);
            var says = harness.Sent.TryAdd(request.IdempotencyKey, true)
                ? harness.Says
                : harness.SaysOfRepeats ?? harness.Says;
            return result with { Outcome = says ?? result.Outcome, IdempotencyKey = request.IdempotencyKey };
        }

        public override async Task<FindResult> FindAsync(
            FindRequest request,
            CancellationToken cancellationToken = default
        ) => harness.Finds ?? await base.FindAsync(request, cancellationToken);
    }
}
