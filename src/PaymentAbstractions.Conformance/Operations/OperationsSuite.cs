using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>Every operation that the gateway supports works end to end; all others are refused before anything is sent.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract partial class OperationsSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    /// <summary>A sale charges the whole amount once.</summary>
    [Fact]
    public Task A_sale_takes_the_whole_amount_once() =>
        HoldsAsync(
            "A sale charges the whole amount once.",
            "operations",
            async () =>
            {
                var mark = Now();
                var request = await Harness.NewSaleAsync();

                if (await ApproveAsync(request) is { } result)
                {
                    AssertMoved(Assert.Single(await Since(mark)), PaymentOperation.Sale, request.Amount, result);
                    var state = await FindAsync(result.Transaction!);
                    Assert.Equal(PaymentOutcome.Approved, state.Outcome);
                    Assert.Equal(PaymentOperation.Sale, state.Type);
                    Assert.Equal(request.Amount, state.CapturedAmount);
                }
            }
        );

    /// <summary>An authorization holds the amount and charges nothing.</summary>
    [Fact]
    public Task An_authorization_holds_the_amount_and_takes_nothing() =>
        HoldsAsync(
            "An authorization holds the amount and charges nothing.",
            "operations",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Authorize))
                {
                    return;
                }

                var mark = Now();
                var request = await Harness.NewAuthorizationAsync();

                if (await ApproveAsync(request) is { } result)
                {
                    AssertMoved(Assert.Single(await Since(mark)), PaymentOperation.Authorize, request.Amount, result);
                    var state = await FindAsync(result.Transaction!);
                    Assert.Equal(PaymentOutcome.Approved, state.Outcome);
                    Assert.Equal(PaymentOperation.Authorize, state.Type);
                    Assert.Equal(request.Amount, state.AuthorizedAmount);
                    Assert.Null(state.CapturedAmount);
                }
            }
        );

    /// <summary>A capture charges the held amount, and a second one is refused.</summary>
    [Fact]
    public Task A_capture_takes_what_is_held_and_only_once() =>
        HoldsAsync(
            "A capture charges the held amount, and a second one is refused.",
            "operations",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Capture))
                {
                    return;
                }

                var request = Assert.IsType<CaptureRequest>(await PrepareAsync(PaymentOperation.Capture));
                var mark = Now();

                if (await ApproveAsync(request) is { } result)
                {
                    AssertMoved(Assert.Single(await Since(mark)), PaymentOperation.Capture, request.Amount, result);
                    Assert.Equal(PaymentOutcome.Approved, (await FindAsync(result.Transaction!)).Outcome);
                    await AssertRefused(Capture(request.Authorization, request.Amount));
                }
            }
        );

    /// <summary>A capture of more than the held amount is refused.</summary>
    [Fact]
    public Task A_capture_of_more_than_is_held_is_refused() =>
        HoldsAsync(
            "A capture of more than the held amount is refused.",
            "operations",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Capture))
                {
                    return;
                }

                var request = Assert.IsType<CaptureRequest>(await PrepareAsync(PaymentOperation.Capture));

                await AssertRefused(request with { Amount = request.Amount + Harness.AmountOf(1) });
            }
        );

    /// <summary>A capture of a lapsed authorization is refused.</summary>
    [Fact]
    public Task A_capture_of_a_lapsed_authorization_is_refused() =>
        HoldsAsync(
            "A capture of a lapsed authorization is refused.",
            "operations",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Capture))
                {
                    return;
                }

                var authorization = await Harness.NewAuthorizationAsync();
                var held = await SendAsync(authorization);
                var life =
                    Harness.AuthorizationLife
                    ?? throw NotApplicable(isClaimed: held.AuthorizationExpiresAt is not null);
                Harness.Advance(life);

                await AssertRefused(Capture(held.Transaction!, authorization.Amount));
            }
        );

    /// <summary>A capture after a void is refused.</summary>
    [Fact]
    public Task A_capture_after_a_void_is_refused() =>
        HoldsAsync(
            "A capture after a void is refused.",
            "operations",
            async () =>
            {
                if (
                    await IsRefusedAsUnsupported(PaymentOperation.Capture)
                    || await IsRefusedAsUnsupported(PaymentOperation.Void)
                )
                {
                    return;
                }

                var request = Assert.IsType<CaptureRequest>(await PrepareAsync(PaymentOperation.Capture));

                if (await ApproveAsync(Void(request.Authorization)) is not null)
                {
                    await AssertRefused(request);
                }
            }
        );

    /// <summary>A credit pays out once.</summary>
    [Fact]
    public Task A_credit_pays_out_once() =>
        HoldsAsync(
            "A credit pays out once.",
            "operations",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Credit))
                {
                    return;
                }

                var request = await Harness.NewCreditAsync();
                var mark = Now();

                if (await ApproveAsync(request) is { } result)
                {
                    AssertMoved(Assert.Single(await Since(mark)), PaymentOperation.Credit, request.Amount, result);
                    Assert.Equal(PaymentOutcome.Approved, (await FindAsync(result.Transaction!)).Outcome);
                }
            }
        );

    /// <summary>A set-up moves no money.</summary>
    [Fact]
    public Task A_set_up_moves_nothing() =>
        HoldsAsync(
            "A set-up moves no money.",
            "operations",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Setup))
                {
                    return;
                }

                var request = await Harness.NewSetupAsync();
                var mark = Now();

                if (await ApproveAsync(request) is { } result)
                {
                    Assert.Empty(await Since(mark));
                    Assert.Equal(PaymentOperation.Setup, (await FindAsync(result.Transaction!)).Type);
                }
            }
        );

    private static void AssertMoved(
        ProviderMovement movement,
        PaymentOperation kind,
        Money amount,
        PaymentResult result
    )
    {
        Assert.Equal(kind, movement.Kind);
        Assert.Equal(amount, movement.Amount);
        Assert.Equal(result.Transaction!.TransactionId, movement.TransactionId);
    }
}
