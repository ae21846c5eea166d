using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>Claimed capabilities work, and all other requests are refused before anything is sent.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract partial class CapabilitiesSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    /// <summary>An operation works if it is claimed, and is refused otherwise.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.AllOperations), MemberType = typeof(ConformanceCases))]
    public Task An_operation_is_claimed_and_works_or_is_refused(PaymentOperation operation) =>
        HoldsAsync(
            "An operation works if it is claimed, and is refused otherwise.",
            "capabilities",
            async () =>
            {
                if (!await IsRefusedAsUnsupported(operation))
                {
                    await ApproveAsync(await PrepareAsync(operation));
                }
            }
        );

    /// <summary>The claimed capabilities are consistent with each other.</summary>
    [Fact]
    public Task The_claims_agree_with_each_other() =>
        HoldsAsync(
            "The claimed capabilities are consistent with each other.",
            "capabilities",
            () =>
            {
                Assert.False(string.IsNullOrWhiteSpace(Capabilities.Provider));
                Assert.NotEmpty(Capabilities.Operations);
                Assert.NotEmpty(Capabilities.PaymentMethods);
                Assert.DoesNotContain(PaymentOperation.Unknown, Capabilities.Operations);
                Assert.DoesNotContain(PaymentMethodKind.None, Capabilities.PaymentMethods);
                Assert.All(
                    Capabilities.HonorsIdempotencyKey,
                    operation => Assert.True(Capabilities.Supports(operation))
                );
                Assert.Equal(
                    Capabilities.HonorsIdempotencyKey.Count > 0,
                    Capabilities.IdempotencyWindow > TimeSpan.Zero
                );
                Assert.Equal(Capabilities.Supports(PaymentOperation.Setup), Gateway.TryGet<IPaymentMethodSetup>(out _));
                Assert.True(!Capabilities.MultiCapture || Capabilities.PartialCapture);
                Assert.True(!Capabilities.PartialCapture || Capabilities.Supports(PaymentOperation.Capture));
                Assert.True(!Capabilities.PartialRefund || Capabilities.Supports(PaymentOperation.Refund));
                Assert.All(Capabilities.Currencies, currency => Assert.True(currency.IsChargeable));
                Assert.True(Capabilities.MaxAmount is null or > 0);
            }
        );

    /// <summary>The largest amount is carried out or refused, and can be read back either way; a larger one is never sent.</summary>
    [Fact]
    public Task The_largest_amount_ends_proven_and_a_larger_one_is_refused() =>
        HoldsAsync(
            "The largest amount is carried out or refused, and can be read back either way; a larger one is never sent.",
            "capabilities",
            async () =>
            {
                var largest = Capabilities.MaxAmount ?? 1_000_000;
                var result = await SendAsync(await Harness.NewSaleAsync(Harness.AmountOf(largest)));
                Assert.NotEqual(PaymentOutcome.Unknown, result.Outcome);
                if (Capabilities.MaxAmount is not null)
                {
                    var more = await Harness.NewSaleAsync() with { Amount = Harness.AmountOf(largest + 1) };
                    await AssertRefusedBeforeSending(more, nameof(more.Amount));
                }
            }
        );

    /// <summary>An authorization of zero verifies a payment method, or is refused.</summary>
    [Fact]
    public Task An_authorization_of_zero_is_claimed_and_works_or_is_refused() =>
        HoldsAsync(
            "An authorization of zero verifies a payment method, or is refused.",
            "capabilities",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Authorize))
                {
                    return;
                }

                var request = await Harness.NewAuthorizationAsync(Harness.AmountOf(0));
                if (Capabilities.ZeroAmountVerification)
                {
                    await ApproveAsync(request);
                    return;
                }

                await AssertRefusedBeforeSending(request, nameof(request.Amount));
            }
        );

    /// <summary>A partial capture works if it is claimed, and is refused otherwise.</summary>
    [Fact]
    public Task A_partial_capture_is_claimed_and_works_or_is_refused() =>
        HoldsAsync(
            "A partial capture works if it is claimed, and is refused otherwise.",
            "capabilities",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Capture))
                {
                    return;
                }

                var whole = Assert.IsType<CaptureRequest>(await PrepareAsync(PaymentOperation.Capture));
                var part = whole with { Amount = Harness.AmountOf(1) };
                if (Capabilities.PartialCapture)
                {
                    await ApproveAsync(part);
                }
                else
                {
                    await AssertRefused(part);
                }
            }
        );

    /// <summary>An authorization can be captured more than once if and only if that is claimed.</summary>
    [Fact]
    public Task A_second_capture_works_exactly_where_it_is_claimed() =>
        HoldsAsync(
            "An authorization can be captured more than once if and only if that is claimed.",
            "capabilities",
            async () =>
            {
                if (
                    await IsRefusedAsUnsupported(PaymentOperation.Authorize)
                    || await IsRefusedAsUnsupported(PaymentOperation.Capture)
                )
                {
                    return;
                }

                var request = await Harness.NewAuthorizationAsync();
                var authorization = await TransactionOfAsync(request);
                var part = Capabilities.PartialCapture ? Harness.AmountOf(5) : request.Amount;
                await ApproveAsync(Capture(authorization, part));

                if (Capabilities.MultiCapture)
                {
                    await ApproveAsync(Capture(authorization, part));
                }
                else
                {
                    await AssertRefused(Capture(authorization, part));
                }
            }
        );

    /// <summary>A partial refund works if it is claimed, and is refused otherwise.</summary>
    [Fact]
    public Task A_partial_refund_is_claimed_and_works_or_is_refused() =>
        HoldsAsync(
            "A partial refund works if it is claimed, and is refused otherwise.",
            "capabilities",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Refund))
                {
                    return;
                }

                var whole = Assert.IsType<RefundRequest>(await PrepareAsync(PaymentOperation.Refund));
                var part = whole with { Amount = Harness.AmountOf(1) };
                if (Capabilities.PartialRefund)
                {
                    await ApproveAsync(part);
                }
                else
                {
                    await AssertRefused(part);
                }
            }
        );

    /// <summary>A partial approval can be provoked if it is claimed; allowing one never causes harm.</summary>
    [Fact]
    public Task A_partial_approval_happens_where_it_is_claimed() =>
        HoldsAsync(
            "A partial approval can be provoked if it is claimed; allowing one never causes harm.",
            "capabilities",
            async () =>
            {
                var sale = await Harness.NewSaleAsync(Harness.AmountOf(20)) with { AllowPartialApproval = true };
                if (!Capabilities.PartialApproval)
                {
                    await ApproveAsync(sale);
                    return;
                }

                var request = Harness.ApprovingPartially(sale, Harness.AmountOf(5));

                Assert.NotNull(request);
                Assert.Equal(PaymentOutcome.PartiallyApproved, (await SendAsync(request)).Outcome);
            }
        );

    private async Task AssertRefusedBeforeSending(PaymentRequest request, string field)
    {
        var mark = Now();

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() => SendAsync(request));

        Assert.Contains(refusal.Problems, problem => problem.Field == field);
        AssertNothingSent(mark);
    }
}
