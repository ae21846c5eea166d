using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>Notifications from the provider are read only to identify the transaction to look up; their claims are never trusted.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract partial class NotificationSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    private INotificationReader Reader =>
        Gateway.TryGet<INotificationReader>(out var reader)
            ? reader
            : throw new InvalidOperationException("The gateway does not read notifications.");

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

    /// <summary>A notification of a payment identifies the transaction of that payment.</summary>
    [Fact]
    public Task A_notification_names_the_transaction_of_the_payment() =>
        HoldsAsync(
            "A notification of a payment identifies the transaction of that payment.",
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
                    Assert.True(IsWord(read.EventType), $"'{read.EventType}' is not an event");
                }
            }
        );

    /// <summary>Reading a notification sends nothing, and the same request always gives the same result.</summary>
    [Fact]
    public Task Reading_sends_nothing() =>
        HoldsAsync(
            "Reading a notification sends nothing, and the same request always gives the same result.",
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

    /// <summary>The claims of a notification change no payment: only the state that the provider then shows does.</summary>
    [Fact]
    public Task What_a_notification_claims_changes_nothing() =>
        HoldsAsync(
            "The claims of a notification change no payment: only the state that the provider then shows does.",
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

    /// <summary>After its notification was handled, a payment that has ended has the state that the provider shows.</summary>
    [Fact]
    public Task What_the_provider_shows_then_counts() =>
        HoldsAsync(
            "After its notification was handled, a payment that has ended has the state that the provider shows.",
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

                // The notification claims the opposite.
                var handled = await HandleAsync(waiting.Transaction!, PaymentOutcome.Declined);

                var mark = Now();
                var result = await SendAsync(request);
                Assert.Equal(NotificationStatus.Recorded, handled.Status);
                Assert.Equal((PaymentOutcome.Approved, waiting.Transaction), (result.Outcome, result.Transaction));
                Assert.Empty(await Since(mark));
            }
        );

    /// <summary>Asserts that the gateway of a provider without notifications does not read any.</summary>
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
        // If the provider cannot keep a payment waiting, or assigns no id to a declined one, no false notification is possible.
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
            $"The transaction was not looked up: {handled}"
        );
        Assert.Equal((expected, transaction), (repeated.Outcome, repeated.Transaction));
        Assert.Empty(await Since(mark));
        Assert.Equal(mark.Writes, Harness.WritesSeen);
    }
}
