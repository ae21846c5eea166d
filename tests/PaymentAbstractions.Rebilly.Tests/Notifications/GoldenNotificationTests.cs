namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Whole notifications as the reference shows them, including unused members.</summary>
public class GoldenNotificationTests
{
    private const string Id = "txn_0YVDTQJ8YWDGQACV2N2N5SPWQ0";

    [Fact]
    public void A_processed_transaction_is_named_with_its_revision() =>
        Assert.Equal(
            new RebillyNotification
            {
                EventType = "transaction-processed",
                Type = RebillyEventType.TransactionProcessed,
                TransactionId = Id,
                Revision = 4,
            },
            Read("processed")
        );

    [Fact]
    public void A_refund_is_named_beside_its_original_whose_revision_counts() =>
        Assert.Equal(
            new RebillyNotification
            {
                EventType = "transaction-refunded",
                Type = RebillyEventType.TransactionRefunded,
                TransactionId = "txn_sale",
                RelatedTransactionIds = ["txn_refund"],
                Revision = 7,
            },
            Read("refunded")
        );

    [Fact]
    public void A_payout_request_is_about_no_transaction() =>
        Assert.Equal(
            new RebillyNotification
            {
                EventType = "payout-request-created",
                Type = RebillyEventType.PayoutRequestCreated,
                PayoutRequestId = "payout_0YVDTQJ8YWDGQACV2N2N5SPWQ0",
            },
            Read("payout-created")
        );

    [Fact]
    public void A_dispute_names_its_transaction() =>
        Assert.Equal(
            new RebillyNotification
            {
                EventType = "dispute-created",
                Type = RebillyEventType.DisputeCreated,
                DisputeId = "dsp_0YVDPZDP6KDJTA8MSX5M2PY1X3",
                TransactionId = "txn_disputed",
                Revision = 9,
            },
            Read("dispute-created")
        );

    [Fact]
    public void A_dispute_without_a_transaction_is_still_read() =>
        Assert.Equal(
            new RebillyNotification
            {
                EventType = "dispute-modified",
                Type = RebillyEventType.DisputeModified,
                DisputeId = "dsp_unmatched",
            },
            Read("dispute-without-transaction")
        );

    [Fact]
    public void A_redirect_returns_where_the_customer_went_and_prints_neither_address()
    {
        var read = Read("redirected");

        Assert.Equal(
            new RebillyNotification
            {
                EventType = "customer-redirected-offsite",
                Type = RebillyEventType.CustomerRedirectedOffsite,
                TransactionId = Id,
                Revision = 1,
                RedirectUrl = "https://bank.example.com/approve?session=NeverShowThisSession",
                IpAddress = "2001:db8::7334",
            },
            read
        );
        Assert.Contains($"TransactionId = {Id}", $"{read}", StringComparison.Ordinal);
        Assert.Contains("Type = CustomerRedirectedOffsite", $"{read}", StringComparison.Ordinal);
        Assert.DoesNotContain("bank.example.com", $"{read}", StringComparison.Ordinal);
        Assert.DoesNotContain("NeverShowThisSession", $"{read}", StringComparison.Ordinal);
        Assert.DoesNotContain("2001:db8", $"{read}", StringComparison.Ordinal);
    }

    private static PaymentNotification? Read(string name) =>
        Notifications.ReaderOf().Read(Notifications.Json(GoldenFile.Read($"notification-{name}.json")));
}
