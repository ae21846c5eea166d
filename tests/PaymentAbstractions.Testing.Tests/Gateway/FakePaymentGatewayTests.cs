using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Testing.Tests;

public sealed class FakePaymentGatewayTests
{
    private readonly FakePaymentGateway _gateway = new("cards");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_script_every_operation_is_approved()
    {
        var sale = await _gateway.SaleAsync(PaymentRequests.Sale(), Token);
        var held = await _gateway.AuthorizeAsync(PaymentRequests.Authorize(order: "second-order"), Token);
        var captured = await _gateway.CaptureAsync(PaymentRequests.Capture(held.Transaction!), Token);
        var refunded = await _gateway.RefundAsync(PaymentRequests.Refund(sale.Transaction!), Token);
        var voided = await _gateway.VoidAsync(PaymentRequests.Void(captured.Transaction!), Token);
        var credited = await _gateway.CreditAsync(PaymentRequests.Credit(), Token);
        var prepared = await _gateway.SetupAsync(PaymentRequests.Setup(), Token);

        PaymentResult[] results = [sale, held, captured, refunded, voided, credited, prepared];
        Assert.All(results, result => Assert.True(result.IsApproved));
        Assert.All(results, result => Assert.Equal("cards", result.Gateway));
        Assert.All(results, result => Assert.Equal("cards", result.Transaction!.Gateway));
        Assert.Equal(results, _gateway.Calls.Select(call => call.Result));
    }

    [Fact]
    public async Task Calls_show_operation_request_and_result()
    {
        var request = PaymentRequests.Sale();

        var result = await _gateway.SaleAsync(request, Token);

        var call = Assert.Single(_gateway.Calls);
        Assert.Equal(PaymentOperation.Sale, call.Operation);
        Assert.Same(request, call.Request);
        Assert.Same(result, call.Result);
    }

    [Fact]
    public async Task A_repeated_key_gets_the_same_result()
    {
        var first = await _gateway.SaleAsync(PaymentRequests.Sale(), Token);

        var second = await _gateway.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(first, second);
        Assert.Equal(2, _gateway.Calls.Count);
    }

    [Fact]
    public async Task A_key_of_another_request_is_refused()
    {
        await _gateway.SaleAsync(PaymentRequests.Sale(Money.Usd(1m)), Token);

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            _gateway.SaleAsync(PaymentRequests.Sale(Money.Usd(2m)), Token)
        );

