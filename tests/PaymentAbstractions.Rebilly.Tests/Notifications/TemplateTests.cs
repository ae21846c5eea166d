namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>The method, headers and body of a webhook follow the account's configuration.</summary>
public class TemplateTests
{
    private static readonly RebillyNotification Expected = new()
    {
        EventType = "transaction-processed",
        Type = RebillyEventType.TransactionProcessed,
        TransactionId = "txn_1",
        Revision = 3,
    };

    private static readonly (string, string?)[] OtherNames =
    [
        ("WebhookTransactionField", "data.txn.ref"),
        ("WebhookEventField", "data.what"),
        ("WebhookRevisionField", "data.txn.nr"),
    ];

    [Fact]
    public void A_form_names_the_fields_as_the_body_does() =>
        Assert.Equal(
            Expected,
            Notifications
                .ReaderOf(("WebhookRevisionField", "revision"))
                .Read(Notifications.Form("transactionId=txn%5F1&eventType=transaction-processed&revision=3"))
        );

    [Fact]
    public void A_get_has_the_fields_in_its_query() =>
        Assert.Equal(
            Expected,
            Notifications
                .ReaderOf(("WebhookRevisionField", "rev"))
                .Read(
                    Notifications.Get(("transactionId", "txn_1"), ("eventType", "transaction-processed"), ("rev", "3"))
                )
        );

    [Fact]
    public void Other_names_may_be_nested() =>
        Assert.Equal(
            Expected,
            Notifications
                .ReaderOf(OtherNames)
                .Read(
                    Notifications.Json(
                        """{"data":{"what":"transaction-processed","txn":{"ref":"txn_1","nr":3}},"eventType":"other"}"""
                    )
                )
        );

    [Fact]
    public void Other_names_may_have_dots_in_a_form() =>
        Assert.Equal(
            Expected,
            Notifications
                .ReaderOf(OtherNames)
                .Read(Notifications.Form("data.txn.ref=txn_1&data.what=transaction-processed&data.txn.nr=3"))
        );

    [Theory]
    [InlineData("""{"_embedded":{"transaction":{"id":"txn_1"}}}""")]
    [InlineData("""{"id":"txn_1","type":"sale","status":"completed"}""")]
    [InlineData("""{"transactionId":"../txn_2","_embedded":{"transaction":{"id":"txn_1"}}}""")]
    public void A_template_without_the_field_is_noticed(string body) =>
        Assert.Null(Notifications.ReaderOf().Read(Notifications.Json(body)));

    [Fact]
    public void The_default_name_counts_no_more_where_another_is_configured() =>
        Assert.Null(Notifications.ReaderOf(OtherNames).Read(Notifications.Json("""{"transactionId":"txn_1"}""")));

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("\"many\"")]
    [InlineData("9223372036854775808")]
    [InlineData("null")]
    [InlineData("{}")]
    public void A_revision_that_counts_nothing_is_none(string revision)
    {
        var read = Notifications
            .ReaderOf(("WebhookRevisionField", "revision"))
            .Read(Notifications.Json($$"""{"transactionId":"txn_1","revision":{{revision}}}"""), "It is named.");

        Assert.Null(read.Revision);
    }
}
