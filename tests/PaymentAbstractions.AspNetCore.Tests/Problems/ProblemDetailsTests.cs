using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PaymentAbstractions.AspNetCore.Tests;

public sealed class ProblemDetailsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_that_cannot_be_sent_is_400_with_every_problem_by_its_field()
    {
        await using var shop = await StartAsync(
            new PaymentRequestException([
                new RequestProblem { Field = "Amount", Message = "is 0.00 USD. Use an amount above zero." },
                new RequestProblem { Field = "OrderReference", Message = "is missing." },
                new RequestProblem { Field = "Amount", Message = "has no currency." },
            ])
        );

        using var client = new HttpClient { BaseAddress = new Uri(shop.Urls.Single()) };
        using var response = await client.GetAsync("/", Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var details = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        var errors = details.GetProperty("errors");
        Assert.Equal(2, errors.GetProperty("Amount").GetArrayLength());
        Assert.Equal(1, errors.GetProperty("OrderReference").GetArrayLength());
    }

    [Fact]
    public async Task A_wrong_configuration_is_503_and_says_nothing_of_it()
    {
        await using var shop = await StartAsync(
            new PaymentConfigurationException(["Payments:Gateways:cards_eu:ApiKey is missing."])
        );

        using var client = new HttpClient { BaseAddress = new Uri(shop.Urls.Single()) };
        using var response = await client.GetAsync("/", Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.DoesNotContain("ApiKey", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_browser_and_another_exception_are_left_to_the_application(bool isBrowser)
    {
        await using var shop = await StartAsync(
            isBrowser ? new PaymentRequestException("Amount", "is missing.") : new InvalidOperationException("other")
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept", isBrowser ? "text/html,*/*;q=0.8" : "application/json");

        using var client = new HttpClient { BaseAddress = new Uri(shop.Urls.Single()) };
        using var response = await client.SendAsync(request, Token);

        Assert.Equal("the application's own page", await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task A_caller_that_accepts_no_json_gets_the_application_s_page_with_its_status()
    {
        await using var shop = await StartAsync(new PaymentRequestException("Amount", "is missing."));
        using var client = new HttpClient { BaseAddress = new Uri(shop.Urls.Single()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept", "application/xml");

        using var response = await client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("the application's own page", await response.Content.ReadAsStringAsync(Token));
    }

    private static async Task<WebApplication> StartAsync(Exception exception)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddPaymentProblemDetails().AddPaymentProblemDetails();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseExceptionHandler("/error");
        app.MapGet("/", IResult () => throw exception);
        app.MapGet("/error", () => "the application's own page");
        await app.StartAsync(Token);
        return app;
    }
}
