namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>A customer's authorizations beside requests that would use them, in one process and in two that share a journal.</summary>
public class AuthorizationGuardTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sale_is_refused_beside_an_open_authorization_and_names_it(bool isOtherProcess)
    {
        await using var two = new TwoProcesses(isOtherProcess);
        two.Stub.On("POST transactions", StubAnswer.Created(Txn.Authorization()))
            .On("GET transactions/txn_a", StubAnswer.Ok(Txn.Authorization()));
        await two.First.Gateway.AuthorizeAsync(Some.Authorize(), Token);

        var sale = await two.Second.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.OpenAuthorization), (sale.Outcome, sale.Reason));
        Assert.Contains("'txn_a' under the key 'auth-1'", sale.Message, StringComparison.Ordinal);
        Assert.Contains("Capture or void 'txn_a' first", sale.Message, StringComparison.Ordinal);
        Assert.Single(two.Stub.Writes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sale_waits_for_an_authorization_under_way_and_is_refused_then(bool isOtherProcess)
    {
        await using var two = new TwoProcesses(isOtherProcess);
        var signal = new TaskCompletionSource();
        two.Stub.On("POST transactions", StubAnswer.Held(signal.Task, StubAnswer.Created(Txn.Authorization())))
            .On("GET transactions/txn_a", StubAnswer.Ok(Txn.Authorization()));

        var authorizing = two.First.Gateway.AuthorizeAsync(Some.Authorize(), Token);
        await two.SentAsync(1);
        var sale = two.Second.Gateway.SaleAsync(Some.Sale(), Token);
        await Task.Delay(100, Token);
        Assert.False(sale.IsCompleted);
        signal.SetResult();

        Assert.True((await authorizing).IsApproved);
        Assert.Equal(PaymentReason.OpenAuthorization, (await sale).Reason);
        Assert.Single(two.Stub.Writes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_authorization_waits_for_the_sales_under_way_which_run_side_by_side(bool isOtherProcess)
    {
        await using var two = new TwoProcesses(isOtherProcess);
        var signal = new TaskCompletionSource();
        two.Stub.On(
            "POST transactions",
            StubAnswer.Held(signal.Task, StubAnswer.Created(Txn.Sale("key-1"))),
            StubAnswer.Held(signal.Task, StubAnswer.Created(Txn.Sale("key-2", "txn_2"))),
            StubAnswer.Created(Txn.Authorization())
        );

        var one = two.First.Gateway.SaleAsync(Some.Sale("key-1"), Token);
        await two.SentAsync(1);
        var other = two.Second.Gateway.SaleAsync(Some.Sale("key-2"), Token);
        await two.SentAsync(2);
        var authorizing = two.Second.Gateway.AuthorizeAsync(Some.Authorize(), Token);
        await Task.Delay(100, Token);
        Assert.Equal((2, false), (two.Stub.Writes.Count, authorizing.IsCompleted));
        signal.SetResult();

        Assert.All(await Task.WhenAll(one, other, authorizing), result => Assert.True(result.IsApproved));
        // Requests that had to wait are amended; others are not.
        Assert.Null((await two.First.EntryAsync("key-2")).AmendedAt);
        Assert.NotNull((await two.First.EntryAsync("auth-1")).AmendedAt);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_authorization_waits_while_a_sale_whose_answer_was_lost_may_still_be_carried_out(
        bool isOtherProcess
    )
    {
        await using var two = new TwoProcesses(isOtherProcess);
        two.Stub.On("POST transactions", StubAnswer.Reset(), StubAnswer.Created(Txn.Authorization()));
        await two.First.Gateway.SaleAsync(Some.Sale(), Token);

        var authorizing = two.Second.Gateway.AuthorizeAsync(Some.Authorize(), Token);
        await Task.Delay(100, Token);
        Assert.Equal((1, false), (two.Stub.Writes.Count, authorizing.IsCompleted));
        two.Stub.WithList(Txn.Sale());
        await two.First.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(Some.Sale(), ConformanceHarness.Start)),
            Token
        );

        Assert.True((await authorizing).IsApproved);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_authorization_in_doubt_blocks_for_as_long_as_it_could_live(bool isOtherProcess)
    {
        await using var two = new TwoProcesses(isOtherProcess);
        two.Stub.On("POST transactions", StubAnswer.Reset());
        await two.First.Gateway.AuthorizeAsync(Some.Authorize(), Token);

        var early = await two.Second.Gateway.SaleAsync(Some.Sale("key-1"), Token);
        // The key is honored for a day, an authorization lives for seven days, and the margin is an hour.
        two.Pass(TimeSpan.FromDays(8) + TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        var late = await two.Second.Gateway.SaleAsync(Some.Sale("key-2"), Token);
        two.Pass(TimeSpan.FromSeconds(1));
        two.Stub.On(
            "POST transactions",
            StubAnswer.Created(Txn.Sale("key-3").With("createdTime", two.Second.Clock.GetUtcNow()))
        );
        var after = await two.Second.Gateway.SaleAsync(Some.Sale("key-3"), Token);

        Assert.All(
            [early, late],
            sale =>
            {
                Assert.Equal((PaymentOutcome.Rejected, PaymentReason.OpenAuthorization), (sale.Outcome, sale.Reason));
                Assert.Contains("under the key 'auth-1' is unresolved", sale.Message, StringComparison.Ordinal);
            }
        );
        Assert.True(after.IsApproved, after.Message);
    }

    [Fact]
    public async Task An_authorization_that_was_answered_with_another_transaction_still_blocks()
    {
        await using var fixture = new RebillyFixture();
        var another = Txn.Sale("other", "txn_x");
        fixture
            .Stub.On("POST transactions", StubAnswer.Created(another))
            .On("GET transactions/txn_x", StubAnswer.Ok(another));
        var contradicted = await fixture.Gateway.AuthorizeAsync(Some.Authorize(), Token);

        var sale = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal(PaymentOutcome.Unknown, contradicted.Outcome);
        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.OpenAuthorization), (sale.Outcome, sale.Reason));
        Assert.Single(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sale_that_would_be_sent_again_is_not_when_an_authorization_came_between(bool isOtherProcess)
    {
        await using var two = new TwoProcesses(isOtherProcess);
        two.Stub.On("POST transactions", StubAnswer.Reset()).WithList();
        await two.First.Gateway.SaleAsync(Some.Sale(), Token);
        two.Pass(TimeSpan.FromMinutes(10));
        var authorization = Txn.Authorization().With("createdTime", two.First.Clock.GetUtcNow());
        two.Stub.On("POST transactions", StubAnswer.Created(authorization))
            .On("GET transactions/txn_a", StubAnswer.Ok(authorization.Copy()));
        var authorized = await two.First.Gateway.AuthorizeAsync(Some.Authorize(), Token);
        Assert.True(authorized.IsApproved, authorized.Message);

        var again = await two.Second.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal(PaymentOutcome.Unknown, again.Outcome);
        Assert.Equal(2, two.Stub.Writes.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_capture_and_another_authorization_of_the_customer_do_not_meet(bool isOtherProcess)
    {
        await using var two = new TwoProcesses(isOtherProcess);
        var signal = new TaskCompletionSource();
        two.Stub.WithAuthorization(Txn.Authorization())
            .On(
                "POST transactions",
                StubAnswer.Created(Txn.Authorization()),
                StubAnswer.Held(signal.Task, StubAnswer.Created(Txn.Capture())),
                StubAnswer.Created(Txn.Authorization("auth-2", "txn_b"))
            );
        await two.First.Gateway.AuthorizeAsync(Some.Authorize(), Token);

        var capturing = two.First.Gateway.CaptureAsync(Some.Capture(), Token);
        await two.SentAsync(2);
        var authorizing = two.Second.Gateway.AuthorizeAsync(Some.Authorize("auth-2"), Token);
        await Task.Delay(100, Token);
        Assert.Equal((2, false), (two.Stub.Writes.Count, authorizing.IsCompleted));
        signal.SetResult();

        Assert.True((await capturing).IsApproved);
        Assert.True((await authorizing).IsApproved);
    }

    [Theory]
    [InlineData(false, "inst_1", true)]
    [InlineData(true, "inst_1", true)]
    [InlineData(true, "inst_2", false)]
    public async Task A_capture_is_refused_beside_another_authorization_in_doubt_that_it_could_take(
        bool isOtherProcess,
        string instrument,
        bool isRefused
    )
    {
        await using var two = new TwoProcesses(isOtherProcess);
        two.Stub.WithAuthorization(Txn.Authorization())
            .On(
                "POST transactions",
                StubAnswer.Created(Txn.Authorization()),
                StubAnswer.Reset(),
                StubAnswer.Created(Txn.Capture())
            );
        await two.First.Gateway.AuthorizeAsync(Some.Authorize(), Token);
        await two.First.Gateway.AuthorizeAsync(
            Some.Authorize("auth-2") with
            {
                PaymentMethod = PaymentMethod.Stored(instrument),
            },
            Token
        );

        var capture = await two.Second.Gateway.CaptureAsync(Some.Capture(), Token);

        Assert.Equal(isRefused ? PaymentOutcome.Rejected : PaymentOutcome.Approved, capture.Outcome);
        Assert.Equal(isRefused ? PaymentReason.AuthorizationAmbiguous : PaymentReason.None, capture.Reason);
        Assert.Equal(isRefused, capture.Message?.Contains("'auth-2' is unresolved", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("completed", "txn_c", 5, false)]
    [InlineData("completed", "txn_c", 12.50, true)]
    [InlineData("voided", null, 0, true)]
    public async Task The_rest_of_a_partial_capture_counts_as_open(
        string status,
        string? child,
        double taken,
        bool frees
    )
    {
        await using var fixture = new RebillyFixture(("AllowPartialCapture", "true"));
        var captured = Txn.Capture("c").With("amount", 5m).With("requestAmount", 5m);
        fixture
            .Stub.WithAuthorization(Txn.Authorization())
            .On(
                "POST transactions",
                StubAnswer.Created(Txn.Authorization()),
                StubAnswer.Created(captured),
                StubAnswer.Created(Txn.Sale())
            );
        await fixture.Gateway.AuthorizeAsync(Some.Authorize(), Token);
        var part = await fixture.Gateway.CaptureAsync(Some.Capture("c") with { Amount = Some.Usd(5) }, Token);
        Assert.True(part.IsApproved, part.Message);
        fixture.Stub.WithOriginal(
            Txn.Authorization().With("status", status),
            child is null
                ? []
                : [Txn.Capture("c", child).With("amount", (decimal)taken).With("requestAmount", (decimal)taken)]
        );

        var sale = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal(frees ? PaymentOutcome.Approved : PaymentOutcome.Rejected, sale.Outcome);
        // There is no other way to resolve it.
        Assert.Equal(
            !frees,
            sale.Message?.Contains("Wait until 2026-03-08T13:00:00Z", StringComparison.Ordinal) == true
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_void_that_a_person_was_wrong_about_hides_no_authorization_that_was_seen_since(
        bool isOtherProcess
    )
    {
        await using var two = new TwoProcesses(isOtherProcess);
        two.Stub.WithAuthorization(Txn.Authorization())
            .On("POST transactions", StubAnswer.Created(Txn.Authorization()))
            .On("POST transactions/txn_a/refund", StubAnswer.Reset());
        await two.First.Gateway.AuthorizeAsync(Some.Authorize(), Token);
        await two.First.Gateway.VoidAsync(Some.Void("void-1", "txn_a"), Token);
        two.Pass(TimeSpan.FromHours(1));
        await two.Second.ResolveAsync("void-1", PaymentOutcome.Approved);
        var believed = (await two.First.EntryAsync("auth-1")).MayBeOpenAuthorization;

        two.Pass(TimeSpan.FromHours(1));
        await two.Second.Gateway.FindAsync(FindRequest.For(RebillyFixture.Ref("txn_a")), Token);
        var sale = await two.Second.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.False(believed);
        Assert.Equal(PaymentReason.OpenAuthorization, sale.Reason);
    }

    [Fact]
    public async Task Of_many_authorizations_of_a_customer_only_the_open_ones_are_read()
    {
        await using var fixture = new RebillyFixture();
        for (var i = 0; i < 5; i++)
        {
            var id = $"txn_a{i}";
            var authorization = Txn.Authorization($"auth-{i}", id);
            fixture
                .Stub.On("POST transactions", StubAnswer.Created(authorization))
                .WithList(authorization)
                .On($"GET transactions/{id}", StubAnswer.Ok(authorization))
                .On($"POST transactions/{id}/refund", StubAnswer.Created(Txn.Reversal("void", $"txn_v{i}", id)));
            await fixture.Gateway.AuthorizeAsync(Some.Authorize($"auth-{i}"), Token);
            await fixture.Gateway.VoidAsync(Some.Void($"void-{i}", id), Token);
        }

        var before = fixture.Stub.Requests.Count;
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale()));
        var sale = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.True(sale.IsApproved, sale.Message);
        Assert.Equal(before + 1, fixture.Stub.Requests.Count);
        Assert.Null((await fixture.EntryAsync("key-1")).AmendedAt);
    }
}
