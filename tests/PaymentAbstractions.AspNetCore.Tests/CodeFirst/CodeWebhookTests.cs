using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PaymentAbstractions.AspNetCore.Tests;

/// <summary>Webhooks of a gateway that is declared in code and whose name has a hyphen.</summary>
public sealed class CodeWebhookTests
{
    private const string Secret = "a-secret-that-is-long-enough";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/payments/webhooks/cards-eu", Secret, HttpStatusCode.NoContent)]
    [InlineData("/payments/webhooks/cards-eu", "another-secret-that-is-wrong", HttpStatusCode.Unauthorized)]
    [InlineData("/payments/webhooks/cards-us", Secret, HttpStatusCode.NotFound)]
    public async Task The_route_finds_the_gateway_and_its_secret(string path, string secret, HttpStatusCode expected)
    {
        await using var shop = await CodeShop.StartAsync();
        await using var application = Build(
            shop,
            new WebhookOptions
            {
                Authentication = WebhookAuthentication.Header,
                HeaderName = "X-Secret",
                HeaderValue = new ApiKey(Secret),
            }
        );
        application.MapPaymentWebhooks();
        await application.StartAsync(Token);
        using var client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
        client.DefaultRequestHeaders.Add("X-Secret", secret);
        using var body = new StringContent(
            """{ "transactionId": "txn_unknown", "eventType": "transaction-processed" }""",
            Encoding.UTF8,
            "application/json"
        );

        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), body, Token);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_missing_member_is_named_as_in_code()
    {
        await using var shop = await CodeShop.StartAsync();
        await using var application = Build(shop, webhooks: null);

        var exception = Assert.Throws<PaymentConfigurationException>(() => application.MapPaymentWebhooks());

        Assert.StartsWith(
            "cards-eu: RebillyOptions.Webhooks: is missing",
            Assert.Single(exception.Problems),
            StringComparison.Ordinal
        );
    }

    private static WebApplication Build(CodeShop shop, WebhookOptions? webhooks)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder
            .Services.AddPayments()
            .AddRebilly(
                CodeShop.Rebilly,
                options =>
                {
                    shop.Set(options);
                    options.Webhooks = webhooks;
                }
            )
            .UseSqliteJournal(shop.JournalPath);
        return builder.Build();
    }
}
