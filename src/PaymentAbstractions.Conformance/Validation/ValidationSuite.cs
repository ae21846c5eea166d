using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>An invalid request is refused with all its problems before anything is sent.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract class ValidationSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    /// <summary>A request without an idempotency key is refused.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.MoneyOperations), MemberType = typeof(ConformanceCases))]
    public Task A_request_without_a_key_is_refused(PaymentOperation operation) =>
        HoldsAsync(
            "A request without an idempotency key is refused.",
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

    /// <summary>A sale without an order reference is refused.</summary>
    [Fact]
    public Task A_sale_without_an_order_is_refused() =>
        HoldsAsync(
            "A sale without an order reference is refused.",
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

    /// <summary>A sale of zero is refused.</summary>
    [Fact]
    public Task A_sale_of_zero_is_refused() =>
        HoldsAsync("A sale of zero is refused.", "fields", async () => await AssertAmountProblem(Harness.AmountOf(0)));

    /// <summary>A sale of a negative amount is refused.</summary>
    [Fact]
    public Task A_negative_sale_is_refused() =>
        HoldsAsync(
            "A sale of a negative amount is refused.",
            "fields",
            async () => await AssertAmountProblem(Harness.AmountOf(-1))
        );

    /// <summary>A sale without an amount is refused.</summary>
    [Fact]
    public Task A_sale_without_an_amount_is_refused() =>
        HoldsAsync("A sale without an amount is refused.", "fields", async () => await AssertAmountProblem(default));

    /// <summary>A currency code that cannot be charged is refused.</summary>
    [Fact]
    public Task A_currency_that_cannot_be_charged_is_refused() =>
        HoldsAsync(
            "A currency code that cannot be charged is refused.",
            "fields",
            async () =>
                await AssertAmountProblem(
                    new Money(
                        1,
                        Currency.All.First(one => one is { IsChargeable: false, Exponent: >= 0, ReplacedBy: null })
                    )
                )
        );

    /// <summary>A capture of a negative amount is refused.</summary>
    [Fact]
    public Task A_negative_capture_is_refused() =>
        HoldsAsync(
            "A capture of a negative amount is refused.",
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

    /// <summary>A refund of zero is refused.</summary>
    [Fact]
    public Task A_refund_of_zero_is_refused() =>
        HoldsAsync(
            "A refund of zero is refused.",
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

    /// <summary>A sale without a payment method is refused.</summary>
    [Fact]
    public Task A_sale_without_a_payment_method_is_refused() =>
        HoldsAsync(
            "A sale without a payment method is refused.",
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

    /// <summary>An operation on a transaction is refused without a reference to one.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="field">The property of the missing reference.</param>
    [Theory]
    [InlineData(PaymentOperation.Capture, nameof(CaptureRequest.Authorization))]
    [InlineData(PaymentOperation.Void, nameof(VoidRequest.Transaction))]
    [InlineData(PaymentOperation.Refund, nameof(RefundRequest.Transaction))]
    public Task A_missing_reference_is_refused(PaymentOperation operation, string field) =>
        HoldsAsync(
            "An operation on a transaction is refused without a reference to one.",
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

    /// <summary>All problems of a request are reported at once.</summary>
    [Fact]
    public Task All_problems_are_listed_at_once() =>
        HoldsAsync(
            "All problems of a request are reported at once.",
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

    /// <summary>A look-up without a key or a reference is refused.</summary>
    [Fact]
    public Task A_lookup_without_a_target_is_refused() =>
        HoldsAsync(
            "A look-up without a key or a reference is refused.",
            "fields",
            async () =>
            {
                var mark = Now();

                await Assert.ThrowsAsync<PaymentRequestException>(() => Gateway.FindAsync(new FindRequest(), Token));

                AssertNothingSent(mark);
            }
        );

    /// <summary>A null request is a programming error and throws.</summary>
    [Fact]
    public Task A_null_request_is_refused() =>
        HoldsAsync(
            "A null request is a programming error and throws.",
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
