namespace PaymentAbstractions.Pipeline.Tests;

public sealed class CheckedPayoutsTests
{
    private static readonly PayoutRequest Request = new() { Amount = Money.Usd(10m), CustomerId = "cus_1" };

    private static readonly CancelPayoutRequest Cancellation = new()
    {
        PayoutId = "po_1",
        CanceledBy = PayoutCanceledBy.Customer,
    };

    private readonly RecordingPayouts _inner = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_valid_requests_reach_the_adapter()
    {
        await using var payments = new TestPayments(backend: backend => backend.Payouts = _inner);
        var payouts = PayoutsOf(payments);

        await payouts.RequestAsync(Request, Token);
        await payouts.GetAsync("po_1", Token);
        await foreach (var _ in payouts.ListAsync("cus_1", Token)) { }
        await foreach (var _ in payouts.ListAsync(cancellationToken: Token)) { }
        await payouts.CancelAsync(Cancellation, Token);
        await payouts.ListPaymentMethodsAsync("po_1", Token);

        Assert.Equal([Request, "po_1", "cus_1", null, Cancellation, "po_1"], _inner.Asked);
        Assert.Empty(payments.Backend.Executed);
    }

    [Fact]
    public async Task A_request_is_refused_with_the_problems_of_the_library_and_of_the_provider()
    {
        await using var payments = new TestPayments(backend: backend => backend.Payouts = _inner);

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            PayoutsOf(payments)
                .RequestAsync(
                    new PayoutRequest
                    {
                        Id = "longer-than-ten",
                        Amount = default,
                        CustomerId = "",
                        PaymentMethodId = "../1",
                    },
                    Token
                )
        );

        Assert.Equal(
            ["Amount", "CustomerId", "Id", "PaymentMethodId"],
            refusal.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal)
        );
        Assert.Empty(_inner.Asked);
    }

    [Theory]
    [InlineData(PayoutCanceledBy.Unknown)]
    [InlineData(PayoutCanceledBy.System)]
    [InlineData((PayoutCanceledBy)99)]
    public async Task Only_the_merchant_or_the_customer_cancels(PayoutCanceledBy by)
    {
        await using var payments = new TestPayments(backend: backend => backend.Payouts = _inner);

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            PayoutsOf(payments).CancelAsync(Cancellation with { CanceledBy = by }, Token)
        );

        Assert.Equal("CanceledBy", Assert.Single(refusal.Problems).Field);
        Assert.Empty(_inner.Asked);
    }

    [Fact]
    public async Task They_are_offered_only_where_the_capabilities_say_so()
    {
        await using var unclaimed = new TestPayments(backend: backend =>
        {
            backend.Payouts = _inner;
            backend.Capabilities = TestBackend.Everything with { Payouts = false };
        });
        await using var missing = new TestPayments();

        Assert.False(unclaimed.Default.TryGet<IPayouts>(out _));
        Assert.False(missing.Default.TryGet<IPayouts>(out _));
    }

    [Fact]
    public async Task A_credit_names_one_only_where_the_capabilities_say_so()
    {
        await using var payments = new TestPayments(backend: backend =>
            backend.Capabilities = TestBackend.Everything with { Payouts = false }
        );

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            payments.Default.CreditAsync(Testing.PaymentRequests.Credit() with { PayoutId = "po_1" }, Token)
        );

        Assert.Equal("PayoutId", Assert.Single(refusal.Problems).Field);
        Assert.Contains("cannot be sent", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(payments.Backend.Executed);
    }

    [Fact]
    public async Task A_key_means_one_payout_request()
    {
        await using var payments = new TestPayments();
        var credit = Testing.PaymentRequests.Credit() with { PayoutId = "po_1" };
        await payments.Default.CreditAsync(credit, Token);

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            payments.Default.CreditAsync(credit with { PayoutId = "po_2" }, Token)
        );

        Assert.Equal("PayoutId", Assert.Single(refusal.Problems).Field);
        Assert.Single(payments.Backend.Executed);
    }

    private static IPayouts PayoutsOf(TestPayments payments) =>
        payments.Default.TryGet<IPayouts>(out var payouts)
            ? payouts
            : throw new InvalidOperationException("There are no payout requests.");

    private sealed class RecordingPayouts : IPayouts
    {
        private static readonly PayoutResult Done = new() { Outcome = PaymentOutcome.Approved };

        public List<object?> Asked { get; } = [];

        public Task<PayoutResult> RequestAsync(PayoutRequest request, CancellationToken cancellationToken = default) =>
            Record(request, Done);

        public Task<Payout?> GetAsync(string payoutId, CancellationToken cancellationToken = default) =>
            Record<Payout?>(payoutId, null);

        public async IAsyncEnumerable<Payout> ListAsync(
            string? customerId = null,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default
        )
        {
            await Record(customerId, Done);
            yield break;
        }

        public Task<PayoutResult> CancelAsync(
            CancelPayoutRequest request,
            CancellationToken cancellationToken = default
        ) => Record(request, Done);

        public Task<ValueList<PayoutPaymentMethod>> ListPaymentMethodsAsync(
            string payoutId,
            CancellationToken cancellationToken = default
        ) => Record<ValueList<PayoutPaymentMethod>>(payoutId, []);

        private Task<T> Record<T>(object? asked, T answer)
        {
            Asked.Add(asked);
            return Task.FromResult(answer);
        }
    }
}
