using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly.Webhooks;

public sealed partial class WebhookAuthenticationTests
{
    [Fact]
    public async Task Basic_credentials_come_with_the_first_request()
    {
        await using var driver = await WebhookDriver.StartAsync(webhook =>
            webhook with
            {
                Authentication = RebillySandboxWebhookAuthentication.Basic,
                UserName = "ada",
                Password = "pä:ss",
            }
        );

        await driver.SaleAsync();

        var webhook = Assert.Single(await driver.DeliveredAsync());
        Assert.Equal(
            "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ada:pä:ss")),
            webhook.Headers["Authorization"]
        );
    }

    [Theory]
    [InlineData("MD5", "right", 204)]
    [InlineData("SHA-256", "right", 204)]
    [InlineData("SHA-256", "wrong", 401)]
    public async Task Digest_answers_the_challenge(string algorithm, string password, int status)
    {
        await using var driver = await WebhookDriver.StartAsync(webhook =>
            webhook with
            {
                Authentication = RebillySandboxWebhookAuthentication.Digest,
                UserName = "ada",
                Password = password,
                Attempts = 1,
            }
        );
        driver.Receiver.Answer = context => Challenge(context, algorithm);

        await driver.SaleAsync();

        var received = await driver.DeliveredAsync();
        Assert.DoesNotContain("Authorization", received[0].Headers.Keys);
        Assert.StartsWith("Digest ", received[1].Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("transaction-processed", RebillyDriver.Text(received[1].Json, "eventType"));
        Assert.Equal(status, Assert.Single(driver.Webhooks.Deliveries).Status);
    }

    [Fact]
    public async Task Digest_credentials_answer_no_basic_challenge()
    {
        await using var driver = await WebhookDriver.StartAsync(webhook =>
            webhook with
            {
                Authentication = RebillySandboxWebhookAuthentication.Digest,
                UserName = "ada",
                Password = "right",
                Attempts = 1,
            }
        );
        driver.Receiver.Answer = context =>
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"shop\"";
            return WebhookReceiver.Status(context, 401);
        };

        await driver.SaleAsync();

        Assert.DoesNotContain("Authorization", Assert.Single(await driver.DeliveredAsync()).Headers.Keys);
    }

    [Fact]
    public async Task Redirects_are_not_followed()
    {
        await using var driver = await WebhookDriver.StartAsync(webhook => webhook with { Attempts = 1 });
        driver.Receiver.Answer = context =>
        {
            context.Response.Headers.Location = "/elsewhere";
            return WebhookReceiver.Status(context, 307);
        };

        await driver.SaleAsync();

        Assert.Equal("/hook", Assert.Single(await driver.DeliveredAsync()).Path);
        Assert.Equal(307, Assert.Single(driver.Webhooks.Deliveries).Status);
    }

    [Fact]
    public void A_webhook_prints_no_secret()
    {
        var webhook = new RebillySandboxWebhook
        {
            Address = new("https://ada:in-address@shop.example/hook?key=in-query"),
            UserName = "ada",
            Password = "in-password",
            Headers = { ["X-Secret"] = "in-header" },
        };

        Assert.Equal("POST https://shop.example/hook", webhook.ToString());
    }

    // RFC 7616 with quality of protection "auth".
    private static Task Challenge(HttpContext context, string algorithm)
    {
        var answer = DigestField()
            .Matches(context.Request.Headers.Authorization.ToString())
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);
        if (answer.Count > 0)
        {
            var user = Hash(algorithm, "ada:shop:right");
            var request = Hash(algorithm, $"{context.Request.Method}:{context.Request.Path}");
            var expected = Hash(algorithm, $"{user}:n0nce:{answer["nc"]}:{answer["cnonce"]}:auth:{request}");
            if ((answer["username"], answer["nonce"], answer["response"]) == ("ada", "n0nce", expected))
            {
                return WebhookReceiver.Status(context, 204);
            }
        }

        context.Response.Headers.WWWAuthenticate =
            $"Digest realm=\"shop\", nonce=\"n0nce\", qop=\"auth\", algorithm={algorithm}";
        return WebhookReceiver.Status(context, 401);
    }

    private static string Hash(string algorithm, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#pragma warning disable CA5351 // Many receivers still ask for Digest with MD5.
        return Convert.ToHexStringLower(algorithm == "MD5" ? MD5.HashData(bytes) : SHA256.HashData(bytes));
#pragma warning restore CA5351
    }

    [GeneratedRegex("(\\w+)=\"?([^\",]+)\"?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DigestField();
}
