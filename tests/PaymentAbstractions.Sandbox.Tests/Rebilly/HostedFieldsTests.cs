using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class HostedFieldsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_needs_no_key_and_leads_back_to_the_shop()
    {
        await using var driver = await StartAsync();

        using var page = await OpenAsync(driver, "https://shop.example/return/1?a=%22%3E%3Cscript%3E");

        var html = await page.Content.ReadAsStringAsync(Token);
        Assert.Equal(200, (int)page.StatusCode);
        Assert.Contains(
            "target=\"_top\" action=\"https://shop.example/return/1?a=%22%3E%3Cscript%3E\"",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("data-tokens=\"/organizations/org_sandbox/tokens\"", html, StringComparison.Ordinal);
        Assert.Contains("data-key=\"pk_sandbox\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("sk_sandbox", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_shop_may_frame_the_page_and_get_its_form()
    {
        await using var driver = await StartAsync();

        using var page = await OpenAsync(driver, "https://shop.example/return/1");

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors 'self' https://shop.example", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' https://shop.example;", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/return")]
    [InlineData("http://shop.example/return")]
    [InlineData("javascript:alert(1)")]
    public async Task An_address_that_a_token_must_not_go_to_is_refused(string returnUrl)
    {
        await using var driver = await StartAsync();

        using var page = await OpenAsync(driver, returnUrl);

        Assert.Equal(400, (int)page.StatusCode);
    }

    [Fact]
    public async Task A_page_of_text_from_the_address_shows_it_encoded()
    {
        await using var driver = await StartAsync();

        using var page = await driver.SendAsync(
            HttpMethod.Get,
            "hosted-fields?returnUrl=http%3A%2F%2F127.0.0.1%3A1%2F&publishableKey=%22%3E%3Cb%3E",
            key: null
        );

        Assert.Contains(
            "data-key=\"&quot;&gt;&lt;b&gt;\"",
            await page.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal
        );
    }

    private static Task<HttpResponseMessage> OpenAsync(RebillyDriver driver, string returnUrl) =>
        driver.SendAsync(HttpMethod.Get, $"hosted-fields?returnUrl={Uri.EscapeDataString(returnUrl)}", key: null);
}
