namespace PaymentAbstractions.Pipeline.Tests;

public sealed class EvidenceTests : IAsyncDisposable
{
    private readonly TestPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_exception_of_an_adapter_after_the_write_is_unknown(bool atOnce)
    {
        _payments.Backend.OnExecute = async (_, call) =>
        {
            call.TryBeginSend();
            if (!atOnce)
            {
                await Task.Yield();
            }

            throw new FormatException("s3cret");
        };

        var result = await _payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.Equal(PaymentReason.NoTrustworthyAnswer, result.Reason);
        Assert.Equal(Testing.PaymentRequests.Sale().IdempotencyKey, result.IdempotencyKey);
        Assert.Equal("cards_eu", result.Gateway);
        Assert.Contains(nameof(FormatException), result.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_adapter_without_a_result_proves_nothing(bool sent)
    {
        _payments.Backend.OnExecute = (_, call) =>
        {
            if (sent)
            {
                call.TryBeginSend();
            }

            return Task.FromResult<PaymentResult>(null!);
        };

        var result = await _payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer), (result.Outcome, result.Reason));
        Assert.Equal(Testing.PaymentRequests.Sale().IdempotencyKey, result.IdempotencyKey);
    }

    [Fact]
    public async Task A_cancellation_of_the_adapter_after_the_write_is_unknown()
    {
        _payments.Backend.OnExecute = (_, call) =>
        {
            call.TryBeginSend();
            throw new OperationCanceledException();
        };

        var result = await _payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
    }

    [Fact]
    public async Task An_exception_of_an_adapter_is_logged_with_its_stack_and_without_its_message()
    {
        _payments.Backend.OnExecute = (_, _) => throw new FormatException("s3cret");

        await _payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        var exception = Assert.Single(_payments.Logs.Exceptions);
        Assert.Contains(nameof(FormatException), exception.ToString(), StringComparison.Ordinal);
        Assert.Contains("EvidenceTests", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PaymentOutcome.Approved, true, false)]
    [InlineData(PaymentOutcome.Approved, false, true)]
    [InlineData(PaymentOutcome.PartiallyApproved, true, false)]
    [InlineData(PaymentOutcome.PartiallyApproved, false, true)]
    public async Task An_approval_without_transaction_or_amount_is_unknown(
        PaymentOutcome outcome,
        bool withTransaction,
        bool withAmount
    )
    {
        _payments.Backend.OnExecute = (adapter, call) =>
        {
            var approval = adapter.Approve(call.Request);
            return Task.FromResult(
                approval with
                {
                    Outcome = outcome,
                    Transaction = withTransaction ? approval.Transaction : null,
                    ApprovedAmount = withAmount ? approval.ApprovedAmount : null,
                }
            );
        };

        var result = await _payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.Equal(PaymentReason.NoTrustworthyAnswer, result.Reason);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task An_approval_of_another_amount_is_unknown(int more)
    {
        _payments.Backend.OnExecute = (adapter, call) =>
        {
            var approval = adapter.Approve(call.Request);
            return Task.FromResult(approval with { ApprovedAmount = approval.ApprovedAmount!.Value + Money.Usd(more) });
        };

        var result = await _payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.Equal(PaymentReason.NoTrustworthyAnswer, result.Reason);
        Assert.NotNull(result.Transaction);
    }

    [Theory]
    [InlineData(0, "USD")]
    [InlineData(1, "USD")]
    [InlineData(-1, "EUR")]
    public async Task A_partial_approval_of_no_part_is_unknown(int more, string currency)
    {
        var request = Testing.PaymentRequests.Sale();
        _payments.Backend.OnExecute = (adapter, call) =>
            Task.FromResult(
                adapter.Approve(call.Request) with
                {
                    Outcome = PaymentOutcome.PartiallyApproved,
                    ApprovedAmount = Money.Of(request.Amount.Amount + more, currency),
                }
            );

        var result = await _payments.Default.SaleAsync(request, Token);

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.NotNull(result.Transaction);
    }

    [Fact]
    public async Task A_not_sent_result_of_an_adapter_after_the_write_began_is_unknown()
    {
        _payments.Backend.OnExecute = (_, call) =>
        {
            call.TryBeginSend();
            return Task.FromResult(Testing.PaymentResults.NotSent(call.Request));
        };

        var result = await _payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.Equal(PaymentReason.NoTrustworthyAnswer, result.Reason);
    }

    [Fact]
    public async Task A_void_may_be_approved_without_amount()
    {
        _payments.Backend.OnExecute = (adapter, call) =>
            Task.FromResult(adapter.Approve(call.Request) with { ApprovedAmount = null });
        var request = Testing.PaymentRequests.Void(Original());

        var result = await _payments.Default.VoidAsync(request, Token);

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
    }

    [Theory]
    [InlineData(PaymentOutcome.Unknown)]
    [InlineData(PaymentOutcome.Declined)]
    [InlineData(PaymentOutcome.Pending)]
    [InlineData(PaymentOutcome.Rejected)]
    public async Task Every_other_outcome_comes_through_as_it_is(PaymentOutcome outcome)
    {
        var answer = new PaymentResult
        {
            Outcome = outcome,
            Operation = PaymentOperation.Sale,
            Message = "as it is",
        };
        _payments.Backend.OnExecute = (_, _) => Task.FromResult(answer);

        var result = await _payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        Assert.Same(answer, result);
    }

    [Fact]
    public async Task A_call_carries_the_time_of_the_clock()
    {
        _payments.Clock.Advance(TimeSpan.FromDays(3));

        await _payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        Assert.Equal(_payments.Clock.GetUtcNow(), Assert.Single(_payments.Backend.Executed).Call.StartedAt);
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private TransactionReference Original()
    {
        _ = _payments.Gateways;
        return _payments.Backend.Newest("cards_eu").Reference("original");
    }
}
