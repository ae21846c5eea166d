using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class TimelineTests
{
    [Fact]
    public async Task It_lists_what_happened_and_keeps_comments_until_they_are_deleted()
    {
        await using var driver = await StartAsync();
        var path = await PaidAsync(driver);

        var comment = await driver.ExpectAsync(201, HttpMethod.Post, path, """{"message":"Called the bank."}""");
        var listed = (await driver.GetAsync(path)).AsArray();

        Assert.Equal(
            ["transaction-initiated", "transaction-approved", "timeline-comment-created"],
            listed.Select(message => (string?)message!["type"])
        );
        Assert.Equal("Called the bank.", (string?)listed[2]!["message"]);
        var one = $"{path}/{comment["id"]}";
        Assert.Equal(comment.ToJsonString(), (await driver.GetAsync(one)).ToJsonString());

        var deleted = await driver.SendAsync(HttpMethod.Delete, one);
        Assert.Equal(204, (int)deleted.StatusCode);
        await driver.ExpectAsync(404, HttpMethod.Get, one);
        await driver.ExpectAsync(404, HttpMethod.Delete, one);
        await driver.ExpectAsync(409, HttpMethod.Delete, $"{path}/{listed[0]!["id"]}");
    }

    [Fact]
    public async Task A_missing_or_malformed_message_is_refused()
    {
        await using var driver = await StartAsync();
        var path = await PaidAsync(driver);

        Assert.Equal(["message"], FieldsOf(await driver.ExpectAsync(422, HttpMethod.Post, path, "{}")));
        await driver.ExpectAsync(404, HttpMethod.Get, "transactions/txn_none/timeline");
        await driver.ExpectAsync(404, HttpMethod.Post, "transactions/txn_none/timeline", """{"message":"x"}""");
        await driver.ExpectAsync(404, HttpMethod.Get, $"{path}/none");
    }

    [Fact]
    public async Task Objects_are_embedded_by_name()
    {
        await using var driver = await StartAsync();
        await PaidAsync(driver);
        var id = (string?)(await driver.GetAsync("transactions")).AsArray()[0]!["id"];

        var plain = await driver.GetAsync($"transactions/{id}");
        var whole = await driver.GetAsync($"transactions/{id}?expand=customer,paymentCard,childTransactions,nothing");
        var listed = (await driver.GetAsync("transactions?expand=customer")).AsArray()[0]!;

        Assert.Null(plain["_embedded"]);
        Assert.Equal(
            ["customer", "paymentCard", "childTransactions"],
            whole["_embedded"]!.AsObject().Select(member => member.Key)
        );
        Assert.Equal("cus_1", (string?)listed["_embedded"]!["customer"]!["id"]);
    }

    [Fact]
    public async Task A_text_is_searched_for()
    {
        await using var driver = await StartAsync();
        await PaidAsync(driver, "\"description\":\"Blue socks\"");
        await PaidAsync(driver, "\"description\":\"Red hat\"");

        var found = (await driver.GetAsync("transactions?q=blue%20SOCKS")).AsArray();

        Assert.Equal("Blue socks", (string?)Assert.Single(found)!["description"]);
        Assert.Empty((await driver.GetAsync("transactions?q=green")).AsArray());
    }

    [Fact]
    public async Task Limits_and_risk_are_shown_as_they_were_sent()
    {
        await using var driver = await StartAsync();
        await PaidAsync(
            driver,
            """
            "limits":{"amount":100,"currency":"USD","resetTime":"2026-04-01T00:00:00Z"},"riskMetadata":{"httpHeaders":{"User-Agent":"x"}}
            """
        );

        var shown = (await driver.GetAsync("transactions")).AsArray()[0]!;

        Assert.Equal(100, (int?)shown["limits"]!["amount"]);
        Assert.Equal("x", (string?)shown["riskMetadata"]!["httpHeaders"]!["User-Agent"]);
    }

    private static async Task<string> PaidAsync(RebillyDriver driver, string more = "")
    {
        // When the card exists already, the answer is 303; the sale uses the card because it is the customer's default.
        await driver.SendAsync(HttpMethod.Put, "customers/cus_1", "{}");
        await driver.SendAsync(HttpMethod.Post, "payment-instruments", Card());
        var paid = await driver.PayAsync(more);
        return $"transactions/{paid["id"]}/timeline";
    }
}
