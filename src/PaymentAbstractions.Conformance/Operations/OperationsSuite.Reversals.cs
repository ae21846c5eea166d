using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class OperationsSuite<THarness>
{
    /// <summary>A void of a sale, or of an authorization where sales cannot be voided, and a second one.</summary>
    [Fact]
    public Task A_void_undoes_what_is_not_settled_and_only_once() =>
        HoldsAsync(
            "A void of a sale, or of an authorization where sales cannot be voided, and a second one.",
            "operations",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Void))
                {
                    return;
                }

                var request = Assert.IsType<VoidRequest>(await PrepareAsync(PaymentOperation.Void));
                var mark = Now();

                if (await ApproveAsync(request) is { } result)
                {
                    Assert.Equal(PaymentOperation.Void, Assert.Single(await Since(mark)).Kind);
                    Assert.Contains(result.PerformedAs, new PaymentOperation?[] { null, PaymentOperation.Void });
                    var state = await FindAsync(request.Transaction);
                    Assert.NotNull(state.VoidedAmount);
                    await AssertRefused(Void(request.Transaction));
                }
            }
        );

    /// <summary>A void of an authorization.</summary>
    [Fact]
    public Task A_void_releases_an_authorization() =>
        HoldsAsync(
            "A void of an authorization.",
            "operations",
            async () =>
            {
                if (
                    await IsRefusedAsUnsupported(PaymentOperation.Void)
                    || await IsRefusedAsUnsupported(PaymentOperation.Authorize)
                )
                {
                    return;
                }

                var held = await TransactionOfAsync(await Harness.NewAuthorizationAsync());
                var mark = Now();

                if (!Capabilities.Voidable.Contains(PaymentOperation.Authorize))
                {
                    await AssertRefused(Void(held));
                    return;
                }

                if (await ApproveAsync(Void(held)) is not null)
                {
                    Assert.Equal(PaymentOperation.Void, Assert.Single(await Since(mark)).Kind);
                }
            }
        );

    /// <summary>A void of a sale is carried out where it is claimed, and refused where it is not.</summary>
    [Fact]
    public Task A_void_of_a_sale_is_claimed_and_works_or_is_refused() =>
        HoldsAsync(
            "A void of a sale is carried out where it is claimed, and refused where it is not.",
            "operations",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Void))
                {
                    return;
                }

                var voiding = Void(await TransactionOfAsync(await Harness.NewSaleAsync()));
                if (Capabilities.Voidable.Contains(PaymentOperation.Sale))
                {
                    await ApproveAsync(voiding);
                }
                else
                {
                    await AssertRefused(voiding);
                }
            }
        );

    /// <summary>A void that comes after settlement, by default.</summary>
    [Fact]
    public Task A_void_of_a_settled_sale_is_refused_unless_it_may_refund() =>
        HoldsAsync(
            "A void that comes after settlement, by default.",
            "operations",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Void))
                {
                    return;
                }

                var request = Void(await TransactionOfAsync(await Harness.NewSaleAsync()));
                await Harness.SettleAsync();

                await AssertRefused(request);
            }
        );

    /// <summary>A void that comes after settlement and may become a refund.</summary>
    [Fact]
    public Task A_void_of_a_settled_sale_that_may_refund_says_that_it_did() =>
        HoldsAsync(
            "A void that comes after settlement and may become a refund.",
            "operations",
            async () =>
            {
                if (
                    await IsRefusedAsUnsupported(PaymentOperation.Void)
                    || await IsRefusedAsUnsupported(PaymentOperation.Refund)
                )
                {
                    return;
                }

                var request = Void(await TransactionOfAsync(await Harness.NewSaleAsync()));
                await Harness.SettleAsync();
                var mark = Now();

                var orRefund = request with { IfSettled = IfSettled.Refund, RefundedElsewhere = Harness.AmountOf(0) };
                if (!Capabilities.Voidable.Contains(PaymentOperation.Sale))
                {
                    await AssertRefused(orRefund);
                    return;
                }

                if (await ApproveAsync(orRefund) is { } result)
                {
                    Assert.Contains(
                        result.PerformedAs,
                        new PaymentOperation?[] { PaymentOperation.Refund, PaymentOperation.Credit }
                    );
                    Assert.Equal(result.PerformedAs, Assert.Single(await Since(mark)).Kind);
                }
            }
        );

    /// <summary>A refund of a settled sale, and one more.</summary>
    [Fact]
    public Task A_refund_gives_a_settled_sale_back_and_no_more() =>
        HoldsAsync(
            "A refund of a settled sale, and one more.",
            "operations",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Refund))
                {
                    return;
                }

                var request = Assert.IsType<RefundRequest>(await PrepareAsync(PaymentOperation.Refund));
                var mark = Now();

                if (await ApproveAsync(request) is { } result)
                {
                    var kind = result.PerformedAs ?? PaymentOperation.Refund;
                    Assert.Contains(kind, new[] { PaymentOperation.Refund, PaymentOperation.Credit });
                    AssertMoved(Assert.Single(await Since(mark)), kind, request.Amount, result);
                    Assert.Equal(PaymentOutcome.Approved, (await FindAsync(result.Transaction!)).Outcome);
                    await AssertRefused(Refund(request.Transaction, Harness.AmountOf(1)));
                }
            }
        );

    /// <summary>A refund of more than was taken.</summary>
    [Fact]
    public Task A_refund_of_more_than_was_taken_is_refused() =>
        HoldsAsync(
            "A refund of more than was taken.",
            "operations",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Refund))
                {
                    return;
                }

                var request = Assert.IsType<RefundRequest>(await PrepareAsync(PaymentOperation.Refund));

                await AssertRefused(request with { Amount = request.Amount + Harness.AmountOf(1) });
            }
        );

    /// <summary>A refund in parts.</summary>
    [Fact]
    public Task A_part_and_then_the_rest_can_be_refunded_where_claimed() =>
        HoldsAsync(
            "A refund in parts.",
            "operations",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Refund))
                {
                    return;
                }

                var whole = Assert.IsType<RefundRequest>(await PrepareAsync(PaymentOperation.Refund));
                var part = Harness.AmountOf(1.15m);
                if (!Capabilities.PartialRefund)
                {
                    await AssertRefused(Refund(whole.Transaction, part));
                    return;
                }

                var rest = whole.Amount - part;
                var mark = Now();

                var first = await ApproveAsync(Refund(whole.Transaction, part));
                var tooMuch = Refund(whole.Transaction, whole.Amount);
                await AssertRefused(tooMuch);
                var second = await ApproveAsync(Refund(whole.Transaction, rest));

                if (first is not null && second is not null)
                {
                    Assert.Equal([part, rest], (await Since(mark)).Select(movement => movement.Amount));
                    Assert.NotEqual(first.Transaction, second.Transaction);
                }
            }
        );

    /// <summary>A part that is given back before settlement; some providers refuse that.</summary>
    [Fact]
    public Task A_part_of_an_unsettled_sale_is_refunded_or_nothing_happens() =>
        HoldsAsync(
            "A part that is given back before settlement; some providers refuse that.",
            "operations",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Refund))
                {
                    return;
                }

                var paid = await TransactionOfAsync(await Harness.NewSaleAsync());
                var part = Harness.AmountOf(1);
                var mark = Now();

                var result = await SendAsync(Refund(paid, part));

                var moved = await Since(mark);
                if (result.Outcome == PaymentOutcome.Approved)
                {
                    AssertMoved(Assert.Single(moved), result.PerformedAs ?? PaymentOperation.Refund, part, result);
                }
                else
                {
                    Assert.Empty(moved);
                    Assert.True(IsCareful(result, 0), $"Not refused: {result}");
                }
            }
        );

    /// <summary>Two at the same transaction at once, each with a key of its own.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [InlineData(PaymentOperation.Capture)]
    [InlineData(PaymentOperation.Void)]
    [InlineData(PaymentOperation.Refund)]
    public Task The_whole_of_a_transaction_is_taken_or_given_back_once_however_many_try(PaymentOperation operation) =>
        HoldsAsync(
            "Two at the same transaction at once, each with a key of its own.",
            "operations",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                var request = await PrepareAsync(operation);
                var mark = Now();
                var others = Enumerable
                    .Range(0, 4)
                    .Select(_ => request with { IdempotencyKey = ConformanceHarness.NewKey() })
                    .ToList();

                var results = await Task.WhenAll(others.Select(other => Task.Run(() => SendAsync(other), Token)));

                var moved = await Since(mark);
                var approved = results.Count(result => result.Outcome == PaymentOutcome.Approved);
                Assert.InRange(moved.Count, Harness.CanProve(operation) ? 1 : 0, 1);
                Assert.InRange(approved, Harness.CanProve(operation) ? 1 : 0, moved.Count);
                Assert.DoesNotContain(results, result => result.Outcome == PaymentOutcome.Declined);
            }
        );
}
