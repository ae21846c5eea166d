using System.Net;

namespace PaymentAbstractions.Sandbox.Tests.Console;

public sealed class ConsoleGuardTests
{
    private const string Hang = """{"provider":"Rebilly","fault":"Hang"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task Another_site_changes_nothing(string origin)
    {
        await using var driver = await ConsoleDriver.StartAsync();
        driver.Rebilly.Sandbox.Faults.Enqueue(SandboxFault.EmptyBody);

        using var added = await driver.SendAsync(HttpMethod.Post, "api/faults", Hang, origin);
        using var cleared = await driver.SendAsync(HttpMethod.Delete, "api/faults", origin: origin);

        Assert.Equal(HttpStatusCode.Forbidden, added.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, cleared.StatusCode);
        Assert.Equal(1, driver.Rebilly.Sandbox.Faults.Pending);
    }

    [Fact]
    public async Task The_consoles_own_page_may_change_something()
    {
        await using var driver = await ConsoleDriver.StartAsync();
        var address = driver.Console.BaseAddress;

        using var byNumber = await driver.SendAsync(
            HttpMethod.Post,
            "api/faults",
            Hang,
            address.GetLeftPart(UriPartial.Authority)
        );
        using var byName = await driver.SendAsync(
            HttpMethod.Post,
            "api/faults",
            Hang,
            $"http://localhost:{address.Port}",
            $"localhost:{address.Port}"
        );

        Assert.Equal(HttpStatusCode.OK, byNumber.StatusCode);
        Assert.Equal(HttpStatusCode.OK, byName.StatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.168.0.1")]
    public async Task A_host_that_is_no_loopback_one_is_neither_shown_anything_nor_changes_it(string host)
    {
        await using var driver = await ConsoleDriver.StartAsync();

        using var read = await driver.SendAsync(HttpMethod.Get, "api/ledger", host: host);
        using var added = await driver.SendAsync(HttpMethod.Post, "api/faults", Hang, $"http://{host}", host);

        Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, added.StatusCode);
        Assert.Equal(0, driver.Rebilly.Sandbox.Faults.Pending);
    }

    [Theory]
    [InlineData("PUT", "api/faults", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "api/ledger", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "api/requests", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "api/nothing", HttpStatusCode.NotFound)]
    public async Task Other_methods_and_paths_are_refused(string method, string path, HttpStatusCode status)
    {
        await using var driver = await ConsoleDriver.StartAsync();

        using var answer = await driver.SendAsync(new HttpMethod(method), path);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_has_one_heading_a_language_and_nothing_from_elsewhere()
    {
        await using var driver = await ConsoleDriver.StartAsync();

        using var answer = await driver.SendAsync(HttpMethod.Get, "");
        var page = await answer.Content.ReadAsStringAsync(Token);
        var files = page + await driver.TextAsync("console.css") + await driver.TextAsync("console.js");

        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("<h1>").Length);
        Assert.DoesNotContain("//", files.Replace("// ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("innerHTML", files, StringComparison.Ordinal);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }
}
