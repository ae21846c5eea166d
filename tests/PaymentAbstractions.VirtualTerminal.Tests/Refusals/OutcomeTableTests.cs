using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>Tests the table of outcomes, one row after another.</summary>
public class OutcomeTableTests
{
    [Fact]
    public async Task A_request_that_was_never_written_is_not_sent()
    {
        var result = await SaleAsync(StubAnswer.Refused());

        AssertIs(result, PaymentOutcome.NotSent, PaymentReason.ConnectionFailed);
        Assert.True(result.MaySendAgain);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_sending_leaves_doubt()
    {
        var result = await SaleAsync(StubAnswer.Reset());

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer);
    }

    [Theory]
    [InlineData("An error occurred while processing your request")]
    [InlineData("Declined: an error occurred while processing your request")]
    [InlineData("Unable to connect to the remote server")]
    [InlineData("Insufficient memory to continue the execution of the program")]
    [InlineData("Session expired")]
    [InlineData("execution expired")]
    [InlineData("Transaction already exists")]
    [InlineData("Unexpected error")]
    public async Task A_text_of_a_broken_exchange_is_no_refusal(string text)
    {
        foreach (var status in new[] { 400, 500 })
        {
            var result = await SaleAsync(Txn.Error(status, text));

            Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
            Assert.False(result.MaySendAgain);
        }
    }

    [Fact]
    public async Task A_refusal_beside_signs_of_the_payment_is_in_doubt()
    {
        var beside = await SaleAsync(StubAnswer.Text(400, Txn.Sale().ToJsonString(), headers: ("Error", "DECLINE")));
        var header = await SaleAsync(
            StubAnswer.Text(200, Txn.Denied("DECLINE").ToJsonString(), headers: ("Error", "Request timed out"))
        );

        Assert.Equal(PaymentOutcome.Unknown, beside.Outcome);
        Assert.Equal(PaymentOutcome.Unknown, header.Outcome);
    }

    [Theory]
    [InlineData(200, "Not Settled")]
    [InlineData(201, "NotSettled")]
    [InlineData(200, "settled")]
    public async Task A_success_with_all_its_evidence_is_approved(int status, string shown)
    {
        var result = await SaleAsync(StubAnswer.Json(status, Txn.Sale().InStatus(shown)));

        AssertIs(result, PaymentOutcome.Approved, PaymentReason.None);
    }

