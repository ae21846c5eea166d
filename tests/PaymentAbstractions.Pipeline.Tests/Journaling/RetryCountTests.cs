using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>The number of retries that the schemes' rules leave according to the journal, and the refusal of further ones.</summary>
public sealed class RetryCountTests : IAsyncDisposable
{
    private const string Enforced = """
        {
          "EnforceRetryLimits": true,
          "Gateways": { "cards_eu": { "Provider": "Test", "Environment": "Live", "Account": "eu" } }
        }
        """;

    private static readonly ThreeDSecureAuthentication Authenticated = new()
    {
        Status = ThreeDSecureStatus.Authenticated,
        Version = "2.2.0",
    };

    private readonly JournaledPayments _payments = new();
    private readonly DateTimeOffset _start;
    private int _keys;

    public RetryCountTests() => _start = _payments.Clock.GetUtcNow();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private RetriesLeft Thirty(int count) => new() { Count = count, Until = _start.AddDays(30) };

    [Fact]
    public async Task The_first_decline_leaves_all_retries_of_the_scheme_and_each_further_one_takes_one()
    {
        Decline("51", CardBrand.Visa);

        Assert.Equal(Thirty(20), (await SaleAsync()).RetriesLeft);
        _payments.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(Thirty(19), (await SaleAsync()).RetriesLeft);
        Assert.Equal(Thirty(18), (await SaleAsync()).RetriesLeft);
    }

    [Fact]
    public async Task A_repeat_of_a_key_counts_again()
    {
        Decline("51", CardBrand.Visa);
        var first = await SaleAsync();
        await SaleAsync();

        var repeat = await SaleAsync(key: "key-1");

        Assert.Equal((Thirty(20), Thirty(19)), (first.RetriesLeft, repeat.RetriesLeft));
        Assert.Equal(2, _payments.Backend.Sent);
    }

    [Fact]
    public async Task A_decline_that_is_older_than_the_window_no_longer_counts()
    {
        Decline("51", CardBrand.Visa);
        await SaleAsync();
        _payments.Clock.Advance(TimeSpan.FromDays(20));
        await SaleAsync();
        _payments.Clock.Advance(TimeSpan.FromDays(11));

        var left = (await SaleAsync()).RetriesLeft;

        Assert.Equal(new RetriesLeft { Count = 19, Until = _start.AddDays(50) }, left);
    }

    [Fact]
    public async Task A_stored_method_is_counted_over_its_orders_of_the_same_amount()
    {
        Decline("51", CardBrand.Visa);
        await SaleAsync("order-1", "stored-1");
        await SaleAsync("order-2", "stored-2");
        await SaleAsync("order-3", "stored-1", amount: 99m);

        Assert.Equal(Thirty(19), (await SaleAsync("order-4", "stored-1")).RetriesLeft);
        Assert.Equal(Thirty(20), (await SaleAsync("order-5", "stored-3")).RetriesLeft);
    }

    [Fact]
    public async Task Another_stored_method_of_an_order_has_tries_of_its_own_and_a_one_time_token_has_not()
    {
        Decline("51", CardBrand.Visa);
        await SaleAsync(stored: "stored-1");
        await SaleAsync(stored: "stored-1");

        Assert.Equal(Thirty(20), (await SaleAsync(stored: "stored-2")).RetriesLeft);
        Assert.Equal(Thirty(17), (await SaleAsync(stored: null)).RetriesLeft);
    }

    [Fact]
    public async Task An_approval_ends_the_count()
    {
        Decline("51", CardBrand.Visa);
        await SaleAsync("order-1");
        _payments.Clock.Advance(TimeSpan.FromHours(1));
        _payments.Backend.OnExecute = Approving;
        Assert.Null((await SaleAsync("order-1")).RetriesLeft);
        Decline("51", CardBrand.Visa);

        Assert.Equal(20, (await SaleAsync("order-2")).RetriesLeft!.Count);
    }

    [Fact]
    public async Task An_unresolved_payment_counts_as_a_try()
    {
        _payments.Backend.OnExecute = (_, call) =>
        {
            call.TryBeginSend();
            throw new InvalidOperationException("Nobody knows.");
        };
        await SaleAsync("order-1");
        Decline("51", CardBrand.Visa);

        Assert.Equal(Thirty(19), (await SaleAsync("order-2")).RetriesLeft);
    }

