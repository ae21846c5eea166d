namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>
/// A credit for a payout request reads the request first, and is sent only if it is open and its remaining amount suffices.
/// </summary>
public class PayoutCreditTests
{
    private static readonly CreditRequest Credit = Some.Credit() with { PayoutId = "po_1" };

    [Fact]
    public async Task The_payout_request_is_read_and_then_named()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET payout-requests/po_1", StubAnswer.Text(200, PayoutTests.Body));
        fixture.Stub.On("POST payouts", StubAnswer.Created(Txn.Sale().With("type", "credit")));

        var result = await fixture.SendAsync(Credit);

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
        Assert.Equal(
            ["GET payout-requests/po_1", "POST payouts"],
            fixture.Stub.Requests.Select(request => request.Route)
        );
        Assert.Contains("\"payoutRequestId\":\"po_1\"", fixture.Stub.Writes[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status", "pending")]
    [InlineData("status", "instrument-selected")]
    [InlineData("status", "ready")]
    [InlineData("status", "approved")]
    [InlineData("status", "in-progress")]
    [InlineData("status", "partially-fulfilled")]
    [InlineData("availableAmount", 99)]
    public async Task An_open_one_is_paid_out(string member, object value)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET payout-requests/po_1", StubAnswer.Text(200, PayoutTests.With(member, value)));
        fixture.Stub.On("POST payouts", StubAnswer.Created(Txn.Sale().With("type", "credit")));

        Assert.Equal(PaymentOutcome.Approved, (await fixture.SendAsync(Credit)).Outcome);
    }

    [Theory]
    [InlineData("status", "canceled", PaymentReason.InvalidRequest)]
    [InlineData("status", "fulfilled", PaymentReason.InvalidRequest)]
    [InlineData("status", "split", PaymentReason.InvalidRequest)]
    [InlineData("status", "merged", PaymentReason.InvalidRequest)]
    [InlineData("customerId", "cus_2", PaymentReason.InvalidRequest)]
    [InlineData("currency", "EUR", PaymentReason.InvalidRequest)]
    [InlineData("blocked", true, PaymentReason.NotPermitted)]
    [InlineData("availableAmount", 12.49, PaymentReason.ExceedsAvailableAmount)]
    public async Task One_that_is_not_open_or_too_small_is_refused(string member, object value, PaymentReason reason)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET payout-requests/po_1", StubAnswer.Text(200, PayoutTests.With(member, value)));

        var result = await fixture.SendAsync(Credit);

        Assert.Equal((PaymentOutcome.Rejected, reason), (result.Outcome, result.Reason));
        Assert.Contains("'po_1'", result.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task One_that_is_not_there_is_refused()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET payout-requests/po_1", StubAnswer.Problem(404));

        var result = await fixture.SendAsync(Credit);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.NotFound), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    public static TheoryData<string, int> Unreadable =>
        new()
        {
            { "{}", 200 },
            { "<html>", 200 },
            { PayoutTests.With("status", "moonlit"), 200 },
            { PayoutTests.With("id", "po_2"), 200 },
            { PayoutTests.With("blocked", "perhaps"), 200 },
            { PayoutTests.With("availableAmount", "some"), 200 },
            { PayoutTests.Body.Replace("\"availableAmount\":12.5,", "", StringComparison.Ordinal), 200 },
            { PayoutTests.Body.Replace("\"status\":\"pending\"", "\"status\":null", StringComparison.Ordinal), 200 },
            { "{}", 500 },
            { "{}", 404 },
        };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task One_that_cannot_be_read_sends_nothing(string body, int status)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET payout-requests/po_1", StubAnswer.Text(status, body));

        var result = await fixture.SendAsync(Credit);

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.PreparationFailed), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_credit_reads_only_when_another_for_the_same_payout_request_has_ended()
    {
        await using var fixture = new RebillyFixture();
        var token = TestContext.Current.CancellationToken;
        var isPaid = new TaskCompletionSource();
        fixture.Stub.On(
            "GET payout-requests/po_1",
            new StubAnswer(cancellation =>
                StubAnswer
                    .Text(200, isPaid.Task.IsCompleted ? PayoutTests.With("availableAmount", 0) : PayoutTests.Body)
                    .RespondAsync(cancellation)
            )
        );
        fixture.Stub.On(
            "POST payouts",
            new StubAnswer(async cancellation =>
            {
                await isPaid.Task.WaitAsync(cancellation);
                return await StubAnswer.Created(Txn.Sale().With("type", "credit")).RespondAsync(cancellation);
            })
        );

        var first = fixture.SendAsync(Credit);
        await ArrivedAsync(fixture, 2, token);
        var second = fixture.SendAsync(Credit with { IdempotencyKey = new IdempotencyKey("key-2") });
        // It would arrive immediately if nothing made it wait.
        await ArrivedAsync(fixture, 3, token);
        isPaid.SetResult();

        Assert.Equal(PaymentOutcome.Approved, (await first).Outcome);
        Assert.Equal(PaymentReason.ExceedsAvailableAmount, (await second).Reason);
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_repeat_is_not_refused_for_what_the_first_attempt_may_have_paid_out()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On(
            "GET payout-requests/po_1",
            StubAnswer.Text(200, PayoutTests.Body),
            StubAnswer.Text(200, PayoutTests.With("availableAmount", 0))
        );
        fixture.Stub.On("GET transactions", StubAnswer.Text(200, "[]"));
        fixture.Stub.On(
            "POST payouts",
            StubAnswer.Text(502, "<html>"),
            StubAnswer.Created(Txn.Sale().With("type", "credit"))
        );

        var first = await fixture.SendAsync(Credit);
        var repeated = await fixture.SendAsync(Credit);

        Assert.Equal((PaymentOutcome.Unknown, PaymentOutcome.Approved), (first.Outcome, repeated.Outcome));
        Assert.Equal(2, fixture.Stub.Writes.Count);
        Assert.Equal(fixture.Stub.Writes[0].Body, fixture.Stub.Writes[1].Body);
    }

    [Fact]
    public async Task Without_a_payout_request_nothing_is_read()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST payouts", StubAnswer.Created(Txn.Sale().With("type", "credit")));

        await fixture.SendAsync(Some.Credit());

        Assert.Equal("POST payouts", Assert.Single(fixture.Stub.Requests).Route);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("..")]
    public async Task An_id_that_Rebilly_would_refuse_is_not_sent(string id)
    {
        await using var fixture = new RebillyFixture();

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.SendAsync(Credit with { PayoutId = id })
        );

        Assert.Equal("PayoutId", Assert.Single(refusal.Problems).Field);
        Assert.Empty(fixture.Stub.Requests);
    }

    private static async Task ArrivedAsync(RebillyFixture fixture, int requests, CancellationToken token)
    {
        for (var i = 0; i < 30 && fixture.Stub.Requests.Count < requests; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, token);
        }
    }
}
