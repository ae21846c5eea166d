using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>A notification is processed only when the journal has recorded what the provider shows.</summary>
public sealed class NotificationTests : IAsyncDisposable
{
    private readonly CheckedPayments _payments = new("""{ "MaxChecksPerMinute": "3" }""");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string SaleId => $"txn-{PaymentRequests.Sale().IdempotencyKey}";

    private IPaymentNotifications Notifications =>
        _payments.Current.Services.GetRequiredService<IPaymentNotifications>();

    private int Looks => _payments.Backend.Found.Count;

    [Fact]
    public async Task Those_that_share_a_reading_claim_each_for_itself()
    {
        await _payments.SellAsync();
        using var first = new SemaphoreSlim(0);
        using var begun = new SemaphoreSlim(0);
        _payments.Show(PaymentOutcome.Approved, state => state with { Revision = 5 });
        var shown = _payments.Backend.OnFind;
        _payments.Backend.OnFind = (adapter, request) =>
        {
            begun.Release();
            first.Wait(Token);
            return shown(adapter, request);
        };

        var running = HandleAsync(revision: 4);
        await begun.WaitAsync(Token);
        var seen = HandleAsync(revision: 5);
        var unseen = HandleAsync(revision: 6);
        await Task.Delay(50, Token);
        first.Release(10);

        Assert.Equal(NotificationStatus.Recorded, (await running).Status);
        Assert.Equal(NotificationStatus.Recorded, (await seen).Status);
        Assert.Equal(NotificationStatus.Deferred, (await unseen).Status);
        Assert.Equal(2, Looks);
        Assert.Equal([4L, 5L], _payments.Entry.Notifications.Select(one => one.ProviderRevision!.Value).Order());
    }

    [Fact]
    public async Task An_entry_that_changed_during_the_look_up_is_looked_up_again()
    {
        await _payments.DeclineAsync();
        _payments.Show(PaymentOutcome.Approved, state => state with { Revision = 7 });
        var overtaken = 0;
        _payments.Journal.OnResolve = _ =>
        {
            if (overtaken++ == 0)
            {
                Overtake();
            }
        };

        var result = await HandleAsync(revision: 7);

        Assert.Equal((NotificationStatus.Recorded, 2, 2), (result.Status, overtaken, Looks));
        Assert.True(_payments.Entry.IsApproved);
    }

    [Fact]
    public async Task A_notification_of_an_entry_that_keeps_changing_must_be_sent_again()
    {
        await _payments.DeclineAsync();
        _payments.Show(PaymentOutcome.Approved, state => state with { Revision = 7 });
        _payments.Journal.OnResolve = _ => Overtake();

        var result = await HandleAsync(revision: 7);

        Assert.Equal((NotificationStatus.Deferred, 3), (result.Status, Looks));
        Assert.Empty(_payments.Entry.Notifications);
    }

    [Theory]
    [InlineData(FindStatus.NotSeen)]
    [InlineData(FindStatus.Ambiguous)]
    [InlineData(FindStatus.LookupFailed)]
    public async Task A_notification_that_the_provider_does_not_confirm_must_be_sent_again(FindStatus status)
    {
        await _payments.SellAsync();
        _payments.Backend.OnFind = (_, _) => new FindResult { Status = status, Reason = "No proof." };

        var result = await HandleAsync(revision: 1);

        Assert.Equal((NotificationStatus.Deferred, "No proof."), (result.Status, result.Reason));
        Assert.Empty(_payments.Entry.Notifications);
    }

    [Fact]
    public async Task A_contradictory_state_does_not_count_as_known()
    {
        await _payments.SellAsync();
        var anomaly = new PaymentAnomaly { Kind = AnomalyKind.Amount, Description = "Another amount." };
        _payments.Show(PaymentOutcome.Approved, state => state with { Revision = 2, Anomaly = anomaly });

        var result = await HandleAsync(revision: 2);

        Assert.Equal((NotificationStatus.Deferred, "Another amount."), (result.Status, result.Reason));
        Assert.Empty(_payments.Entry.Notifications);
    }

    [Fact]
    public async Task A_state_without_a_revision_satisfies_no_claimed_revision()
    {
        await _payments.SellAsync();
        _payments.Show(PaymentOutcome.Approved, state => state with { Revision = null });

        NotificationStatus[] statuses =
        [
            (await HandleAsync(revision: 2)).Status,
            (await HandleAsync(revision: 2)).Status,
        ];

        Assert.Equal([NotificationStatus.Recorded, NotificationStatus.Recorded], statuses);
        Assert.Equal((2, 0), (Looks, _payments.Entry.Notifications.Count));
    }

