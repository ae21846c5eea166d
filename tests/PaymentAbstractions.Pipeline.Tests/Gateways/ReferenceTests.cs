namespace PaymentAbstractions.Pipeline.Tests;

public sealed class ReferenceTests
{
    private const string Renamed = """
        {
          "Default": "cards_eu",
          "Gateways": {
            "cards_eu": { "Provider": "Test", "Environment": "Sandbox", "Account": "eu" },
            "cards_na": { "Provider": "Test", "Environment": "Live", "Account": "us", "FormerNames": [ "cards_us" ] }
          }
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_that_names_a_transaction_goes_to_the_gateway_that_made_it()
    {
        await using var payments = new TestPayments();
        var original = (
            await payments.Gateways.Get("cards_us").AuthorizeAsync(Testing.PaymentRequests.Authorize(), Token)
        ).Transaction!;

        var captured = await payments.Default.CaptureAsync(Testing.PaymentRequests.Capture(original), Token);
        var refunded = await payments.Default.RefundAsync(Testing.PaymentRequests.Refund(original), Token);
        var voided = await payments.Default.VoidAsync(Testing.PaymentRequests.Void(original), Token);
        var found = await payments.Default.FindAsync(FindRequest.For(original), Token);
        var attempt = PaymentAttempt.Of(Testing.PaymentRequests.Refund(original), default);
        var foundByAttempt = await payments.Default.FindAsync(FindRequest.For(attempt), Token);

        Assert.All([captured, refunded, voided], result => Assert.Equal("cards_us", result.Gateway));
        Assert.Equal("Looked in cards_us.", found.Reason);
        Assert.Equal("Looked in cards_us.", foundByAttempt.Reason);
    }

    [Fact]
    public async Task A_refund_finds_its_gateway_after_the_default_was_switched()
    {
        await using var payments = new TestPayments();
        var sale = await payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), Token);
        payments.Configuration.Replace(
            TestPayments.TwoGateways.Replace(
                "\"Default\": \"cards_eu\"",
                "\"Default\": \"cards_us\"",
                StringComparison.Ordinal
            )
        );

        var stored = TransactionReference.Parse(sale.Transaction!.ToString());
        var refund = await payments.Default.RefundAsync(Testing.PaymentRequests.Refund(stored), Token);

        Assert.Equal("cards_us", payments.Default.Name);
        Assert.Equal("cards_eu", refund.Gateway);
    }

    [Fact]
    public async Task An_attempt_in_doubt_is_looked_for_where_it_was_sent()
    {
        await using var payments = new TestPayments();
        var attempt = PaymentAttempt.Of(Testing.PaymentRequests.Sale(), default, "cards_us");

        var found = await payments.Default.FindAsync(FindRequest.For(attempt), Token);
        var refused = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            payments.Gateways.Get("cards_eu").FindAsync(FindRequest.For(attempt), Token)
        );

        Assert.Equal("Looked in cards_us.", found.Reason);
        Assert.Equal("Attempt.Gateway", Assert.Single(refused.Problems).Field);
    }

    [Fact]
    public async Task A_transaction_of_another_gateway_is_refused_and_names_it()
    {
        await using var payments = new TestPayments();
        var sale = await payments.Gateways.Get("cards_us").SaleAsync(Testing.PaymentRequests.Sale(), Token);
        var before = payments.Backend.Executed.Count;

        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            payments.Gateways.Get("cards_eu").RefundAsync(Testing.PaymentRequests.Refund(sale.Transaction!), Token)
        );

        var problem = Assert.Single(exception.Problems);
        Assert.Equal("Transaction", problem.Field);
        Assert.Contains("'cards_us'", problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, payments.Backend.Executed.Count);
    }

    [Fact]
    public async Task A_transaction_of_a_gateway_that_is_gone_is_refused_and_names_it()
    {
        await using var payments = new TestPayments();
        var gone = Testing.PaymentRequests.Transaction(gateway: "gone");

        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            payments.Default.RefundAsync(Testing.PaymentRequests.Refund(gone), Token)
        );

        Assert.Contains("'gone'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transaction_of_another_account_is_refused()
    {
        await using var payments = new TestPayments();
        _ = payments.Gateways;
        var other = new TransactionReference("cards_eu", AccountFingerprint.Of("Test", "Sandbox", "us"), "txn");
        IEnumerable<Func<Task>> calls =
        [
            () => payments.Default.CaptureAsync(Testing.PaymentRequests.Capture(other), Token),
            () => payments.Default.VoidAsync(Testing.PaymentRequests.Void(other), Token),
            () => payments.Default.RefundAsync(Testing.PaymentRequests.Refund(other), Token),
            () => payments.Default.FindAsync(FindRequest.For(other), Token),
        ];

        foreach (var call in calls)
        {
            var exception = await Assert.ThrowsAsync<PaymentRequestException>(call);
            Assert.Contains("an account other", exception.Message, StringComparison.Ordinal);
        }

        Assert.Empty(payments.Backend.Executed);
    }

    [Fact]
    public async Task A_former_name_is_the_same_gateway()
    {
        await using var payments = new TestPayments();
        var sale = await payments.Gateways.Get("cards_us").SaleAsync(Testing.PaymentRequests.Sale(), Token);

        payments.Configuration.Replace(Renamed);
        var byDefault = await payments.Default.RefundAsync(Testing.PaymentRequests.Refund(sale.Transaction!), Token);
        var byName = await payments
            .Gateways.Get("cards_us")
            .RefundAsync(Testing.PaymentRequests.Refund(sale.Transaction!), Token);

        Assert.Equal("cards_na", payments.Gateways.Get("cards_us").Name);
        Assert.Equal("cards_na", byDefault.Gateway);
        Assert.Equal("cards_na", byName.Gateway);
    }
}