    [Fact]
    public async Task Visa_counts_what_the_merchant_begins_apart_and_Mastercard_does_not()
    {
        Decline("51", CardBrand.Visa);
        await SaleAsync(isMerchantInitiated: true);
        Assert.Equal(Thirty(20), (await SaleAsync()).RetriesLeft);

        Decline("51", CardBrand.Mastercard);
        Assert.Equal(8 - 1, (await SaleAsync()).RetriesLeft!.Count);
    }

    [Fact]
    public async Task Mastercard_lets_a_card_be_declined_ten_times_a_day_regardless_of_the_amounts()
    {
        Decline("51", CardBrand.Mastercard);
        for (var i = 0; i < 9; i++)
        {
            await SaleAsync($"order-{i}", amount: 10m + i);
        }

        var last = await SaleAsync("order-9");
        Assert.Equal(new RetriesLeft { Count = 0, Until = _start.AddDays(1) }, last.RetriesLeft);
        _payments.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(9, (await SaleAsync("order-10", amount: 500m)).RetriesLeft!.Count);
    }

    [Fact]
    public async Task Where_the_brand_is_not_known_the_stricter_parts_of_both_rules_hold()
    {
        Decline("51", default);
        Assert.Equal(new RetriesLeft { Count = 9, Until = _start.AddDays(1) }, (await SaleAsync()).RetriesLeft);
        await SaleAsync(isMerchantInitiated: true);
        _payments.Clock.Advance(TimeSpan.FromDays(2));
        for (var i = 0; i < 3; i++)
        {
            await SaleAsync();
            _payments.Clock.Advance(TimeSpan.FromDays(2));
        }

        Assert.Equal(9, (await SaleAsync()).RetriesLeft!.Count);
        Decline("51", CardBrand.Jcb);
        Assert.Equal(Thirty(14), (await SaleAsync()).RetriesLeft);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task A_stop_by_the_cardholder_ends_merchant_retries_only(bool isMerchantInitiated, bool isSilent)
    {
        Decline("R1", CardBrand.Visa);

        var left = (await SaleAsync(isMerchantInitiated: isMerchantInitiated)).RetriesLeft;

        Assert.Equal(isSilent ? null : new RetriesLeft { Count = 0 }, left);
    }

    [Fact]
    public async Task A_soft_decline_leaves_one_try_to_authenticate_regardless_of_earlier_declines()
    {
        Decline("51", CardBrand.Visa);
        await SaleAsync();
        Decline("1A", CardBrand.Visa);

        Assert.Equal(Thirty(1), (await SaleAsync()).RetriesLeft);
        Assert.Equal(Thirty(1), (await SaleAsync()).RetriesLeft);
        Decline("51", CardBrand.Visa);
        await SaleAsync(isAuthenticated: true);
        Decline("1A", CardBrand.Visa);
        Assert.Equal(Thirty(0), (await SaleAsync()).RetriesLeft);
    }

    [Fact]
    public async Task A_code_with_a_rule_of_its_own_counts_only_its_own_declines()
    {
        Decline("51", CardBrand.Visa);
        await SaleAsync();
        Decline("Z1", CardBrand.Visa);

        Assert.Equal(Thirty(1), (await SaleAsync()).RetriesLeft);
        Assert.Equal(Thirty(0), (await SaleAsync()).RetriesLeft);
    }

    [Theory]
    [InlineData("41", true)]
    [InlineData("05", false)]
    [InlineData("ZZ", false)]
    public async Task Never_is_reported_only_when_the_scheme_or_the_advice_says_so(string code, bool isNever)
    {
        Decline(code, CardBrand.Visa);

        Assert.Equal(isNever ? new RetriesLeft { Count = 0 } : null, (await SaleAsync()).RetriesLeft);
    }

    [Theory]
    [InlineData(PaymentReason.Canceled)]
    [InlineData(PaymentReason.Abandoned)]
    public async Task A_payment_that_the_customer_abandoned_is_no_try(PaymentReason reason)
    {
        _payments.Backend.OnExecute = Declining(null, reason);
        await SaleAsync();
        Decline("51", CardBrand.Visa);

        Assert.Equal(Thirty(20), (await SaleAsync()).RetriesLeft);
    }

    [Fact]
    public async Task The_declines_of_a_day_are_counted_despite_approvals_in_between()
    {
        Decline("51", CardBrand.Mastercard);
        await SaleAsync("order-1");
        _payments.Clock.Advance(TimeSpan.FromHours(1));
        _payments.Backend.OnExecute = Approving;
        await SaleAsync("order-1");
        Decline("51", CardBrand.Mastercard);

        Assert.Equal(
            new RetriesLeft { Count = 8, Until = _start.AddDays(1) },
            (await SaleAsync("order-2")).RetriesLeft
        );
    }

    [Fact]
    public async Task Without_a_code_and_a_decline_there_is_no_message()
    {
        _payments.Backend.OnExecute = Declining(null);
        Assert.Null((await SaleAsync("order-1")).RetriesLeft);
        _payments.Backend.OnExecute = Approving;
        Assert.Null((await SaleAsync("order-2")).RetriesLeft);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_read_costs_the_count_and_not_the_result()
    {
        Decline("51", CardBrand.Visa);
        _payments.Journal.Before = step =>
            step == nameof(IPaymentJournal.FindTriesAsync)
                ? throw new InvalidOperationException("No disk.")
                : Task.CompletedTask;

        var result = await SaleAsync();

        Assert.Equal((PaymentOutcome.Declined, null), (result.Outcome, result.RetriesLeft));
    }

    [Fact]
    public async Task Nothing_is_refused_by_default()
    {
        Decline("41", CardBrand.Visa);
        await SaleAsync();

        Assert.Equal(PaymentOutcome.Declined, (await SaleAsync()).Outcome);
        Assert.Equal(2, _payments.Backend.Sent);
    }

    [Fact]
    public async Task A_try_beyond_the_rule_is_refused_until_the_window_ends_and_never_sent()
    {
        _payments.Restart(Enforced);
        Decline("51", CardBrand.Visa);
        for (var i = 0; i < 21; i++)
        {
            Assert.Equal(PaymentOutcome.Declined, (await SaleAsync()).Outcome);
        }

        var refused = await SaleAsync();

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.RetryLimitReached), (refused.Outcome, refused.Reason));
        Assert.Equal((Thirty(0), _start.AddDays(30)), (refused.RetriesLeft, refused.RetryAt));
        Assert.False(refused.MoneyMayHaveMoved);
        Assert.Equal(21, _payments.Backend.Sent);
        Assert.Equal(PaymentOutcome.Declined, (await SaleAsync(key: "key-1")).Outcome);
        _payments.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(PaymentOutcome.Declined, (await SaleAsync(key: refused.IdempotencyKey.Value)).Outcome);
        Assert.Equal(22, _payments.Backend.Sent);
    }

