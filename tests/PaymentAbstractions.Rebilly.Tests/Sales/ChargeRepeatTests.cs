namespace PaymentAbstractions.Rebilly.Tests;

public class ChargeRepeatTests
{
    public static TheoryData<PaymentRequest> Charges =>
        [Some.Sale(), Some.Authorize("key-1"), Some.Credit(), Some.Setup()];

    [Theory]
    [MemberData(nameof(Charges))]
    public async Task A_repeat_that_fails_never_denies_the_first(PaymentRequest request)
    {
        await using var fixture = new RebillyFixture();
        StubAnswer[] answers =
        [
            StubAnswer.Reset(),
            StubAnswer.Problem(401),
            StubAnswer.Problem(422),
            StubAnswer.Problem(503),
            StubAnswer.Refused(),
        ];
        fixture.Stub.On("POST transactions", answers).On("POST payouts", answers);

        for (var i = 0; i < answers.Length; i++)
        {
            var result = await fixture.SendAsync(request);

            Assert.Equal((i, PaymentOutcome.Unknown), (i, result.Outcome));
        }
    }

    [Fact]
    public async Task A_guard_that_stops_a_repeat_does_not_deny_the_first()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Reset());
        await fixture.SendAsync(Some.Sale());
        // While Rebilly may still be processing the sale, nothing is authorized.
        fixture.Clock.Advance(TimeSpan.FromMinutes(10));
        var authorization = Txn.Authorization().With("createdTime", fixture.Clock.GetUtcNow());
        fixture.Stub.On("POST transactions", StubAnswer.Created(authorization));
        await fixture.SendAsync(Some.Authorize());

        var again = await fixture.SendAsync(Some.Sale());

        Assert.Equal(PaymentOutcome.Unknown, again.Outcome);
    }

    [Fact]
    public async Task A_declined_repeat_ends_the_doubt()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On(
            "POST transactions",
            StubAnswer.Reset(),
            StubAnswer.Created(Txn.Sale().With("result", "declined").WithCode("05"))
        );
        await fixture.SendAsync(Some.Sale());

        var declined = await fixture.SendAsync(Some.Sale());
        var again = await fixture.SendAsync(Some.Sale());

        Assert.Equal((PaymentOutcome.Declined, PaymentOutcome.Declined), (declined.Outcome, again.Outcome));
        Assert.Equal(2, fixture.Stub.Writes.Count);
    }

    [Fact]
    public async Task A_sale_that_is_found_declined_is_no_longer_in_doubt()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On("POST transactions", StubAnswer.Reset())
            .WithList(Txn.Sale().With("result", "declined").WithCode("05"));
        await fixture.SendAsync(Some.Sale());

        var attempt = PaymentAttempt.Of(Some.Sale(), ConformanceHarness.Start);
        await fixture.Gateway.FindAsync(FindRequest.For(attempt), TestContext.Current.CancellationToken);
        var entry = await fixture.EntryAsync("key-1");

        Assert.Equal(PaymentOutcome.Declined, entry.Outcome?.Outcome);
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_request_that_did_nothing_leaves_no_doubt()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Problem(422), StubAnswer.Refused(), StubAnswer.Problem(422));

        PaymentOutcome[] outcomes =
        [
            (await fixture.SendAsync(Some.Sale())).Outcome,
            (await fixture.SendAsync(Some.Sale())).Outcome,
            (await fixture.SendAsync(Some.Sale())).Outcome,
        ];

        Assert.Equal([PaymentOutcome.Rejected, PaymentOutcome.NotSent, PaymentOutcome.Rejected], outcomes);
    }
}
