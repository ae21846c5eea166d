namespace PaymentAbstractions.Tests;

public sealed class PaymentAttemptTests
{
    private static readonly DateTimeOffset StartedAt = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly IdempotencyKey Key = new("key");
    private static readonly OrderReference Order = new("order");
    private static readonly Customer Customer = new() { Id = "customer" };
    private static readonly PaymentMethod Method = PaymentMethod.Token("token");
    private static readonly Money Amount = Money.Usd(12.34m);
    private static readonly TransactionReference Original = new("cards", default, "original");

    [Fact]
    public void Of_a_sale_it_keeps_amount_customer_and_order()
    {
        var request = new SaleRequest
        {
            IdempotencyKey = Key,
            OrderReference = Order,
            Amount = Amount,
            PaymentMethod = Method,
            Customer = Customer,
        };

        Assert.Equal(
            Attempt(PaymentOperation.Sale) with
            {
                Amount = Amount,
                CustomerId = "customer",
                OrderReference = Order,
            },
            PaymentAttempt.Of(request, StartedAt)
        );
        Assert.Null(PaymentAttempt.Of(request with { Customer = null }, StartedAt).CustomerId);
    }

    [Fact]
    public void Of_an_authorization_it_keeps_amount_customer_and_order()
    {
        var request = new AuthorizeRequest
        {
            IdempotencyKey = Key,
            OrderReference = Order,
            Amount = Amount,
            PaymentMethod = Method,
            Customer = Customer,
        };

        Assert.Equal(
            Attempt(PaymentOperation.Authorize) with
            {
                Amount = Amount,
                CustomerId = "customer",
                OrderReference = Order,
            },
            PaymentAttempt.Of(request, StartedAt)
        );
    }

    [Fact]
    public void Of_a_credit_it_keeps_amount_customer_and_order()
    {
        var request = new CreditRequest
        {
            IdempotencyKey = Key,
            OrderReference = Order,
            Amount = Amount,
            PaymentMethod = Method,
            Customer = Customer,
        };

        Assert.Equal(
            Attempt(PaymentOperation.Credit) with
            {
                Amount = Amount,
                CustomerId = "customer",
                OrderReference = Order,
            },
            PaymentAttempt.Of(request, StartedAt)
        );
    }

    [Fact]
    public void Of_a_setup_it_keeps_amount_and_customer()
    {
        var request = new SetupRequest
        {
            IdempotencyKey = Key,
            Amount = Amount,
            PaymentMethod = Method,
            Customer = Customer,
        };

        Assert.Equal(
            Attempt(PaymentOperation.Setup) with
            {
                Amount = Amount,
                CustomerId = "customer",
            },
            PaymentAttempt.Of(request, StartedAt)
        );
    }

    [Fact]
    public void Of_a_capture_it_keeps_amount_and_authorization()
    {
        var request = new CaptureRequest
        {
            IdempotencyKey = Key,
            Authorization = Original,
            Amount = Amount,
        };

        Assert.Equal(
            Attempt(PaymentOperation.Capture) with
            {
                Amount = Amount,
                Original = Original,
            },
            PaymentAttempt.Of(request, StartedAt)
        );
    }

    [Fact]
    public void Of_a_refund_it_keeps_amount_and_transaction()
    {
        var request = new RefundRequest
        {
            IdempotencyKey = Key,
            Transaction = Original,
            Amount = Amount,
        };

        Assert.Equal(
            Attempt(PaymentOperation.Refund) with
            {
                Amount = Amount,
                Original = Original,
            },
            PaymentAttempt.Of(request, StartedAt)
        );
    }

    [Fact]
    public void Of_a_void_it_keeps_the_transaction()
    {
        var request = new VoidRequest { IdempotencyKey = Key, Transaction = Original };

        Assert.Equal(
            Attempt(PaymentOperation.Void) with
            {
                Original = Original,
            },
            PaymentAttempt.Of(request, StartedAt)
        );
    }

    [Fact]
    public void Of_the_payment_method_it_keeps_at_most_its_stored_id()
    {
        var request = new SaleRequest
        {
            IdempotencyKey = Key,
            OrderReference = Order,
            Amount = Amount,
            PaymentMethod = PaymentMethod.Token("tok_secret"),
        };
        var other = request with { PaymentMethod = PaymentMethod.Stored("stored"), Description = "text" };

        var attempt = PaymentAttempt.Of(request, StartedAt);
        Assert.DoesNotContain("tok_secret", $"{attempt}", StringComparison.Ordinal);
        Assert.Equal(attempt with { PaymentMethodId = "stored" }, PaymentAttempt.Of(other, StartedAt));
    }

    [Fact]
    public void Of_nothing_it_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => PaymentAttempt.Of(null!, StartedAt));
    }

    private static PaymentAttempt Attempt(PaymentOperation operation) =>
        new()
        {
            Operation = operation,
            IdempotencyKey = Key,
            StartedAt = StartedAt,
        };
}