    [Theory]
    [InlineData("41", "order-1", "stored-1", true)]
    [InlineData("41", "order-1", "stored-2", false)]
    [InlineData("41", "order-1", null, false)]
    [InlineData("41", "order-2", "stored-1", true)]
    [InlineData("05", "order-1", "stored-1", false)]
    [InlineData("03", "order-1", "stored-1", false)]
    [InlineData("1A", "order-1", "stored-1", false)]
    public async Task A_forbidden_retry_is_refused_only_when_the_card_is_known_to_be_the_same(
        string code,
        string order,
        string? stored,
        bool isRefused
    )
    {
        _payments.Restart(Enforced);
        Decline(code, CardBrand.Visa);
        await SaleAsync(stored: "stored-1");

        var next = await SaleAsync(order, stored);

        Assert.Equal(isRefused ? PaymentOutcome.Rejected : PaymentOutcome.Declined, next.Outcome);
    }

    [Fact]
    public async Task The_merchant_advice_never_to_try_again_is_refused_on_every_order()
    {
        _payments.Restart(Enforced);
        _payments.Backend.OnExecute = Declining(
            ResponseCode.FromProvider("05", CardBrand.Mastercard).WithMerchantAdvice("03")
        );
        await SaleAsync("order-1");

        var refused = await SaleAsync("order-2", amount: 1m);

        Assert.Equal(PaymentReason.RetryLimitReached, refused.Reason);
        Assert.Equal((new RetriesLeft { Count = 0 }, null), (refused.RetriesLeft, refused.RetryAt));
    }

