using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>A request that cannot be right is refused with all its problems before anything is sent.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract class ValidationSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    /// <summary>No key, no payment.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.MoneyOperations), MemberType = typeof(ConformanceCases))]
    public Task A_request_without_a_key_is_refused(PaymentOperation operation) =>
        HoldsAsync(
            "No key, no payment.",
            "fields",
            async () =>
                await AssertProblems(
                    await AnyRequestAsync(operation) with
                    {
                        IdempotencyKey = default,
                    },
                    nameof(PaymentRequest.IdempotencyKey)
                )
        );

    /// <summary>No order, no charge.</summary>
    [Fact]
    public Task A_sale_without_an_order_is_refused() =>
        HoldsAsync(
            "No order, no charge.",
            "fields",
            async () =>
                await AssertProblems(
                    await Harness.NewSaleAsync() with
                    {
                        OrderReference = default,
                    },
                    nameof(ChargeRequest.OrderReference)
                )
        );

    /// <summary>A sale of nothing.</summary>
    [Fact]
    public Task A_sale_of_zero_is_refused() =>
        HoldsAsync("A sale of nothing.", "fields", async () => await AssertAmountProblem(Harness.AmountOf(0)));

    /// <summary>A sale of less than nothing.</summary>
    [Fact]
    public Task A_negative_sale_is_refused() =>
        HoldsAsync(
            "A sale of less than nothing.",
            "fields",
            async () => await AssertAmountProblem(Harness.AmountOf(-1))
        );

    /// <summary>A sale without an amount.</summary>
    [Fact]
    public Task A_sale_without_an_amount_is_refused() =>
        HoldsAsync("A sale without an amount.", "fields", async () => await AssertAmountProblem(default));

    /// <summary>A code that is no currency to pay in.</summary>
    [Fact]
    public Task A_currency_that_cannot_be_charged_is_refused() =>
        HoldsAsync(
            "A code that is no currency to pay in.",
            "fields",
            async () =>
                await AssertAmountProblem(
                    new Money(
                        1,
                        Currency.All.First(one => one is { IsChargeable: false, Exponent: >= 0, ReplacedBy: null })
                    )
                )
        );

    /// <summary>A capture of less than nothing.</summary>
    [Fact]
    public Task A_negative_capture_is_refused() =>
        HoldsAsync(
            "A capture of less than nothing.",
            "fields",
            async () =>
                await AssertProblems(
                    Assert.IsType<CaptureRequest>(await AnyRequestAsync(PaymentOperation.Capture)) with
                    {
                        Amount = Harness.AmountOf(-1),
                    },
                    nameof(CaptureRequest.Amount)
                )
        );

    /// <summary>A refund of nothing.</summary>
    [Fact]
    public Task A_refund_of_zero_is_refused() =>
        HoldsAsync(
            "A refund of nothing.",
            "fields",
            async () =>
                await AssertProblems(
                    Assert.IsType<RefundRequest>(await AnyRequestAsync(PaymentOperation.Refund)) with
                    {
                        Amount = Harness.AmountOf(0),
                    },
                    nameof(RefundRequest.Amount)
                )
        );

    /// <summary>No payment method.</summary>
    [Fact]
    public Task A_sale_without_a_payment_method_is_refused() =>
        HoldsAsync(
            "No payment method.",
            "fields",
            async () =>
                await AssertProblems(
                    await Harness.NewSaleAsync() with
                    {
                        PaymentMethod = null!,
                    },
                    nameof(PaymentMethodRequest.PaymentMethod)
                )
        );

    /// <summary>No transaction to work on.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="field">Where it should be.</param>
    [Theory]
    [InlineData(PaymentOperation.Capture, nameof(CaptureRequest.Authorization))]
    [InlineData(PaymentOperation.Void, nameof(VoidRequest.Transaction))]
    [InlineData(PaymentOperation.Refund, nameof(RefundRequest.Transaction))]
    public Task A_missing_reference_is_refused(PaymentOperation operation, string field) =>
        HoldsAsync(
            "No transaction to work on.",
            "fields",
            async () =>
            {
                var request = await AnyRequestAsync(operation);

                await AssertProblems(
                    request switch
                    {
                        CaptureRequest capture => capture with { Authorization = null! },
                        VoidRequest voiding => voiding with { Transaction = null! },
                        RefundRequest refund => refund with { Transaction = null! },
                        _ => request,
                    },
                    field
                );
            }
        );

    /// <summary>One round trip to the developer, not five.</summary>
    [Fact]
    public Task All_problems_are_listed_at_once() =>
        HoldsAsync(
            "One round trip to the developer, not five.",
            "fields",
            async () =>
                await AssertProblems(
                    await Harness.NewSaleAsync() with
                    {
                        IdempotencyKey = default,
                        OrderReference = default,
                        Amount = Harness.AmountOf(-1),
                        BillingAddress = new Address { Country = "United Kingdom" },
                    },
                    nameof(SaleRequest.IdempotencyKey),
                    nameof(SaleRequest.OrderReference),
                    nameof(SaleRequest.Amount),
                    "BillingAddress.Country"
                )
        );

    /// <summary>A look-up for nothing.</summary>
    [Fact]
    public Task A_lookup_without_a_target_is_refused() =>
        HoldsAsync(
            "A look-up for nothing.",
            "fields",
            async () =>
            {
                var mark = Now();

                await Assert.ThrowsAsync<PaymentRequestException>(() => Gateway.FindAsync(new FindRequest(), Token));

                AssertNothingSent(mark);
            }
        );

    /// <summary>A null is a programming error.</summary>
    [Fact]
    public Task A_null_request_is_refused() =>
        HoldsAsync(
            "A null is a programming error.",
            "fields",
            async () =>
            {
                await Assert.ThrowsAsync<ArgumentNullException>(() => Gateway.SaleAsync(null!, Token));
                await Assert.ThrowsAsync<ArgumentNullException>(() => Gateway.FindAsync(null!, Token));
            }
        );

    private async Task AssertAmountProblem(Money amount) =>
        await AssertProblems(await Harness.NewSaleAsync() with { Amount = amount }, nameof(SaleRequest.Amount));

    private async Task AssertProblems(PaymentRequest request, params string[] fields)
    {
        var mark = Now();

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() => SendAsync(request));

        foreach (var field in fields)
        {
            Assert.Contains(refusal.Problems, problem => problem.Field == field);
        }

        AssertNothingSent(mark);
    }
}
