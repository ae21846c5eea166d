namespace PaymentAbstractions.Journal.Tests;

public sealed class ForgettingTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Fact]
    public async Task A_closed_payment_is_forgotten_when_its_time_has_passed_and_not_before()
    {
        var memory = new Memory();
        var sale = await memory.SellAsync("a");

        memory.Clock.Advance(Day - TimeSpan.FromSeconds(1));
        var before = await memory.BeginAsync(sale);
        memory.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await memory.BeginAsync(sale);

        Assert.Equal(JournalDecisionKind.Answered, before.Kind);
        Assert.Equal(JournalDecisionKind.Started, after.Kind);
        Assert.Equal(1, after.Attempt);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(1)]
    public async Task An_authorization_that_may_be_open_is_kept_until_it_has_lapsed(int most)
    {
        var memory = new Memory(options => options.MaxClosed = most);
        var hold = Some.Authorize("hold", "order-hold") with { CustomerId = "customer" };
        var expires = Some.Now.AddDays(7);
        var approved = Some.Approved(hold);
        await memory.Journal.PayAsync(
            hold,
            approved with
            {
                Result = approved.Result with { AuthorizationExpiresAt = expires },
            }
        );
        await memory.SellAsync("a");
        await memory.SellAsync("b");

        memory.Clock.Advance(expires + JournalRules.ExpiredAuthorizationMargin - Some.Now);
        var open = await memory.KnowsAsync("hold");
        memory.Clock.Advance(TimeSpan.FromSeconds(1));
        await memory.KnowsAsync("hold");
        memory.Clock.Advance(Day);

        Assert.True(open);
        Assert.False(await memory.KnowsAsync("hold"));
    }

    [Fact]
    public async Task An_authorization_that_was_captured_whole_is_forgotten_like_any_other()
    {
        var memory = new Memory();
        var hold = Some.Authorize("hold") with { CustomerId = "customer" };
        await memory.Journal.PayAsync(hold);
        var capture = Some.Capture("capture", Some.Transaction("txn-hold"));
        await memory.Journal.PayAsync(capture);

        memory.Clock.Advance(Day);

        Assert.Empty(await memory.KnownAsync("hold", "capture"));
    }

    [Theory]
    [InlineData(PaymentOutcome.Declined)]
    [InlineData(PaymentOutcome.Rejected)]
    [InlineData(PaymentOutcome.NotSent)]
    public async Task A_payment_that_moved_no_money_is_forgotten_too(PaymentOutcome outcome)
    {
        var memory = new Memory();
        var sale = Some.Sale("a");
        await memory.Journal.PayAsync(sale, Some.Outcome(sale, outcome));

        memory.Clock.Advance(Day);

        Assert.False(await memory.KnowsAsync("a"));
    }

    [Fact]
    public async Task The_order_of_a_forgotten_payment_can_be_charged_again()
    {
        var memory = new Memory();
        await memory.Journal.PayAsync(Some.Sale("a"));
        var before = await memory.BeginAsync(Some.Sale("b"));

        memory.Clock.Advance(Day);
        var after = await memory.BeginAsync(Some.Sale("b"));

        Assert.Equal(JournalDecisionKind.OrderAlreadyPaid, before.Kind);
        Assert.Equal(JournalDecisionKind.Started, after.Kind);
    }

    [Fact]
    public async Task Beyond_the_number_the_oldest_are_forgotten()
    {
        var memory = new Memory(options => options.MaxClosed = 3);
        foreach (var key in new[] { "a", "b", "c", "d", "e" })
        {
            await memory.SellAsync(key);
        }

        Assert.Equal(["c", "d", "e"], await memory.KnownAsync("a", "b", "c", "d", "e"));
    }

    [Fact]
    public async Task A_change_makes_a_payment_new_again()
    {
        var memory = new Memory(options => options.MaxClosed = 2);
        await memory.SellAsync("a");
        await memory.SellAsync("b");
        var seen = await memory.Journal.SeeAsync(Some.Observation("txn-a", refunded: 1m));
        await memory.Journal.MarkPublishedAsync(
            seen.Entry!.Key,
            seen.Entry.Revision,
            TestContext.Current.CancellationToken
        );

        await memory.SellAsync("c");

        Assert.Equal(["a", "c"], await memory.KnownAsync("a", "b", "c"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(PaymentOutcome.Pending)]
    [InlineData(PaymentOutcome.Unknown)]
    public async Task An_unresolved_payment_is_never_forgotten(PaymentOutcome? outcome)
    {
        var memory = new Memory(options => options.MaxClosed = 1);
        var sale = Some.Sale("a");
        await memory.BeginAsync(sale);
        if (outcome is { } given)
        {
            await memory.CompleteAsync(sale, Some.Outcome(sale, given));
        }

        await memory.SellAsync("b");
        await memory.SellAsync("c");
        memory.Clock.Advance(1000 * Day);

        Assert.Equal(["a"], await memory.KnownAsync("a", "b", "c"));
    }

    [Fact]
    public async Task A_resolution_is_kept_until_the_application_has_received_it()
    {
        var memory = new Memory();
        var sale = Some.Sale("a");
        await memory.Journal.PayAsync(sale, Some.Unknown(sale));
        var write = await memory.Journal.ResolveAsync(
            Some.Resolution(sale, Some.Approved(sale)),
            TestContext.Current.CancellationToken
        );

        memory.Clock.Advance(2 * Day);
        var isKept = await memory.KnowsAsync("a");
        await memory.Journal.MarkPublishedAsync(
            sale.JournalKey,
            write.Entry!.Revision,
            TestContext.Current.CancellationToken
        );
        memory.Clock.Advance(Day - TimeSpan.FromSeconds(1));
        var isKeptOn = await memory.KnowsAsync("a");
        memory.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(isKept);
        Assert.True(isKeptOn);
        Assert.False(await memory.KnowsAsync("a"));
    }

    [Fact]
    public async Task Both_charges_of_an_order_that_was_charged_twice_are_kept()
    {
        var memory = new Memory();
        var first = Some.Sale("a");
        await memory.Journal.PayAsync(first, Some.Declined(first));
        await memory.Journal.PayAsync(Some.Sale("b"));
        // A late answer disproves the decline of the first attempt.
        var late = await memory.CompleteAsync(first, Some.Approved(first));
        await memory.Journal.MarkPublishedAsync(
            first.JournalKey,
            late.Entry!.Revision,
            TestContext.Current.CancellationToken
        );

        memory.Clock.Advance(1000 * Day);

        Assert.True(late.Entry.IsDuplicateCharge);
        Assert.Equal(["a", "b"], await memory.KnownAsync("a", "b"));
    }

    [Fact]
    public async Task A_payment_lives_as_long_as_what_was_refunded_of_it()
    {
        var memory = new Memory();
        await memory.SellAsync("a");
        memory.Clock.Advance(Day / 2);
        await memory.Journal.PayAsync(Some.Refund("r", Some.Transaction("txn-a"), 4m));

        memory.Clock.Advance(Day - TimeSpan.FromSeconds(1));
        var isKept = await memory.KnownAsync("a", "r");
        var amounts = await memory.AmountsAsync("txn-a");
        memory.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["a", "r"], isKept);
        Assert.Equal((Money.Usd(10m), Money.Usd(4m)), (amounts.Captured, amounts.Refunded));
        Assert.Empty(await memory.KnownAsync("a", "r"));
        Assert.Null((await memory.AmountsAsync("txn-a")).Refunded);
    }

    [Fact]
    public async Task A_payment_is_kept_while_something_that_was_done_to_it_is_in_doubt()
    {
        var memory = new Memory(options => options.MaxClosed = 3);
        var authorize = Some.Authorize("a");
        await memory.Journal.PayAsync(authorize, Some.Approved(authorize, "auth"));
        var capture = Some.Capture("c", Some.Transaction("auth"));
        await memory.Journal.PayAsync(capture, Some.Approved(capture, "capture"));
        // The unresolved refund at the end of the chain names the capture and, through it, the authorization.
        var refund = Some.Refund("r", Renamed("capture"), 4m);
        await memory.BeginAsync(refund);
        await memory.SellAsync("w");
        await memory.SellAsync("x");
        await memory.SellAsync("y");
        await memory.SellAsync("z");

        var held = await memory.KnownAsync("a", "c", "r", "w", "x", "y", "z");
        memory.Clock.Advance(2 * Day);
        var heldOn = await memory.KnownAsync("a", "c", "r", "w", "x", "y", "z");
        await memory.CompleteAsync(refund, Some.Approved(refund));
        var amounts = await memory.AmountsAsync("capture");
        memory.Clock.Advance(Day);

        Assert.Equal(["a", "c", "r", "x", "y", "z"], held);
        Assert.Equal(["a", "c", "r"], heldOn);
        Assert.Equal((Money.Usd(10m), Money.Usd(4m)), (amounts.Captured, amounts.Refunded));
        Assert.Empty(await memory.KnownAsync("a", "c", "r"));
    }

    [Fact]
    public async Task A_refund_that_is_kept_but_moved_nothing_does_not_keep_its_payment()
    {
        var memory = new Memory();
        await memory.SellAsync("a");
        var refund = Some.Refund("r", Some.Transaction("txn-a"), 4m);
        await memory.Journal.PayAsync(refund, Some.Unknown(refund));
        await memory.Journal.ResolveAsync(
            Some.Resolution(refund, Some.Declined(refund)),
            TestContext.Current.CancellationToken
        );

        memory.Clock.Advance(Day);

        Assert.Equal(["r"], await memory.KnownAsync("a", "r"));
    }

    [Fact]
    public async Task A_payment_waits_again_when_a_refund_in_doubt_turns_out_to_have_moved_nothing()
    {
        var memory = new Memory();
        await memory.SellAsync("a");
        var refund = Some.Refund("r", Some.Transaction("txn-a"), 4m);
        await memory.BeginAsync(refund);
        memory.Clock.Advance(2 * Day);
        var isKept = await memory.KnowsAsync("a");

        await memory.CompleteAsync(refund, Some.Declined(refund));
        memory.Clock.Advance(Day);

        Assert.True(isKept);
        Assert.Empty(await memory.KnownAsync("a", "r"));
    }

    [Fact]
    public async Task A_key_that_is_sent_again_is_not_forgotten_as_what_it_was_before()
    {
        var memory = new Memory();
        var sale = Some.Sale("a");
        await memory.Journal.PayAsync(sale, Some.NotSent(sale));
        memory.Clock.Advance(Day / 2);

        var again = await memory.BeginAsync(sale);
        memory.Clock.Advance(Day);

        Assert.Equal(2, again.Attempt);
        Assert.True(await memory.KnowsAsync("a"));
    }

    private static TransactionReference Renamed(string id) => Some.Renamed(Some.Transaction(id));
}
