using System.Collections.ObjectModel;
using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>
/// A customer who enters the payment method at the provider is charged once, for the requested amount, and only through the entry made
/// there.
/// </summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract partial class HostedPaymentSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    private static readonly Uri ReturnUrl = new("https://shop.example/return");

    private static readonly IReadOnlyDictionary<string, string> Nothing = ReadOnlyDictionary<string, string>.Empty;

    private IHostedPayment Hosted =>
        Gateway.TryGet<IHostedPayment>(out var hosted)
            ? hosted
            : throw new InvalidOperationException("The gateway offers no hosted entry.");

    /// <summary>A gateway offers hosted entry if and only if its capabilities describe it.</summary>
    [Fact]
    public Task The_entry_is_there_when_the_capabilities_say_so() =>
        HoldsAsync(
            "A gateway offers hosted entry if and only if its capabilities describe it.",
            "hosted-entry",
            () =>
            {
                Assert.Equal(Capabilities.Hosted is not null, Gateway.TryGet<IHostedPayment>(out _));
                Assert.All(
                    Capabilities.Hosted?.Operations ?? [],
                    operation =>
                    {
                        Assert.True(operation is PaymentOperation.Sale or PaymentOperation.Authorize);
                        Assert.True(Capabilities.Supports(operation));
                    }
                );
            }
        );

    /// <summary>The customer's entry is charged once: a second completion and a second start return the same payment.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [InlineData(PaymentOperation.Sale)]
    [InlineData(PaymentOperation.Authorize)]
    public Task What_the_customer_enters_is_charged_once(PaymentOperation operation) =>
        HoldsAsync(
            "The customer's entry is charged once: a second completion and a second start return the same payment.",
            "hosted-entry",
            async () =>
            {
                if (await IsRefusedAsUnsupportedEntry(operation))
                {
                    return;
                }

                var request = await NewChargeAsync(operation);
                var mark = Now();
                var returned = await EnterAsync(request);

                var result = await Hosted.CompleteAsync(request, returned, Token);
                var again = await Hosted.CompleteAsync(request, returned, Token);
                var lost = await Hosted.CompleteAsync(request, Nothing, Token);
                var restarted = await Hosted.StartAsync(request, Token);

                Assert.True(result.Outcome == PaymentOutcome.Approved, $"{result}");
                AssertEvidence(result, request);
                Assert.All(
                    [again, lost, restarted],
                    answer => Assert.Equal((result.Outcome, result.Transaction), (answer.Outcome, answer.Transaction))
                );
                var moved = Assert.Single(await Since(mark));
                Assert.Equal((operation, request.Amount), (moved.Kind, moved.Amount));
            }
        );

    /// <summary>An authorization of the customer's entry can be captured like any other.</summary>
    [Fact]
    public Task An_authorization_of_the_customers_entry_can_be_captured() =>
        HoldsAsync(
            "An authorization of the customer's entry can be captured like any other.",
            "hosted-entry",
            async () =>
            {
                if (
                    await IsRefusedAsUnsupportedEntry(PaymentOperation.Authorize)
                    || await IsRefusedAsUnsupported(PaymentOperation.Capture)
                )
                {
                    return;
                }

                var request = await NewChargeAsync(PaymentOperation.Authorize);
                var returned = await EnterAsync(request);
                var held = await Hosted.CompleteAsync(request, returned, Token);
                Assert.True(held is { Outcome: PaymentOutcome.Approved, Transaction: not null }, $"{held}");

                await ApproveAsync(Capture(held.Transaction, request.Amount));
            }
        );

    /// <summary>Without the customer's entry at the provider nothing is charged, regardless of what the browser claims.</summary>
    [Fact]
    public Task What_the_browser_claims_charges_nothing() =>
        HoldsAsync(
            "Without the customer's entry at the provider nothing is charged, regardless of what the browser claims.",
            "hosted-entry",
            async () =>
            {
                if (await IsRefusedAsUnsupportedEntry(PaymentOperation.Sale))
                {
                    return;
                }

                var (request, other) = (await NewSaleAsync(), await NewSaleAsync());
                var started = await StartAsync(request);
                var returned = await EnterAsync(other);
                var mark = Now();

                foreach (var fields in (IReadOnlyDictionary<string, string>[])[Nothing, Claiming(returned)])
                {
                    var result = await TryCompleteAsync(request, fields);
                    Assert.True(result is null or { Outcome: not PaymentOutcome.Approved }, $"{result}");
                }

                var before = Now();
                Assert.Null(await TryCompleteAsync(await NewSaleAsync(), Nothing));
                AssertNothingSent(before);
                Assert.Empty(await Since(mark));
                Assert.NotNull(started.NextAction);
            }
        );

    /// <summary>An entry for one payment proves nothing about another payment.</summary>
    [Fact]
    public Task What_was_entered_for_a_smaller_payment_does_not_pay_a_larger_one() =>
        HoldsAsync(
            "An entry for one payment proves nothing about another payment.",
            "hosted-entry",
            async () =>
            {
                if (await IsRefusedAsUnsupportedEntry(PaymentOperation.Sale))
                {
                    return;
                }

                var small = await NewSaleAsync(new Money(1m, (await NewSaleAsync()).Amount.Currency));
                var large = await NewSaleAsync();
                await StartAsync(large);
                var mark = Now();
                var returned = await EnterAsync(small);

                var result = await TryCompleteAsync(large, returned);

                // A token may represent the card alone; then the larger payment is made as requested.
                var moved = await Since(mark);
                Assert.True(
                    result?.Outcome != PaymentOutcome.Approved
                        || moved.Any(movement =>
                            movement.TransactionId == result.Transaction?.TransactionId
                            && movement.Amount == large.Amount
                        ),
                    $"{large.Amount} was requested, {string.Join(", ", moved)} moved: {result}"
                );
                Assert.True(moved.Count <= 1);
            }
        );

    /// <summary>A payment can be completed by another process than the one that started it.</summary>
    [Fact]
    public Task A_payment_is_completed_after_a_restart() =>
        HoldsAsync(
            "A payment can be completed by another process than the one that started it.",
            "hosted-entry",
            async () =>
            {
                if (await IsRefusedAsUnsupportedEntry(PaymentOperation.Sale))
                {
                    return;
                }

                var request = await NewSaleAsync();
                var mark = Now();
                var returned = await EnterAsync(request);
                await Harness.RestartAsync();

                var result = await Hosted.CompleteAsync(request, returned, Token);

                Assert.True(result.Outcome == PaymentOutcome.Approved, $"{result}");
                Assert.Single(await Since(mark));
            }
        );

    /// <summary>A browser that returns in two windows at once pays once.</summary>
    [Fact]
    public Task Completions_at_once_charge_once() =>
        HoldsAsync(
            "A browser that returns in two windows at once pays once.",
            "hosted-entry",
            async () =>
            {
                if (await IsRefusedAsUnsupportedEntry(PaymentOperation.Sale))
                {
                    return;
                }

                var request = await NewSaleAsync();
                var mark = Now();
                var returned = await EnterAsync(request);

                var results = await Task.WhenAll(
                    Enumerable.Range(0, 5).Select(_ => Hosted.CompleteAsync(request, returned, Token))
                );

                Assert.All(results, result => Assert.True(result.Outcome == PaymentOutcome.Approved, $"{result}"));
                Assert.Single(await Since(mark));
            }
        );

    /// <summary>
    /// A completion under a fault proves only what was observed, and a repeat charges nothing twice: the customer's entry is sent again
    /// only if nothing had been sent.
    /// </summary>
    /// <param name="fault">The fault.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.CompletionFaults), MemberType = typeof(ConformanceCases))]
    public Task A_completion_under_a_fault_charges_at_most_once(ConformanceFault fault) =>
        HoldsAsync(
            "A completion under a fault proves only what was observed, and a repeat charges nothing twice.",
            "hosted-entry",
            async () =>
            {
                if (await IsRefusedAsUnsupportedEntry(PaymentOperation.Sale))
                {
                    return;
                }

                var request = await NewSaleAsync();
                var mark = Now();
                var returned = await EnterAsync(request);
                if (!Harness.Inject(fault))
                {
                    throw NotApplicable(fault);
                }

                var result = await Hosted.CompleteAsync(request, returned, Token);
                Harness.ClearFaults();
                await Harness.WhenIdleAsync(Token);
                var moved = await Since(mark);
                var again = await TryCompleteAsync(request, returned);

                var all = await Since(mark);
                var story = $"{fault}: {result}, {moved.Count} moved; again {again}, {all.Count} moved";
                Assert.True(all.Count <= 1 && moved.Count <= all.Count, story);
                Assert.True(
                    result.Outcome is PaymentOutcome.Unknown or PaymentOutcome.Approved or PaymentOutcome.Pending
                        || moved.Count == 0,
                    story
                );
                Assert.True(
                    result.Outcome != PaymentOutcome.Approved
                        || moved.Any(movement => movement.TransactionId == result.Transaction?.TransactionId),
                    story
                );
                Assert.True(all.Count == 0 || again is null or { MoneyMayHaveMoved: true }, story);
            }
        );
}