        Assert.Equal("Amount", Assert.Single(refusal.Problems).Field);
        Assert.Single(_gateway.Calls);
    }

    [Fact]
    public void A_call_is_complete_when_it_returns_although_the_clock_stands_still()
    {
        var sale = _gateway.SaleAsync(PaymentRequests.Sale(), Token);
        var refund = _gateway
            .EnqueueNotSent()
            .RefundAsync(PaymentRequests.Refund(PaymentRequests.Transaction(gateway: "cards")), Token);
        var repeat = _gateway.SaleAsync(PaymentRequests.Sale(), Token);
        var found = _gateway.FindAsync(FindRequest.For(PaymentAttempt.Of(PaymentRequests.Sale(), default)), Token);

        Assert.All(new Task[] { sale, refund, repeat, found }, one => Assert.True(one.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task Gateways_with_one_journal_charge_an_order_once()
    {
        var journal = new InMemoryPaymentJournal();
        var first = new FakePaymentGateway("first") { Journal = journal }.EnqueueUnknown(moneyMoved: false);
        var second = new FakePaymentGateway("second") { Journal = journal };
        var alone = new FakePaymentGateway("second");
        await first.SaleAsync(PaymentRequests.Sale(key: "first-key"), Token);

        var answer = await second.SaleAsync(PaymentRequests.Sale(key: "second-key"), Token);
        var charged = await alone.SaleAsync(PaymentRequests.Sale(key: "second-key"), Token);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.AlreadyInProgress), (answer.Outcome, answer.Reason));
        Assert.True(charged.IsApproved);
    }

    [Fact]
    public async Task A_transaction_is_found_by_reference_and_by_attempt()
    {
        var clock = new ManualTimeProvider();
        var gateway = new FakePaymentGateway { TimeProvider = clock };
        var request = PaymentRequests.Sale() with { Customer = new Customer { Id = "customer" } };
        var sale = await gateway.SaleAsync(request, Token);

        var byReference = await gateway.FindAsync(FindRequest.For(sale.Transaction!), Token);
        var byAttempt = await gateway.FindAsync(FindRequest.For(PaymentAttempt.Of(request, clock.GetUtcNow())), Token);

        Assert.Equal(byReference, byAttempt);
        Assert.True(byReference.IsFound);
        Assert.Equal(PaymentOperation.Sale, byReference.State.Type);
        Assert.Equal(PaymentOutcome.Approved, byReference.State.Outcome);
        Assert.Equal(request.Amount, byReference.State.CapturedAmount);
        Assert.Equal("customer", byReference.State.CustomerId);
        Assert.Equal(clock.GetUtcNow(), byReference.State.CreatedAt);
        Assert.Equal(2, gateway.Finds.Count);
    }

    [Fact]
    public async Task An_attempt_that_never_came_is_proven_absent_and_a_strange_reference_is_not_seen()
    {
        var attempt = PaymentAttempt.Of(PaymentRequests.Sale(), default);

        var byAttempt = await _gateway.FindAsync(FindRequest.For(attempt), Token);
        var byReference = await _gateway.FindAsync(
            FindRequest.For(PaymentRequests.Transaction(gateway: "cards")),
            Token
        );

        Assert.Equal(FindStatus.ProvenAbsent, byAttempt.Status);
        Assert.Equal(FindStatus.NotSeen, byReference.Status);
    }

    [Fact]
    public async Task A_look_up_needs_either_reference_or_attempt()
    {
        var neither = new FindRequest();
        var both = new FindRequest
        {
            Transaction = PaymentRequests.Transaction(),
            Attempt = PaymentAttempt.Of(PaymentRequests.Sale(), default),
        };

        await Assert.ThrowsAsync<PaymentRequestException>(() => _gateway.FindAsync(neither, Token));
        await Assert.ThrowsAsync<PaymentRequestException>(() => _gateway.FindAsync(both, Token));
        Assert.Empty(_gateway.Finds);
    }

    [Fact]
    public async Task A_request_that_no_gateway_would_send_is_refused_with_every_problem()
    {
        var request = PaymentRequests.Sale() with
        {
            Amount = default,
            IdempotencyKey = default,
            OrderReference = default,
        };

        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() => _gateway.SaleAsync(request, Token));

        Assert.Equal(
            ["IdempotencyKey", "Amount", "OrderReference"],
            exception.Problems.Select(problem => problem.Field)
        );
        Assert.Empty(_gateway.Calls);
    }

    [Fact]
    public async Task A_transaction_of_another_gateway_is_refused()
    {
        var request = PaymentRequests.Refund(PaymentRequests.Transaction(gateway: "other"));

        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() => _gateway.RefundAsync(request, Token));

        Assert.Contains("'other'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_without_the_capability_is_refused()
    {
        var gateway = new FakePaymentGateway
        {
            Capabilities = _gateway.Capabilities with { Operations = [PaymentOperation.Sale], Vault = null },
        };

        await Assert.ThrowsAsync<PaymentRequestException>(() => gateway.CreditAsync(PaymentRequests.Credit(), Token));

        Assert.False(gateway.TryGet<IPaymentMethodSetup>(out _));
        Assert.False(gateway.TryGet<ICustomerVault>(out _));
    }

    [Fact]
    public void Optional_capabilities_are_there_by_default()
    {
        Assert.True(_gateway.TryGet<IPaymentMethodSetup>(out _));
        Assert.True(_gateway.TryGet<ICustomerVault>(out _));
        Assert.Null(_gateway.GetService(typeof(IFormatProvider)));
    }

    [Fact]
    public async Task A_canceled_token_ends_the_call_before_it_is_recorded()
    {
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _gateway.SaleAsync(PaymentRequests.Sale(), canceled.Token)
        );

        Assert.Empty(_gateway.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Cards")]
    public void A_name_follows_the_rule_for_gateways(string name)
    {
        Assert.Throws<ArgumentException>(() => new FakePaymentGateway(name));
    }

    [Fact]
    public async Task Parallel_calls_are_all_recorded_once()
    {
        var requests = Enumerable
            .Range(0, 200)
            .Select(i => PaymentRequests.Sale(key: $"key-{i % 100}", order: $"order-{i % 100}"));

        var results = await Task.WhenAll(
            requests.Select(request => Task.Run(() => _gateway.SaleAsync(request, Token), Token))
        );

        Assert.Equal(200, _gateway.Calls.Count);
        Assert.Equal(100, results.Select(result => result.Transaction).Distinct().Count());
    }
}
