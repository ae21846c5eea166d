using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class OperationsSuite<THarness>
{
    /// <summary>A void of a sale, or of an authorization if sales cannot be voided, works once; a second one is refused.</summary>
    [Fact]
    public Task A_void_undoes_what_is_not_settled_and_only_once() =>
        HoldsAsync(
            "A void of a sale, or of an authorization if sales cannot be voided, works once; a second one is refused.",
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

    /// <summary>A void releases an authorization.</summary>
    [Fact]
    public Task A_void_releases_an_authorization() =>
        HoldsAsync(
            "A void releases an authorization.",
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

    /// <summary>A void of a sale works if it is claimed, and is refused otherwise.</summary>
    [Fact]
    public Task A_void_of_a_sale_is_claimed_and_works_or_is_refused() =>
        HoldsAsync(
            "A void of a sale works if it is claimed, and is refused otherwise.",
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

    /// <summary>By default, a void after settlement is refused.</summary>
    [Fact]
    public Task A_void_of_a_settled_sale_is_refused_unless_it_may_refund() =>
        HoldsAsync(
            "By default, a void after settlement is refused.",
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

    /// <summary>A void after settlement may become a refund if the request allows that, and reports it.</summary>
    [Fact]
    public Task A_void_of_a_settled_sale_that_may_refund_says_that_it_did() =>
        HoldsAsync(
            "A void after settlement may become a refund if the request allows that, and reports it.",
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

    /// <summary>A refund gives a settled sale back, and another one is refused.</summary>
    [Fact]
    public Task A_refund_gives_a_settled_sale_back_and_no_more() =>
        HoldsAsync(
            "A refund gives a settled sale back, and another one is refused.",
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

    /// <summary>A refund of more than the charged amount is refused.</summary>
    [Fact]
    public Task A_refund_of_more_than_was_taken_is_refused() =>
        HoldsAsync(
            "A refund of more than the charged amount is refused.",
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

    /// <summary>A sale can be refunded in parts where that is claimed.</summary>
    [Fact]
    public Task A_part_and_then_the_rest_can_be_refunded_where_claimed() =>
        HoldsAsync(
            "A sale can be refunded in parts where that is claimed.",
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

    /// <summary>A partial refund before settlement works or has no effect; some providers refuse it.</summary>
    [Fact]
    public Task A_part_of_an_unsettled_sale_is_refunded_or_nothing_happens() =>
        HoldsAsync(
            "A partial refund before settlement works or has no effect; some providers refuse it.",
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

    /// <summary>Of two concurrent operations on the same transaction with different keys, only one takes effect.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [InlineData(PaymentOperation.Capture)]
    [InlineData(PaymentOperation.Void)]
    [InlineData(PaymentOperation.Refund)]
    public Task The_whole_of_a_transaction_is_taken_or_given_back_once_however_many_try(PaymentOperation operation) =>
        HoldsAsync(
            "Of two concurrent operations on the same transaction with different keys, only one takes effect.",
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