    [Fact]
    public async Task A_provider_that_asks_to_be_left_alone_is_left_alone()
    {
        await _payments.SellAsync();
        var retryAt = _payments.Clock.GetUtcNow().AddMinutes(7);
        _payments.Backend.OnFind = (_, _) => FindResult.LookupFailed("Too many.", retryAt);

        var first = await HandleAsync(revision: 1);
        var second = await HandleAsync(revision: 1);

        Assert.Equal((retryAt, retryAt, 1), (first.RetryAt, second.RetryAt, Looks));
    }

    [Fact]
    public async Task Events_are_distinguished_by_name_and_revision_and_hints_are_not_noted()
    {
        await _payments.SellAsync();
        _payments.Show(PaymentOutcome.Approved, state => state with { Revision = 9 });

        NotificationStatus[] statuses =
        [
            (await HandleAsync(revision: 1)).Status,
            (await HandleAsync(revision: 1)).Status,
            (await HandleAsync(revision: 2)).Status,
            (await HandleAsync(revision: 2, word: "refunded")).Status,
            (await HandleAsync(revision: null)).Status,
            (await HandleAsync(revision: null)).Status,
            (await HintAsync(SaleId)).Status,
        ];

        Assert.Equal(
            [
                NotificationStatus.Recorded,
                NotificationStatus.Repeated,
                NotificationStatus.Recorded,
                NotificationStatus.Recorded,
                NotificationStatus.Recorded,
                NotificationStatus.Recorded,
                NotificationStatus.Repeated,
            ],
            statuses
        );
        Assert.Equal((5, 5), (Looks, _payments.Entry.Notifications.Count));
    }

    [Theory]
    [InlineData("../a")]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_impossible_id_is_not_looked_up(string? id)
    {
        await _payments.SellAsync();

        var result = await Notifications.HandleAsync(
            "cards_eu",
            new PaymentNotification { EventType = "paid", TransactionId = id },
            Token
        );

        Assert.Equal((NotificationStatus.NoTransaction, 0), (result.Status, Looks));
    }

    [Fact]
    public async Task The_wait_of_recovery_does_not_grow_by_what_others_ask_for()
    {
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await _payments.SellAsync();
        _payments.Clock.Advance(TimeSpan.FromMinutes(10));
        await _payments.Recovery.RecoverAsync(Token);
        var before = await NextAsync();

        for (var time = 0; time < 20; time++)
        {
            await Notifications.ReadReturnAsync("cards_eu", PaymentRequests.Sale().IdempotencyKey, Token);
            _payments.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(before, await NextAsync());
    }

    [Fact]
    public async Task A_payment_of_another_gateway_is_not_returned()
    {
        await _payments.SellAsync();
        var key = PaymentRequests.Sale().IdempotencyKey;

        var own = await Notifications.ReadReturnAsync("CARDS_EU", key, Token);
        var other = await Notifications.ReadReturnAsync("cards_us", key, Token);

        Assert.True(own!.IsApproved);
        Assert.Null(other);
    }

    [Fact]
    public async Task A_gateway_that_is_none_is_named_with_those_that_are()
    {
        var exception = await Assert.ThrowsAsync<PaymentConfigurationException>(() =>
            Notifications.ReadReturnAsync("cards", new IdempotencyKey("key"), Token)
        );

        Assert.Contains("'cards'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("cards_eu, cards_us", exception.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private Task<NotificationResult> HandleAsync(long? revision, string word = "paid") =>
        Notifications.HandleAsync(
            "cards_eu",
            new PaymentNotification
            {
                EventType = word,
                TransactionId = SaleId,
                Revision = revision,
            },
            Token
        );

    private Task<NotificationResult> HintAsync(string id) =>
        Notifications.HandleHintAsync(
            "cards_eu",
            new PaymentNotification { EventType = "paid", TransactionId = id },
            Token
        );

    // Changes the entry as another process would, under a new revision.
    private void Overtake() =>
        _payments.Journal.Change(_payments.Entry.Key, entry => entry with { Revision = entry.Revision + 1 });

    private async Task<DateTimeOffset> NextAsync()
    {
        await foreach (var one in _payments.Recovery.GetUnresolvedAsync(Token))
        {
            return one.DueAt;
        }

        throw new InvalidOperationException("Nothing is in doubt.");
    }
}
