using System.Text;
using System.Text.Json;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Any sender can send any content: nothing is thrown, and no invalid id is returned.</summary>
public class HostileNotificationTests
{
    private const string Good = """{"transactionId":"txn_1","eventType":"transaction-processed"}""";

    private static readonly INotificationReader Reader = Notifications.ReaderOf();

    public static TheoryData<string> Ids =>
        [
            "../customers/cus_1",
            "..",
            ".",
            "txn_1/../txn_2",
            "txn_1/refund",
            "txn_1%2Frefund",
            "txn_1?expand=x",
            "txn_1#x",
            "\\\\host\\share",
            "https://attacker.example/txn_1",
            "//attacker.example",
            "txn 1",
            " ",
            " txn_1",
            "txn_1\n",
            "txn_1\r\nX-Header: 1",
            "txn_1\0",
            "txn_é",
            "txn_\u202e1",
            new string('x', 51),
            new string('x', 5000),
        ];

    public static TheoryData<string> Bodies =>
        [
            .. HostileBodies.Of(Good),
            Good[..^1],
            $"{Good}, x",
            """{"transactionId":"txn_1","transactionId":"txn_2"}""",
            """{"transactionId":"txn_1","_embedded":{"a":1,"a":2}}""",
            """{"transactionId":{"id":"txn_1"}}""",
            """{"transactionId":["txn_1"]}""",
            """{"transactionId":true}""",
            """{"transactionId":"\ud800"}""",
            """{"\ud800":1,"transactionId":"txn_1"}""",
            """{"TransactionId":"txn_1"}""",
            """{"_embedded":[{"transaction":{"id":"txn_1"}}]}""",
            """{"_embedded":{"transaction":"txn_1"}}""",
            $$"""{"transactionId":"txn_1","a":{{new string('[', 200)}}{{new string(']', 200)}}}""",
            "transactionId=txn_1",
            "<notification><transactionId>txn_1</transactionId></notification>",
        ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_body_that_is_none_of_Rebillys_names_nothing(string body) =>
        Assert.Null(Reader.Read(Notifications.Json(body)));

    [Fact]
    public void A_body_that_is_not_utf8_names_nothing() =>
        Assert.Null(Reader.Read(Notifications.Json(HostileBodies.NotUtf8("""{"transactionId":"txn_1"""))));

    [Fact]
    public void Nothing_at_all_names_nothing() => Assert.Null(Reader.Read(new ReceivedNotification()));

    [Fact]
    public void A_megabyte_is_read_to_its_end()
    {
        var padding = new string('x', 1 << 20);

        var read = Reader.Read(Notifications.Json($$"""{"padding":"{{padding}}","transactionId":"txn_1"}"""));

        Assert.Equal("txn_1", read?.TransactionId);
        Assert.Null(Reader.Read(Notifications.Json(padding)));
        Assert.Null(Reader.Read(Notifications.Form(padding)));
        Assert.Null(Reader.Read(Notifications.Form(new string('&', 1 << 20))));
        Assert.Null(Reader.Read(Notifications.Json($$"""{"transactionId":"{{padding}}"}""")));
        Assert.Null(Reader.Read(Notifications.Json(new string('[', 1 << 20))));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_id_that_none_can_be_is_not_named(string id)
    {
        var json = JsonSerializer.Serialize(id);

        Assert.Null(Reader.Read(Notifications.Json($$"""{"transactionId":{{json}}}""")));
        Assert.Null(Reader.Read(Notifications.Json($$"""{"_embedded":{"transaction":{"id":{{json}} } } }""")));
        Assert.Null(Reader.Read(Notifications.Json($$"""{"payoutRequestId":{{json}}}""")));
        Assert.Null(Reader.Read(Notifications.Json($$"""{"disputeId":{{json}},"id":{{json}}}""")));
        Assert.Null(Reader.Read(Notifications.Form($"transactionId={Uri.EscapeDataString(id)}")));
        Assert.Null(Reader.Read(Notifications.Get(("transactionId", id))));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_id_that_none_can_be_spoils_no_other(string id)
    {
        var json = JsonSerializer.Serialize(id);

        var read = Reader.Read(
            Notifications.Json(
                $$"""
                {
                  "transactionId": "txn_1", "payoutRequestId": {{json}}, "disputeId": {{json}},
                  "_embedded": { "childTransaction": { "id": {{json}} } }
                }
                """
            )
        );

        Assert.Equal(new RebillyNotification { EventType = "unknown", TransactionId = "txn_1" }, read);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("a@b~c-d.e_F9")]
    [InlineData("...")]
    [InlineData("17")]
    [InlineData("12345678901234567890123456789012345678901234567890")]
    public void The_edges_of_an_id_are_read(string id) =>
        Assert.Equal(id, Reader.Read(Notifications.Json($$"""{"transactionId":"{{id}}"}"""))?.TransactionId);

    [Theory]
    [InlineData(2083, 45, true)]
    [InlineData(2084, 46, false)]
    public void An_address_is_kept_only_as_long_as_addresses_are(int url, int address, bool isKept)
    {
        var read = Reader.Read(
            Notifications.Json(
                $$"""
                { "transactionId": "txn_1", "redirectUrl": "{{new string('u', url)}}", "ipAddress": "{{new string(
                    '1',
                    address
                )}}" }
                """
            ),
            "The transaction is named."
        );

        Assert.Equal((isKept, isKept), (read.RedirectUrl is not null, read.IpAddress is not null));
    }

    [Theory]
    [InlineData("transactionId=%")]
    [InlineData("transactionId=%ZZ")]
    [InlineData("transactionId=%FF")]
    [InlineData("transactionId=%00")]
    [InlineData("transactionId")]
    [InlineData("transactionId=")]
    [InlineData("=txn_1")]
    [InlineData("&&==&&")]
    [InlineData("transactionId=txn+1")]
    [InlineData("transactionId=..%2Ftxn_1&transactionId=txn_1")]
    [InlineData("{\"transactionId\":\"txn_1\"}")]
    public void A_form_that_is_none_names_nothing(string body) => Assert.Null(Reader.Read(Notifications.Form(body)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("\n;=")]
    public void A_type_that_says_something_else_hides_no_json(string? type) =>
        Assert.Equal(
            "txn_1",
            Reader
                .Read(new ReceivedNotification { ContentType = type, Body = Encoding.UTF8.GetBytes(Good) })
                ?.TransactionId
        );
}