    [Theory]
    [InlineData("ID", "0", AnomalyKind.TransactionId)]
    [InlineData("ID", "null", AnomalyKind.TransactionId)]
    [InlineData("ID", "-5", AnomalyKind.TransactionId)]
    [InlineData("TransactionId", "77", AnomalyKind.TransactionId)]
    [InlineData("TotalAmount", "49.91", AnomalyKind.Amount)]
    [InlineData("TotalAmount", "null", AnomalyKind.Amount)]
    [InlineData("TotalAmount", "-49.90", AnomalyKind.Amount)]
    [InlineData("TransactionType", "\"auth\"", AnomalyKind.TransactionType)]
    [InlineData("TransactionType", "null", AnomalyKind.TransactionType)]
    [InlineData("CustomerID", "7002", AnomalyKind.Customer)]
    [InlineData("PaymentMethodID", "9002", AnomalyKind.Other)]
    [InlineData("Status", "\"Failed\"", AnomalyKind.Other)]
    [InlineData("Status", "\"Voided\"", AnomalyKind.Other)]
    public async Task A_success_that_contradicts_the_request_is_in_doubt(string field, string json, AnomalyKind anomaly)
    {
        var result = await SaleAsync(Txn.Sale().With(field, JsonNode.Parse(json)).Ok());

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest);
        Assert.Equal(anomaly, result.Anomaly?.Kind);
        Assert.Null(result.ApprovedAmount);
        Assert.NotNull(result.Answer);
    }

    [Theory]
    [InlineData("\"Pending\"")]
    [InlineData("null")]
    [InlineData("\"\"")]
    public async Task A_success_with_an_unknown_status_is_in_doubt(string status)
    {
        var result = await SaleAsync(Txn.Sale().With("Status", JsonNode.Parse(status)).Ok());

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus);
        Assert.Equal(VirtualTerminalFixture.Ref("501234"), result.Transaction);
    }

    [Fact]
    public async Task A_success_beside_an_error_text_is_in_doubt()
    {
        var result = await SaleAsync(
            StubAnswer.Text(200, Txn.Sale().ToJsonString(), headers: ("Error", "DECLINE REFID:1"))
        );

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest);
        Assert.Equal(VirtualTerminalFixture.Ref("501234"), result.Transaction);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(null)]
    public async Task A_denied_success_without_a_transaction_is_a_refusal(int? id)
    {
        var result = await SaleAsync(Txn.Denied("DECLINE").With("ID", id).Ok());

        AssertIs(result, PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer);
        Assert.Equal(("05", "DECLINE"), (result.Code?.Value, result.Provider.Message));
        Assert.Null(result.Transaction);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task A_denied_success_without_a_word_is_in_doubt(string? message)
    {
        var result = await SaleAsync(Txn.Denied(message).Ok());

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer);
    }

    [Fact]
    public async Task An_answer_that_does_not_say_whether_it_was_a_success_is_in_doubt()
    {
        var result = await SaleAsync(Txn.Sale().Without("Success").Ok());

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer);
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("{\"ID\":501234,\"Succ", "application/json")]
    [InlineData("<html>Transaction Complete</html>", "text/html")]
    [InlineData("Bad Request", "text/plain")]
    public async Task A_success_that_cannot_be_read_is_in_doubt(string body, string type)
    {
        var result = await SaleAsync(StubAnswer.Text(200, body, type));

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    public async Task An_error_text_is_a_refusal(int status)
    {
        var result = await SaleAsync(Txn.Error(status, "Activity limit exceeded REFID:3161234567"));

        AssertIs(result, PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer);
        Assert.Equal(
            ("Activity limit exceeded", "REFID:3161234567"),
            (result.Provider.Message, result.Provider.GatewayTransactionId)
        );
        Assert.Equal("65", result.Code?.Value);
    }

    [Theory]
    [InlineData(400, "Timeout waiting for processor", PaymentReason.ProviderTimeout)]
    [InlineData(400, "The request timed out", PaymentReason.ProviderTimeout)]
    [InlineData(400, "No response from processor", PaymentReason.ProviderTimeout)]
    [InlineData(404, "Communication failure", PaymentReason.ProviderConnectionError)]
    [InlineData(400, "Processor unavailable: DECLINED", PaymentReason.ProviderConnectionError)]
    [InlineData(400, "Please try again", PaymentReason.ProviderConnectionError)]
    [InlineData(500, "System error", PaymentReason.ProviderConnectionError)]
    public async Task A_text_about_a_broken_exchange_is_no_refusal_by_itself(
        int status,
        string text,
        PaymentReason reason
    )
    {
        var inHeader = await SaleAsync(Txn.Error(status, text));
        var inMessage = await SaleAsync(Txn.Denied(text).Ok());

        AssertIs(inHeader, PaymentOutcome.Unknown, reason);
        AssertIs(inMessage, PaymentOutcome.Unknown, reason);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task An_error_status_without_a_text_is_in_doubt(int status)
    {
        var missing = await SaleAsync(Txn.Error(status, null));
        var blank = await SaleAsync(Txn.Error(status, " "));

        AssertIs(missing, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer);
        AssertIs(blank, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Refused_credentials_are_rejected(int status)
    {
        var result = await SaleAsync(Txn.Error(status, null));

        AssertIs(result, PaymentOutcome.Rejected, PaymentReason.InvalidCredentials);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_page_of_something_in_between_refuses_no_credentials(int status)
    {
        var result = await SaleAsync(StubAnswer.Text(status, "\n<html><body>Sign in</body></html>", "text/html"));

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Refused_credentials_beside_a_transaction_are_in_doubt(int status)
    {
        var result = await SaleAsync(StubAnswer.Json(status, Txn.Sale()));

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer);
    }

    [Theory]
    [InlineData("Customer with Name X already exists for merchant", PaymentOutcome.Rejected)]
    [InlineData("Payment Method Not Found", PaymentOutcome.Rejected)]
    [InlineData("Invalid customer", PaymentOutcome.Rejected)]
    [InlineData("DECLINE REFID:12", PaymentOutcome.Declined)]
    [InlineData("Invalid Credit Card Number REFID:12", PaymentOutcome.Declined)]
    public async Task A_500_with_a_text_that_only_a_refusal_has_is_a_refusal(string text, PaymentOutcome outcome)
    {
        var result = await SaleAsync(Txn.Error(500, text));

        Assert.Equal(outcome, result.Outcome);
    }

    [Theory]
    [InlineData("Object reference not set to an instance of an object")]
    [InlineData("Maximum request limit exceeded")]
    [InlineData("Product lookup crashed")]
    public async Task A_500_with_any_other_text_is_in_doubt(string text)
    {
        var result = await SaleAsync(Txn.Error(500, text));

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer);
        Assert.Equal(text, result.Provider.Message);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(307)]
    [InlineData(402)]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(410)]
    [InlineData(422)]
    [InlineData(501)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Any_other_status_is_in_doubt_regardless_of_its_text(int status)
    {
        var result = await SaleAsync(Txn.Error(status, "DECLINE"));

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer);
    }

    [Fact]
    public async Task A_limited_rate_is_in_doubt()
    {
        var result = await SaleAsync(Txn.Error(429, "DECLINE"));

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.RateLimited);
        Assert.Null(result.RetryAt);
    }

    [Theory]
    [InlineData("Retry-After", "30")]
    [InlineData("Retry-After", "Sun, 01 Mar 2026 12:00:30 GMT")]
    [InlineData("X-RateLimit-Retry-After", "2026-03-01t12:00:30z")]
    public async Task A_rate_limit_reports_when_to_retry(string header, string time)
    {
        var result = await SaleAsync(StubAnswer.Text(429, "{}", "application/json", (header, time)));

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.RateLimited);
        Assert.Equal(ConformanceHarness.Start.AddSeconds(30), result.RetryAt);
    }

    [Fact]
    public async Task Other_statuses_name_no_time()
    {
        var result = await SaleAsync(StubAnswer.Text(503, "{}", "application/json", ("Retry-After", "30")));

        Assert.Null(result.RetryAt);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task A_suspected_duplicate_is_never_a_decline(int status)
    {
        const string text = "Duplicate transaction REFID:3161234567";

        var result = await SaleAsync(status == 200 ? Txn.Denied(text).Ok() : Txn.Error(status, text));

        AssertIs(result, PaymentOutcome.Unknown, PaymentReason.DuplicateKey);
        Assert.True(result.MoneyMayHaveMoved);
        Assert.Equal("REFID:3161234567", result.Provider.GatewayTransactionId);
    }

    private static async Task<PaymentResult> SaleAsync(StubAnswer answer)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(VirtualTerminalStub.Add, answer);
        var result = await fixture.SendAsync(Some.Sale());

        Assert.True(fixture.Stub.Writes.Count <= 1);
        return result;
    }

    private static void AssertIs(PaymentResult result, PaymentOutcome outcome, PaymentReason reason) =>
        Assert.Equal((outcome, reason), (result.Outcome, result.Reason));
}
