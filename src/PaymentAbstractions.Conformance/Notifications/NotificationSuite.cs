using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>What the provider posts of its own accord: it is read for what there is to look at, and believed in nothing.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract partial class NotificationSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    private INotificationReader Reader =>
        Gateway.TryGet<INotificationReader>(out var reader)
            ? reader
            : throw new InvalidOperationException("There is no reader of notifications.");

    /// <summary>A gateway reads notifications if and only if its capabilities say so.</summary>
    [Fact]
    public Task The_reader_is_there_when_the_capabilities_say_so() =>
        HoldsAsync(
            "A gateway reads notifications if and only if its capabilities say so.",
            "notifications",
            () =>
            {
                Assert.Equal(Capabilities.Notifications, Gateway.TryGet<INotificationReader>(out _));
                Assert.Equal(
                    Capabilities.Notifications,
                    Harness.NotificationOf("none", PaymentOutcome.Approved) is not null
                );
            }
        );

    /// <summary>A notification of a payment names the transaction of that payment.</summary>
    [Fact]
    public Task A_notification_names_the_transaction_of_the_payment() =>
        HoldsAsync(
            "A notification of a payment names the transaction of that payment.",
            "notifications",
            async () =>
            {
                if (IsRefusedAsUnsupportedNotification())
                {
                    return;
                }

                var first = await TransactionOfAsync(await Harness.NewSaleAsync());
                var second = await TransactionOfAsync(await Harness.NewSaleAsync());

                foreach (var transaction in (TransactionReference[])[first, second])
                {
                    var read = Reader.Read(Posted(transaction.TransactionId, PaymentOutcome.Approved));
                    Assert.Equal(transaction.TransactionId, read?.TransactionId);
                    Assert.DoesNotContain(
                        transaction.TransactionId,
                        read!.RelatedTransactionIds,
                        StringComparer.Ordinal
                    );
                    Assert.True(IsWord(read.EventType), $"'{read.EventType}' is no event");
                }
            }
        );

    /// <summary>Reading a notification sends nothing, and reads the same from the same request.</summary>
    [Fact]
    public Task Reading_sends_nothing() =>
        HoldsAsync(
            "Reading a notification sends nothing, and reads the same from the same request.",
            "notifications",
            async () =>
            {
                if (IsRefusedAsUnsupportedNotification())
                {
                    return;
                }

                var transaction = await TransactionOfAsync(await Harness.NewSaleAsync());
                await Harness.WhenIdleAsync(Token);
                var posted = Posted(transaction.TransactionId, PaymentOutcome.Declined);
                var mark = Now();

                var read = Reader.Read(posted);
                var again = await Task.WhenAll(
                    Enumerable.Range(0, 8).Select(_ => Task.Run(() => Reader.Read(posted), Token))
                );

                Assert.NotNull(read);
                Assert.All(again, one => Assert.Equal(read, one));
                await Harness.WhenIdleAsync(Token);
                AssertNothingSent(mark);
            }
        );

    /// <summary>What a notification claims changes no payment: only what the provider then shows does.</summary>
    [Fact]
    public Task What_a_notification_claims_changes_nothing() =>
        HoldsAsync(
            "What a notification claims changes no payment: only what the provider then shows does.",
            "notifications",
            async () =>
            {
                if (IsRefusedAsUnsupportedNotification())
                {
                    return;
                }

                await AssertUnmovedBy(PaymentOutcome.Declined, await Harness.NewSaleAsync(), PaymentOutcome.Approved);
                await AssertUnmovedBy(
                    PaymentOutcome.Approved,
                    Harness.Declining(await Harness.NewSaleAsync()),
                    PaymentOutcome.Declined
                );
                await AssertUnmovedBy(
                    PaymentOutcome.Approved,
                    Harness.Processing(await Harness.NewSaleAsync()),
                    PaymentOutcome.Pending
                );
                await AssertUnmovedBy(
                    PaymentOutcome.Approved,
                    Harness.WaitingForCustomer(await Harness.NewSaleAsync()),
                    PaymentOutcome.Pending
                );
            }
        );

    /// <summary>A payment that has ended meanwhile is known as the provider shows it once its notification was handled.</summary>
    [Fact]
    public Task What_the_provider_shows_then_counts() =>
        HoldsAsync(
            "A payment that has ended meanwhile is known as the provider shows it once its notification was handled.",
            "notifications",
            async () =>
            {
                if (IsRefusedAsUnsupportedNotification())
                {
                    return;
                }

                var request = Harness.WaitingForCustomer(await Harness.NewSaleAsync()) ?? throw NotApplicable();
                var waiting = await SendAsync(request);
                Assert.Equal(PaymentOutcome.Pending, waiting.Outcome);
                await Harness.ApproveWaitingAsync(waiting.Transaction!);
                await Harness.WhenIdleAsync(Token);

                // It claims the contrary.
                var handled = await HandleAsync(waiting.Transaction!, PaymentOutcome.Declined);

                var mark = Now();
                var result = await SendAsync(request);
                Assert.Equal(NotificationStatus.Recorded, handled.Status);
                Assert.Equal((PaymentOutcome.Approved, waiting.Transaction), (result.Outcome, result.Transaction));
                Assert.Empty(await Since(mark));
            }
        );

    /// <summary>Asserts of a provider without notifications that nothing reads any.</summary>
    private bool IsRefusedAsUnsupportedNotification()
    {
        if (Capabilities.Notifications)
        {
            return false;
        }

        Assert.False(Gateway.TryGet<INotificationReader>(out _));
        return true;
    }

    private ReceivedNotification Posted(string transactionId, PaymentOutcome claimed) =>
        Harness.NotificationOf(transactionId, claimed)
        ?? throw new InvalidOperationException(
            $"The gateway claims notifications; override {nameof(ConformanceHarness.NotificationOf)} of the harness."
        );

    private Task<NotificationResult> HandleAsync(TransactionReference transaction, PaymentOutcome claimed)
    {
        var read = Reader.Read(Posted(transaction.TransactionId, claimed));
        Assert.Equal(transaction.TransactionId, read?.TransactionId);
        return Harness.Notifications.HandleAsync(Gateway.Name, read!, Token);
    }

    private async Task AssertUnmovedBy(PaymentOutcome claimed, SaleRequest? request, PaymentOutcome expected)
    {
        // A provider that cannot let a payment wait, or that gives a declined one no id, has nothing to lie about.
        if (request is null || await SendAsync(request) is not { Transaction: { } transaction } result)
        {
            return;
        }

        Assert.Equal(expected, result.Outcome);
        await Harness.WhenIdleAsync(Token);
        var mark = Now();

        var handled = await HandleAsync(transaction, claimed);

        var repeated = await SendAsync(request);
        Assert.True(
            handled.Status is NotificationStatus.Recorded or NotificationStatus.Deferred,
            $"It was not looked at: {handled}"
        );
        Assert.Equal((expected, transaction), (repeated.Outcome, repeated.Transaction));
        Assert.Empty(await Since(mark));
        Assert.Equal(mark.Writes, Harness.WritesSeen);
    }
}
