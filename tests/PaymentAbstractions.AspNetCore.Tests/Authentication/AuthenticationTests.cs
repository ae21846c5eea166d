using System.Net;
using System.Net.Http.Headers;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.AspNetCore.Tests;

/// <summary>Only the provider's requests are accepted.</summary>
public sealed class AuthenticationTests
{
    private const string Path = "payments/webhooks/rebilly";

    private static readonly (string, string?)[] Digest = [("Gateways:rebilly:Webhooks:Authentication", "Digest")];

    private static readonly (string, string?)[] Header =
    [
        ("Gateways:rebilly:Webhooks:Authentication", "Header"),
        ("Gateways:rebilly:Webhooks:UserName", null),
        ("Gateways:rebilly:Webhooks:Password", null),
        ("Gateways:rebilly:Webhooks:HeaderName", "X-Webhook-Secret"),
        ("Gateways:rebilly:Webhooks:HeaderValue", WebhookShop.Password),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_provider_authenticates_itself_by_digest()
    {
        await using var shop = await WebhookShop.StartAsync(settings: Digest);
        shop.Subscribe(webhook => webhook with { Authentication = RebillySandboxWebhookAuthentication.Digest });

        await IsHeardAsync(shop);
    }

    [Fact]
    public async Task The_provider_authenticates_itself_by_a_header()
    {
        await using var shop = await WebhookShop.StartAsync(settings: Header);
        shop.Subscribe(webhook =>
            webhook with
            {
                Authentication = RebillySandboxWebhookAuthentication.None,
                UserName = null,
                Password = null,
                Headers = new Dictionary<string, string> { ["X-Webhook-Secret"] = WebhookShop.Password },
            }
        );

        await IsHeardAsync(shop);
    }

    [Theory]
    [InlineData("rebilly", "a-password-that-nobody-guesses", 204)]
    [InlineData("rebilly", "a-password-that-nobody-guessez", 401)]
    [InlineData("rebilly", "a-password-that-nobody-guesses ", 401)]
    [InlineData("rebilly", "", 401)]
    [InlineData("Rebilly", "a-password-that-nobody-guesses", 401)]
    [InlineData("", "a-password-that-nobody-guesses", 401)]
    public async Task Basic_takes_the_right_user_and_password_only(string user, string password, int status)
    {
        await using var shop = await WebhookShop.StartAsync();
        shop.Client.DefaultRequestHeaders.Authorization = WebhookShop.Basic(user, password);

        var answer = await shop.PostAsync("txn_1");

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 401, answer.Headers.WwwAuthenticate.Count == 1);
    }

    [Theory]
    [InlineData("Basic", null)]
    [InlineData("Basic", "%%%")]
    [InlineData("Basic", "cmViaWxseQ==")]
    [InlineData("Bearer", "a-password-that-nobody-guesses")]
    [InlineData("Digest", "username=\"rebilly\"")]
    public async Task Credentials_that_are_not_basic_are_refused(string scheme, string? parameter)
    {
        await using var shop = await WebhookShop.StartAsync();
        shop.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, parameter);

