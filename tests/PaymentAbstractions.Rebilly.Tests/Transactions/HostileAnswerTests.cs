namespace PaymentAbstractions.Rebilly.Tests;

public class HostileAnswerTests
{
    public static TheoryData<int> Bodies => [.. Enumerable.Range(0, HostileAnswers.All.Length)];

    // When a transaction is read, its amount is reported apart from the requested one, and a list is a valid answer there.
    public static TheoryData<int> Unreadable =>
        [
            .. Enumerable
                .Range(0, HostileAnswers.All.Length)
                .Where(index =>
                    !HostileAnswers.All[index].StartsWith("[{", StringComparison.Ordinal)
                    && HostileAnswers.All[index].Contains("\"requestAmount\":12.50,", StringComparison.Ordinal)
                        == HostileAnswers.All[index].Contains("requestAmount", StringComparison.Ordinal)
                ),
        ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_sale_with_an_unreadable_answer_is_unknown_and_sent_once(int index)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Text(201, HostileAnswers.All[index]));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.Null(result.ApprovedAmount);
        Assert.Single(fixture.Stub.Writes);
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task Nonsense_before_a_write_sends_nothing(int index)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET transactions/txn_1", StubAnswer.Text(200, HostileAnswers.All[index]));
        var token = TestContext.Current.CancellationToken;

        PaymentResult[] results =
        [
            await fixture.Gateway.CaptureAsync(Some.Capture("capture-1", id: "txn_1"), token),
            await fixture.Gateway.VoidAsync(Some.Void("void-1"), token),
            await fixture.Gateway.RefundAsync(Some.Refund(key: "refund-1"), token),
        ];

        Assert.All(results, result => Assert.False(result.MoneyMayHaveMoved, $"{result.Operation}: {result.Message}"));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task Nonsense_in_a_look_up_proves_nothing(int index)
    {
        await using var fixture = new RebillyFixture();
        var answer = StubAnswer.Text(200, HostileAnswers.All[index]);
        fixture.Stub.On("GET transactions/txn_1", answer).On("GET transactions", answer);
        var token = TestContext.Current.CancellationToken;
        var attempt = PaymentAttempt.Of(Some.Sale(), ConformanceHarness.Start);

        var byId = await fixture.Gateway.FindAsync(FindRequest.For(RebillyFixture.Ref("txn_1")), token);
        var byKey = await fixture.Gateway.FindAsync(FindRequest.For(attempt), token);

        Assert.All([byId, byKey], found => Assert.NotEqual(FindStatus.ProvenAbsent, found.Status));
        Assert.All([byId, byKey], found => Assert.True(found.State?.Outcome is null or PaymentOutcome.Unknown));
    }

    [Theory]
    [InlineData(201)]
    [InlineData(422)]
    public async Task Text_that_is_no_unicode_is_unknown_after_a_write(int status)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Bytes(status, HostileAnswers.NotUtf8));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.Equal(status, result.Answer?.HttpStatus);
    }

    [Fact]
    public async Task Text_that_is_no_unicode_never_escapes_from_a_read()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On("GET transactions/txn_1", StubAnswer.Bytes(404, HostileAnswers.NotUtf8))
            .On("GET transactions", StubAnswer.Text(422, "{\"title\":\"\\ud800\"}"))
            .On("GET customers/cus_1", StubAnswer.Problem(404))
            .On("PUT customers/cus_1", StubAnswer.Text(422, "{\"title\":\"\\ud800\"}"));
        var token = TestContext.Current.CancellationToken;

        var voided = await fixture.Gateway.VoidAsync(Some.Void(), token);
        var found = await fixture.Gateway.FindAsync(FindRequest.For(RebillyFixture.Ref("txn_1")), token);
        var stored = await fixture.Vault.UpsertCustomerAsync(Some.Customer, token);

        Assert.Equal(PaymentOutcome.NotSent, voided.Outcome);
        Assert.Equal(FindStatus.LookupFailed, found.Status);
        Assert.Equal(PaymentOutcome.Unknown, stored.Outcome);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    public async Task Times_at_the_end_of_the_calendar_do_not_escape(string time)
    {
        await using var fixture = new RebillyFixture();
        var authorization = Txn.Authorization().With("createdTime", time);
        fixture
            .Stub.On("POST transactions", StubAnswer.Created(authorization))
            .On("GET transactions/txn_a", StubAnswer.Ok(authorization))
            .On("GET transactions", StubAnswer.Ok(new System.Text.Json.Nodes.JsonArray(authorization.Copy())));
        var token = TestContext.Current.CancellationToken;
        var attempt = PaymentAttempt.Of(Some.Authorize(), DateTimeOffset.MinValue);

        var authorized = await fixture.Gateway.AuthorizeAsync(Some.Authorize(), token);
        var found = await fixture.Gateway.FindAsync(FindRequest.For(RebillyFixture.Ref("txn_a")), token);
        var byKey = await fixture.Gateway.FindAsync(FindRequest.For(attempt), token);
        var late = await fixture.Gateway.FindAsync(
            FindRequest.For(attempt with { StartedAt = DateTimeOffset.MaxValue }),
            token
        );

        Assert.Equal((PaymentOutcome.Unknown, AnomalyKind.Other), (authorized.Outcome, authorized.Anomaly?.Kind));
        Assert.True(found.IsFound);
        Assert.NotEqual(FindStatus.ProvenAbsent, byKey.Status);
        Assert.NotEqual(FindStatus.ProvenAbsent, late.Status);
    }
}
