using System.Net;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Tests.Console;

public sealed class ConsoleFaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fault_waits_for_the_next_payments_of_its_provider()
    {
        await using var driver = await ConsoleDriver.StartAsync();
        await driver.Rebilly.CardAsync();
        await driver.AddFaultAsync("VirtualTerminal", "ServerError500BeforeProcessing", count: 2);

        await driver.Rebilly.PayAsync("\"amount\":20");
        using var first = await driver.Terminal.AddAsync();
        var waiting = Waiting(await driver.GetAsync("api/faults"));
        using var second = await driver.Terminal.AddAsync();
        using var third = await driver.Terminal.AddAsync();

        Assert.Equal(["VirtualTerminal ServerError500BeforeProcessing 1"], waiting);
        Assert.Equal(
            [HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError, HttpStatusCode.OK],
            [first.StatusCode, second.StatusCode, third.StatusCode]
        );
    }

    [Theory]
    [InlineData("Hang", true)]
    [InlineData("ResetAfterProcessing", true)]
    [InlineData("ResetBeforeProcessing", false)]
    [InlineData("ServerError500", true)]
    [InlineData("TooManyRequests429", false)]
    public async Task The_list_says_which_faults_take_effect(string name, bool takesEffect)
    {
        await using var driver = await ConsoleDriver.StartAsync();

        var faults = (await driver.GetAsync("api/faults"))["faults"]!.AsArray();

        var fault = Assert.Single(faults, fault => (string?)fault!["fault"] == name)!;
        Assert.Equal(takesEffect, (bool)fault["takesEffect"]!);
        Assert.NotNull(fault["title"]);
        Assert.Equal(["Rebilly", "VirtualTerminal"], fault["providers"]!.AsArray().Select(one => (string?)one));
    }

    [Fact]
    public async Task Every_listed_fault_can_be_added_and_all_are_dropped_at_once()
    {
        await using var driver = await ConsoleDriver.StartAsync();
        var faults = (await driver.GetAsync("api/faults"))["faults"]!.AsArray();

        foreach (var fault in faults)
        {
            await driver.AddFaultAsync((string)fault!["providers"]![0]!, (string)fault["fault"]!);
        }

        var added = driver.Rebilly.Sandbox.Faults.Pending + driver.Terminal.Sandbox.Faults.Pending;
        using var cleared = await driver.SendAsync(HttpMethod.Delete, "api/faults");

        Assert.True(faults.Count > 35);
        Assert.Equal(faults.Count, added);
        Assert.Equal(HttpStatusCode.NoContent, cleared.StatusCode);
        Assert.Empty(Waiting(await driver.GetAsync("api/faults")));
    }

    [Fact]
    public async Task A_wrong_fault_is_refused_with_all_its_problems_and_adds_nothing()
    {
        await using var driver = await ConsoleDriver.StartAsync();

        var refusal = await driver.RefusedAsync("""{"provider":"Stripe","fault":"Explode","count":0,"when":"now"}""");
        var missing = await driver.RefusedAsync("{}");
        var cannot = await driver.RefusedAsync("""{"provider":"VirtualTerminal","fault":"WrongCurrencyEchoed"}""");

        Assert.Equal(
            "'when' is not a member of a fault. The members are provider, fault, count. "
                + "provider is \"Stripe\", and must be one of Rebilly, VirtualTerminal. "
                + "fault is \"Explode\", and must be one of the faults that GET /api/faults lists. "
                + "count is 0, and must be a whole number from 1 to 100.",
            refusal
        );
        Assert.Contains("provider is missing", missing, StringComparison.Ordinal);
        Assert.Contains("fault is missing", missing, StringComparison.Ordinal);
        Assert.Contains("cannot show", cannot, StringComparison.Ordinal);
        Assert.Equal(0, driver.Rebilly.Sandbox.Faults.Pending + driver.Terminal.Sandbox.Faults.Pending);
    }

    [Theory]
    [InlineData("no JSON", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("""{"provider":"Rebilly","fault":"Hang"}""", "text/plain")]
    public async Task A_body_that_is_not_a_JSON_object_is_refused(string body, string contentType)
    {
        await using var driver = await ConsoleDriver.StartAsync();

        var refusal = await driver.RefusedAsync(body, contentType);

        Assert.StartsWith("The body must be application/json with one object", refusal, StringComparison.Ordinal);
        Assert.Equal(0, driver.Rebilly.Sandbox.Faults.Pending);
    }

    private static IEnumerable<string> Waiting(JsonNode faults) =>
        faults["waiting"]!.AsArray().Select(one => $"{one!["provider"]} {one["fault"]} {one["count"]}");
}
