using System.Text.Json;

namespace PaymentAbstractions.Rebilly.Tests;

public class EventTypeTests
{
    /// <summary>
    /// The event types of the core API reference (webhooks of customers, transactions and payout requests) and of the current public API
    /// definitions, written out so that a missing or misspelled one fails.
    /// </summary>
    public static TheoryData<string, RebillyEventType> Documented =>
        new()
        {
            { "customer-redirected-offsite", RebillyEventType.CustomerRedirectedOffsite },
            { "customer-returned", RebillyEventType.CustomerReturned },
            { "gateway-account-requested", RebillyEventType.GatewayAccountRequested },
            { "nsf-response-received", RebillyEventType.NsfResponseReceived },
            { "offsite-payment-completed", RebillyEventType.OffsitePaymentCompleted },
            { "risk-score-changed", RebillyEventType.RiskScoreChanged },
            { "transaction-amount-discrepancy-found", RebillyEventType.TransactionAmountDiscrepancyFound },
            { "transaction-declined", RebillyEventType.TransactionDeclined },
            { "transaction-discrepancy-found", RebillyEventType.TransactionDiscrepancyFound },
            { "transaction-process-requested", RebillyEventType.TransactionProcessRequested },
            { "transaction-processed", RebillyEventType.TransactionProcessed },
            { "transaction-reconciled", RebillyEventType.TransactionReconciled },
            { "transaction-timeout-resolved", RebillyEventType.TransactionTimeoutResolved },
            { "waiting-gateway-transaction-completed", RebillyEventType.WaitingGatewayTransactionCompleted },
            { "autodeposit-lookup-performed", RebillyEventType.AutodepositLookupPerformed },
            { "transaction-partially-refunded", RebillyEventType.TransactionPartiallyRefunded },
            { "transaction-refunded", RebillyEventType.TransactionRefunded },
            { "transaction-voided", RebillyEventType.TransactionVoided },
            { "payout-request-created", RebillyEventType.PayoutRequestCreated },
            { "payout-request-modified", RebillyEventType.PayoutRequestModified },
            { "payout-request-canceled", RebillyEventType.PayoutRequestCanceled },
            { "payout-request-fulfilled", RebillyEventType.PayoutRequestFulfilled },
            { "dispute-created", RebillyEventType.DisputeCreated },
            { "dispute-modified", RebillyEventType.DisputeModified },
        };

    private static readonly INotificationReader Reader = Notifications.ReaderOf();

    [Theory]
    [MemberData(nameof(Documented))]
    public void A_documented_event_has_a_name(string word, RebillyEventType type)
    {
        var read = Read(word);

        Assert.Equal((type, word), (read.Type, read.EventType));
    }

    [Fact]
    public void Each_name_stands_for_a_documented_event()
    {
        var named = Documented.Select(row => row.Data.Item2).ToList();

        Assert.Equal(24, named.Distinct().Count());
        Assert.Equal(Enum.GetValues<RebillyEventType>().Order(), named.Append(RebillyEventType.Unknown).Order());
    }

    [Fact]
    public void Each_documented_event_is_read_from_its_whole_body()
    {
        using var bodies = JsonDocument.Parse(GoldenFile.Read("notification-each-event.json"));
        var read = bodies
            .RootElement.EnumerateArray()
            .Select(body => Reader.Read(Notifications.Json(body.GetRawText()), "The event is about something."))
            .ToList();

        Assert.Equal(Documented.Select(row => row.Data), read.Select(one => (one.EventType, one.Type)));
        Assert.All(
            read,
            one => Assert.NotNull(one.PayoutRequestId ?? one.DisputeId ?? $"{one.TransactionId}{one.Revision}")
        );
    }

    [Theory]
    [InlineData("transaction-invented", "transaction-invented")]
    [InlineData("unknown", "unknown")]
    [InlineData("-", "-")]
    [InlineData(
        "a-word-of-sixty-small-letters-and-hyphens-is-the-longest-one",
        "a-word-of-sixty-small-letters-and-hyphens-is-the-longest-one"
    )]
    [InlineData("a-word-of-sixty-one-small-letters-and-hyphens-is-not-kept-now", "unknown")]
    [InlineData("Transaction-Processed", "unknown")]
    [InlineData("TransactionProcessed", "unknown")]
    [InlineData("transaction-processed ", "unknown")]
    [InlineData("transaction_processed", "unknown")]
    [InlineData("transaction-processed-2", "unknown")]
    [InlineData("ereignis-höhe", "unknown")]
    [InlineData("two\nlines", "unknown")]
    [InlineData("", "unknown")]
    public void Another_word_is_kept_where_it_looks_like_one(string word, string kept)
    {
        var read = Read(word);

        Assert.Equal((RebillyEventType.Unknown, kept, "txn_1"), (read.Type, read.EventType, read.TransactionId));
    }

    [Theory]
    [InlineData("{\"transactionId\":\"txn_1\"}")]
    [InlineData("{\"transactionId\":\"txn_1\",\"eventType\":null}")]
    [InlineData("{\"transactionId\":\"txn_1\",\"eventType\":17}")]
    [InlineData("{\"transactionId\":\"txn_1\",\"eventType\":{\"transaction-processed\":true}}")]
    public void A_notification_without_a_word_is_of_an_unknown_event(string body)
    {
        var read = Reader.Read(Notifications.Json(body), "The transaction is named.");

        Assert.Equal((RebillyEventType.Unknown, "unknown", "txn_1"), (read.Type, read.EventType, read.TransactionId));
    }

    private static RebillyNotification Read(string word) =>
        Reader.Read(
            Notifications.Json($$"""{"eventType":{{JsonSerializer.Serialize(word)}},"transactionId":"txn_1"}"""),
            "The transaction is named."
        );
}