    [Fact]
    public async Task After_a_stop_by_the_cardholder_only_merchant_payments_are_refused()
    {
        _payments.Restart(Enforced);
        Decline("R1", CardBrand.Visa);
        await SaleAsync("order-1", isMerchantInitiated: true);

        Assert.Equal(PaymentReason.RetryLimitReached, (await SaleAsync("order-2", isMerchantInitiated: true)).Reason);
        Assert.Equal(PaymentOutcome.Declined, (await SaleAsync("order-3")).Outcome);
    }

    [Fact]
    public async Task An_approval_of_the_card_ends_what_was_forbidden_before()
    {
        Decline("41", CardBrand.Visa);
        await SaleAsync("order-1");
        _payments.Clock.Advance(TimeSpan.FromHours(1));
        _payments.Backend.OnExecute = Approving;
        await SaleAsync("order-2", amount: 20m);
        _payments.Restart(Enforced);
        Decline("51", CardBrand.Visa);

        Assert.Equal(PaymentOutcome.Declined, (await SaleAsync("order-3")).Outcome);
    }

    [Fact]
    public async Task The_limit_holds_regardless_of_the_codes_advice()
    {
        _payments.Restart(Enforced);
        Decline("05", CardBrand.Visa);
        for (var i = 0; i < 21; i++)
        {
            Assert.Equal(PaymentOutcome.Declined, (await SaleAsync($"order-{i}")).Outcome);
        }

        Assert.Equal(PaymentReason.RetryLimitReached, (await SaleAsync("order-21")).Reason);
        Assert.Equal(PaymentOutcome.Declined, (await SaleAsync("order-22", amount: 1m)).Outcome);
    }

    [Fact]
    public async Task Beyond_the_limit_the_next_try_is_named_and_not_the_end_of_the_first()
    {
        Decline("51", CardBrand.Visa);
        for (var i = 0; i < 25; i++)
        {
            await SaleAsync();
            _payments.Clock.Advance(TimeSpan.FromHours(1));
        }

        _payments.Restart(Enforced);
        Decline("51", CardBrand.Visa);
        var refused = await SaleAsync();
        _payments.Clock.Advance(refused.RetryAt!.Value - _payments.Clock.GetUtcNow());

        Assert.Equal(_start.AddHours(4).AddDays(30), refused.RetryAt);
        Assert.Equal(PaymentOutcome.Declined, (await SaleAsync()).Outcome);
        Assert.Equal(PaymentReason.RetryLimitReached, (await SaleAsync()).Reason);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("stored-2")]
    public async Task An_order_that_is_paid_or_in_doubt_is_answered_by_the_journal(string? other)
    {
        _payments.Restart(Enforced);
        Decline("41", CardBrand.Visa);
        await SaleAsync("order-1", "stored-1");
        await SaleAsync("order-2", "stored-1");
        _payments.Backend.OnExecute = Approving;
        await SaleAsync("order-1", other);
        _payments.Backend.OnExecute = (_, call) =>
        {
            call.TryBeginSend();
            throw new InvalidOperationException("Nobody knows.");
        };
        await SaleAsync("order-2", other);

        var paid = await SaleAsync("order-1", "stored-1");
        var open = await SaleAsync("order-2", "stored-1");

        Assert.Equal((PaymentOutcome.Approved, PaymentReason.AlreadyPaid), (paid.Outcome, paid.Reason));
        Assert.Equal(PaymentReason.AlreadyInProgress, open.Reason);
    }

    [Fact]
    public async Task Without_a_brand_nothing_is_beyond_a_limit()
    {
        _payments.Restart(Enforced);
        Decline("51", default);
        for (var i = 0; i < 25; i++)
        {
            Assert.Equal(PaymentOutcome.Declined, (await SaleAsync()).Outcome);
        }
    }

    [Fact]
    public async Task One_decline_without_a_brand_does_not_hide_that_of_the_others()
    {
        Decline("51", CardBrand.Visa);
        for (var i = 0; i < 9; i++)
        {
            await SaleAsync();
        }

        Decline("51", default);

        Assert.Equal(Thirty(11), (await SaleAsync()).RetriesLeft);
    }

    [Fact]
    public async Task A_forbidden_card_stays_forbidden_until_it_is_approved()
    {
        Decline("41", CardBrand.Visa);
        await SaleAsync();
        Decline("51", CardBrand.Visa);

        Assert.Equal(new RetriesLeft { Count = 0 }, (await SaleAsync()).RetriesLeft);
    }