        Assert.Equal(HttpStatusCode.Unauthorized, (await shop.PostAsync("txn_1")).StatusCode);
    }

    [Theory]
    [InlineData(new[] { WebhookShop.Password }, 204)]
    [InlineData(new[] { "a-password-that-nobody-guessez" }, 401)]
    [InlineData(new[] { WebhookShop.Password, WebhookShop.Password }, 401)]
    [InlineData(new string[0], 401)]
    public async Task A_header_takes_the_right_value_only(string[] values, int status)
    {
        await using var shop = await WebhookShop.StartAsync(settings: Header);
        shop.Client.DefaultRequestHeaders.Authorization = null;
        shop.Client.DefaultRequestHeaders.Add("X-Webhook-Secret", values);

        Assert.Equal(status, (int)(await shop.PostAsync("txn_1")).StatusCode);
    }

    [Theory]
    [InlineData("rebilly", "a-password-that-nobody-guesses", 204)]
    [InlineData("rebilly", "a-password-that-nobody-guessez", 401)]
    [InlineData("somebody", "a-password-that-nobody-guesses", 401)]
    public async Task Digest_takes_the_right_user_and_password_only(string user, string password, int status)
    {
        await using var shop = await WebhookShop.StartAsync(settings: Digest);
        using var handler = new SocketsHttpHandler { Credentials = new NetworkCredential(user, password) };
        using var client = new HttpClient(handler) { BaseAddress = shop.Client.BaseAddress };
        using var body = new StringContent("{\"transactionId\":\"txn_1\"}", mediaType: new("application/json"));

        var answer = await client.PostAsync(Path, body, Token);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("MD5", 0, 204)]
    [InlineData("SHA-256", 0, 204)]
    [InlineData("SHA-256-sess", 0, 401)]
    [InlineData("SHA-512-256", 0, 401)]
    [InlineData("SHA-256", -4, 204)]
    [InlineData("SHA-256", -6, 401)]
    [InlineData("SHA-256", 6, 401)]
    public async Task Digest_takes_both_algorithms_and_a_nonce_of_five_minutes(
        string algorithm,
        int minutes,
        int status
    )
    {
        await using var shop = await WebhookShop.StartAsync(settings: Digest);
        var challenge = await DigestCredentials.ChallengeAsync(shop, Path, Token);
        var credentials = challenge with { Algorithm = algorithm };
        credentials = minutes == 0 ? credentials : credentials with { Nonce = credentials.NonceMovedBy(minutes) };

        var answer = await credentials.PostAsync(shop, Path, Token);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(
            minutes is -6 or 6,
            $"{answer.Headers.WwwAuthenticate}".Contains("stale=true", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("another realm")]
    [InlineData("another path")]
    [InlineData("another method")]
    [InlineData("a nonce that is not ours")]
    [InlineData("a nonce of another gateway")]
    [InlineData("no qop")]
    [InlineData("no answer")]
    [InlineData("a field twice")]
    public async Task Digest_refuses_what_was_made_for_something_else(string what)
    {
        await using var shop = await WebhookShop.StartAsync(settings: Digest);
        var right = await DigestCredentials.ChallengeAsync(shop, Path, Token);
        var wrong = what switch
        {
            "another realm" => right with { Realm = "others" },
            "another path" => right with { Uri = "/payments/webhooks/other" },
            "another method" => right with { Method = "GET" },
            "a nonce that is not ours" => right with { Nonce = new string('0', right.Nonce.Length) },
            "a nonce of another gateway" => right with { Nonce = right.NonceOf("terminal") },
            "no qop" => right with { Qop = "" },
            "no answer" => right with { Response = "" },
            _ => right with { More = ", qop=auth" },
        };

        Assert.Equal(HttpStatusCode.NoContent, (await right.PostAsync(shop, Path, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await wrong.PostAsync(shop, Path, Token)).StatusCode);
    }

    [Fact]
    public async Task Requests_of_others_than_the_provider_cause_no_read()
    {
        await using var shop = await WebhookShop.StartAsync();
        var sold = await shop.SellAsync();
        shop.Client.DefaultRequestHeaders.Authorization = null;

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => shop.PostAsync(sold.Transaction!.TransactionId))
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
        Assert.Equal(0, shop.Reads);
    }

    private static async Task IsHeardAsync(WebhookShop shop)
    {
        var waiting = await shop.SellAsync("[sandbox status=waiting-approval]");
        shop.Sandbox.ApproveWaiting(waiting.Transaction!.TransactionId);

        Assert.True((await shop.HearAsync(waiting.IdempotencyKey)).Result.IsApproved);
        await shop.Sandbox.Webhooks.WhenDeliveredAsync(Token);
        Assert.All(shop.Sandbox.Webhooks.Deliveries, delivery => Assert.Equal(204, delivery.Status));
    }
}
