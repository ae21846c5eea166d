using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PaymentAbstractions.AspNetCore.Tests;

/// <summary>When customers come back, the data that the browser sends is passed on but not trusted.</summary>
public sealed class ReturnTests
{
    private PaymentReturn? _returned;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("approved")]
    [InlineData("declined")]
    public async Task A_result_in_the_address_is_not_believed(string result)
    {
        await using var shop = await StartAsync();
        var waiting = await shop.SellAsync("[sandbox status=waiting-approval]");

        await shop.Client.GetAsync(
            $"payments/return/rebilly/{waiting.IdempotencyKey}?id=txn_other&result={result}",
            Token
        );

        Assert.Equal(PaymentOutcome.Pending, _returned!.Result!.Outcome);
        Assert.Equal(waiting.Transaction, _returned.Result.Transaction);
        Assert.Equal(result, _returned.ReturnedFields["result"]);
        Assert.Equal(waiting.IdempotencyKey, _returned.IdempotencyKey);
    }

    [Fact]
    public async Task The_providers_state_is_reported()
    {
        await using var shop = await StartAsync();
        var waiting = await shop.SellAsync("[sandbox status=waiting-approval]");
        shop.Sandbox.ApproveWaiting(waiting.Transaction!.TransactionId);

        using var form = new FormUrlEncodedContent([new("result", "declined"), new("token", "t 1")]);
        var answer = await shop.Client.PostAsync(
            $"payments/return/rebilly/{waiting.IdempotencyKey}?token=other",
            form,
            Token
        );

        Assert.True(_returned!.Result!.IsApproved, $"{_returned.Result}");
        Assert.Equal("t 1", _returned.ReturnedFields["token"]);
        Assert.Equal("no-store", $"{answer.Headers.CacheControl}");
        Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.True((await shop.HearAsync(waiting.IdempotencyKey)).Result.IsApproved);
    }

    [Fact]
    public async Task A_closed_payment_is_returned_without_a_read()
    {
        await using var shop = await StartAsync();
        var sold = await shop.SellAsync();
        var asked = shop.Sandbox.Traffic.Requests.Count;

        await shop.Client.GetAsync($"payments/return/rebilly/{sold.IdempotencyKey}", Token);

        Assert.True(_returned!.Result!.IsApproved);
        Assert.Equal(asked, shop.Sandbox.Traffic.Requests.Count);
    }

    [Fact]
    public async Task A_page_that_is_opened_again_and_again_reads_a_few_times_a_minute()
    {
        await using var shop = await StartAsync(("Recovery:MaxChecksPerMinute", "2"));
        var waiting = await shop.SellAsync("[sandbox status=waiting-approval]");
        var asked = shop.Sandbox.Traffic.Requests.Count;

        for (var time = 0; time < 20; time++)
        {
            await shop.Client.GetAsync($"payments/return/rebilly/{waiting.IdempotencyKey}", Token);
            Assert.Equal(PaymentOutcome.Pending, _returned!.Result!.Outcome);
        }

        Assert.InRange(shop.Sandbox.Traffic.Requests.Count - asked, 2, 4);
    }

    [Fact]
    public async Task Before_a_form_is_completed_nothing_is_known_and_the_token_is_handed_on()
    {
        await using var shop = await StartAsync();

        await shop.Client.GetAsync("payments/return/rebilly/key-of-a-form?token=tok_1", Token);

        Assert.Null(_returned!.Result);
        Assert.Equal("tok_1", _returned.ReturnedFields["token"]);
        Assert.DoesNotContain("tok_1", $"{_returned}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("payments/return/nobody/key-1", HttpStatusCode.NotFound)]
    [InlineData("payments/return/rebilly/a%20b", HttpStatusCode.NotFound)]
    public async Task A_path_without_a_payment_is_not_found(string path, HttpStatusCode status)
    {
        await using var shop = await StartAsync();

        Assert.Equal(status, (await shop.Client.GetAsync(path, Token)).StatusCode);
        Assert.Null(_returned);
    }

    [Fact]
    public async Task Too_many_fields_are_refused()
    {
        await using var shop = await StartAsync();
        var many = string.Join('&', Enumerable.Range(0, 500).Select(number => $"f{number}=1"));
        using var form = new StringContent(many, Encoding.UTF8, "application/x-www-form-urlencoded");

        var byForm = await shop.Client.PostAsync("payments/return/rebilly/key-1", form, Token);
        var byAddress = await shop.Client.GetAsync($"payments/return/rebilly/key-1?{many}", Token);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (byForm.StatusCode, byAddress.StatusCode));
        Assert.Null(_returned);
    }

    private Task<WebhookShop> StartAsync(params (string Key, string? Value)[] settings) =>
        WebhookShop.StartAsync(
            map =>
                map.Returns(
                    (returned, _) =>
                    {
                        _returned = returned;
                        return Task.FromResult(Results.Text("Thank you."));
                    }
                ),
            settings: settings
        );
}