    [Fact]
    public async Task A_soft_decline_leaves_no_more_than_the_day_does()
    {
        Decline("51", CardBrand.Mastercard);
        for (var i = 0; i < 9; i++)
        {
            await SaleAsync();
        }

        Decline("1A", CardBrand.Mastercard);

        Assert.Equal(new RetriesLeft { Count = 0, Until = _start.AddDays(1) }, (await SaleAsync()).RetriesLeft);
    }

    [Fact]
    public async Task A_customer_who_authenticates_is_not_refused_after_soft_declines()
    {
        _payments.Restart(Enforced);
        Decline("1A", CardBrand.Visa);
        await SaleAsync("order-1");
        await SaleAsync("order-2");
        _payments.Backend.OnExecute = Approving;

        Assert.True((await SaleAsync("order-3", isAuthenticated: true)).IsApproved);
    }

    [Fact]
    public async Task Neither_a_new_card_in_a_token_nor_the_customers_default_is_taken_for_the_declined_card()
    {
        _payments.Restart(Enforced);
        Decline("41", CardBrand.Mastercard);
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(PaymentOutcome.Declined, (await SaleAsync(stored: null)).Outcome);
        }

        for (var i = 0; i < 12; i++)
        {
            var result = await SaleAsync($"order-{i}", method: new CustomerDefaultPaymentMethod());
            Assert.Equal(PaymentOutcome.Declined, result.Outcome);
        }
    }

    [Theory]
    [InlineData(nameof(IPaymentJournal.FindTriesAsync))]
    [InlineData(nameof(IPaymentJournal.FindAsync))]
    public async Task A_journal_that_cannot_be_read_is_no_reason_to_refuse(string failing)
    {
        _payments.Restart(Enforced);
        Decline("41", CardBrand.Visa);
        await SaleAsync();
        _payments.Journal.Before = step =>
            step == failing ? throw new InvalidOperationException("No disk.") : Task.CompletedTask;

        Assert.Equal(PaymentOutcome.Declined, (await SaleAsync()).Outcome);
    }

    [Fact]
    public async Task A_journal_that_hangs_holds_a_result_up_for_a_second_at_most()
    {
        Decline("51", CardBrand.Visa);
        _payments.Journal.Before = step =>
            step == nameof(IPaymentJournal.FindTriesAsync)
                ? Task.Delay(Timeout.InfiniteTimeSpan, Token)
                : Task.CompletedTask;

        var result = await SaleAsync();

        Assert.Equal((PaymentOutcome.Declined, null), (result.Outcome, result.RetriesLeft));
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private static Task<PaymentResult> Approving(TestAdapter adapter, Adapters.RunningAttempt call)
    {
        call.TryBeginSend();
        return Task.FromResult(adapter.Approve(call.Request));
    }

    private static Func<TestAdapter, Adapters.RunningAttempt, Task<PaymentResult>> Declining(
        ResponseCode? code,
        PaymentReason reason = PaymentReason.DeclinedByIssuer
    ) =>
        (adapter, call) =>
        {
            call.TryBeginSend();
            return Task.FromResult(
                adapter.Approve(call.Request) with
                {
                    Outcome = PaymentOutcome.Declined,
                    Reason = reason,
                    ApprovedAmount = null,
                    ProcessedAmount = null,
                    Code = code,
                }
            );
        };

    private void Decline(string code, CardBrand brand) =>
        _payments.Backend.OnExecute = Declining(ResponseCode.FromProvider(code, brand));

    private Task<PaymentResult> SaleAsync(
        string order = "order-1",
        string? stored = "stored-1",
        decimal amount = 49.90m,
        bool isMerchantInitiated = false,
        bool isAuthenticated = false,
        PaymentMethod? method = null,
        string? key = null
    ) =>
        _payments.Default.SaleAsync(
            PaymentRequests.Sale(Money.Eur(amount), key ?? $"key-{++_keys}") with
            {
                OrderReference = new OrderReference(order),
                PaymentMethod =
                    method ?? (stored is null ? PaymentMethod.Token("token") : PaymentMethod.Stored(stored)),
                Customer = method is null ? null : new Customer { Id = "customer-1" },
                ThreeDSecure = isAuthenticated ? Authenticated : null,
                StoredCredentialUse = isMerchantInitiated ? StoredCredentialUse.MerchantRecurring : default,
            },
            Token
        );
}
