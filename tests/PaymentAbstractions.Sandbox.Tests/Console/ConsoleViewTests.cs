using System.Net;
using System.Text.Json.Nodes;
using PaymentAbstractions.Sandbox.Tests.Emulators;
using PaymentAbstractions.Sandbox.Tests.Rebilly;
using PaymentAbstractions.Sandbox.Tests.VirtualTerminal;

namespace PaymentAbstractions.Sandbox.Tests.Console;

public sealed class ConsoleViewTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_ledger_shows_what_moved_at_every_provider_newest_first()
    {
        await using var driver = await ConsoleDriver.StartAsync();
        await driver.Rebilly.CardAsync();
        var sale = await driver.Rebilly.PayAsync("\"amount\":20,\"requestId\":\"key-1\",\"description\":\"order 1\"");
        driver.Rebilly.Sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await driver.Rebilly.RefundAsync(sale, 20m);
        driver.Terminal.Sandbox.Clock.Advance(TimeSpan.FromMinutes(2));
        await driver.Terminal.PayAsync(TerminalDriver.LevelThree);

        var ledger = await driver.ListAsync("api/ledger");

        Assert.Equal(["Sale", "Void", "Sale"], ledger.Select(row => Text(row, "type")));
        Assert.Equal(["VirtualTerminal", "Rebilly", "Rebilly"], ledger.Select(row => Text(row, "provider")));
        var terminal = ledger[0]!;
        Assert.Equal("Not Settled", Text(terminal, "status"));
        Assert.Equal("PO-88", Text(terminal, "customerPONumber"));
        Assert.Equal(3, (int)terminal["dataLevel"]!);
        Assert.Equal("BOLT-10", Text(terminal["lineItems"]![0], "productCode"));
        Assert.Equal(96.60m, (decimal)terminal["amount"]!);
        var rebilly = ledger[2]!;
        Assert.Equal("voided", Text(rebilly, "status"));
        Assert.Equal("key-1", Text(rebilly, "requestId"));
        Assert.Equal("order 1", Text(rebilly, "description"));
        Assert.Equal("cus_1", Text(rebilly, "customerId"));
        Assert.Equal("2026-01-05T09:00:00.000Z", Text(rebilly, "createdTime"));
        Assert.Null(rebilly["parent"]);
        Assert.Equal(Text(rebilly, "id"), Text(ledger[1], "parent"));
    }

    [Fact]
    public async Task Requests_show_answers_and_faults_but_no_keys_and_no_cards()
    {
        await using var driver = await ConsoleDriver.StartAsync();
        await driver.Rebilly.CardAsync();
        driver.Rebilly.Sandbox.Faults.Enqueue(SandboxFault.ResetAfterProcessing);
        await Assert.ThrowsAsync<HttpRequestException>(() => driver.Rebilly.PayAsync("\"amount\":20"));
        await driver.Rebilly.Sandbox.WhenIdleAsync(Token);
        driver.Terminal.Sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await driver.Terminal.NotSettledAsync();

        var text = await driver.TextAsync("api/requests");
        var requests = JsonNode.Parse(text)!.AsArray();

        Assert.Equal("/api/{key}/customer/7001/Transactions/NotSettled", Text(requests[0], "path"));
        Assert.Equal(200, (int)requests[0]!["status"]!);
        Assert.Equal("POST", Text(requests[1], "method"));
        Assert.Equal("ResetAfterProcessing", Text(requests[1], "fault"));
        Assert.Null(requests[1]!["status"]);
        Assert.True((bool)requests[1]!["movesMoney"]!);
        Assert.Equal(201, (int)requests[2]!["status"]!);
        Assert.DoesNotContain("sandbox_key", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sk_sandbox", text, StringComparison.Ordinal);
        Assert.DoesNotContain(RebillyDriver.Visa, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_keeps_the_newest_and_must_be_a_number()
    {
        await using var driver = await ConsoleDriver.StartAsync();
        await driver.Terminal.PayAsync();
        await driver.Terminal.PayAsync("\"Description\":\"second\"");

        var one = await driver.ListAsync("api/ledger?limit=1");
        var requests = await driver.ListAsync("api/requests?limit=1");
        using var wrong = await driver.SendAsync(HttpMethod.Get, "api/ledger?limit=none");

        Assert.Equal("second", Text(Assert.Single(one), "description"));
        Assert.Single(requests);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task An_emulator_of_another_provider_is_shown_by_its_name()
    {
        await using var till = await TillSandbox.StartAsync();
        using var client = new HttpClient { BaseAddress = till.BaseAddress };
        await client.PostAsync("charges", new StringContent("""{"amount":12.50}"""), Token);
        await using var console = await SandboxConsole.StartAsync(new() { Others = { ["Till"] = till } }, Token);
        using var reader = new HttpClient { BaseAddress = console.BaseAddress };

        var ledger = JsonNode.Parse(await reader.GetStringAsync("api/ledger", Token))!.AsArray();

        Assert.Equal("Till", Text(Assert.Single(ledger), "provider"));
        Assert.Null(ledger[0]!["status"]);
    }

    [Fact]
    public async Task A_console_without_emulators_or_with_two_of_a_name_does_not_start()
    {
        await using var rebilly = await RebillySandbox.StartAsync(cancellationToken: Token);

        await Assert.ThrowsAsync<ArgumentException>(() => SandboxConsole.StartAsync(new(), Token));
        var twins = await Assert.ThrowsAsync<ArgumentException>(() =>
            SandboxConsole.StartAsync(new() { Rebilly = rebilly, Others = { ["rebilly"] = rebilly } }, Token)
        );
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            SandboxConsole.StartAsync(new() { Rebilly = rebilly, Port = 65536 }, Token)
        );

        Assert.Contains("'Rebilly'", twins.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_emulators_outlive_the_console_and_its_port_is_free_again()
    {
        await using var driver = await ConsoleDriver.StartAsync();
        await driver.Console.DisposeAsync();
        await driver.Console.DisposeAsync();

        await using var second = await SandboxConsole.StartAsync(
            new() { Rebilly = driver.Rebilly.Sandbox, Port = driver.Console.BaseAddress.Port },
            Token
        );

        Assert.Equal(driver.Console.BaseAddress, second.BaseAddress);
        await driver.Rebilly.CardAsync();
    }

    private static string? Text(JsonNode? row, string name) => (string?)row![name];
}
