using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PaymentAbstractions.Sandbox.Tests.Rebilly;
using PaymentAbstractions.Sandbox.Tests.VirtualTerminal;

namespace PaymentAbstractions.Sandbox.Tests.Console;

/// <summary>Both emulators, a console that shows them, and a plain HTTP client.</summary>
internal sealed class ConsoleDriver : IAsyncDisposable
{
    private readonly HttpClient _client;

    private ConsoleDriver(RebillyDriver rebilly, TerminalDriver terminal, SandboxConsole console)
    {
        Rebilly = rebilly;
        Terminal = terminal;
        Console = console;
        _client = new() { BaseAddress = console.BaseAddress };
    }

    public RebillyDriver Rebilly { get; }

    public TerminalDriver Terminal { get; }

    public SandboxConsole Console { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ConsoleDriver> StartAsync()
    {
        var rebilly = await RebillyDriver.StartAsync();
        var terminal = await TerminalDriver.StartAsync();
        var console = await SandboxConsole.StartAsync(
            new() { Rebilly = rebilly.Sandbox, VirtualTerminal = terminal.Sandbox },
            Token
        );
        return new(rebilly, terminal, console);
    }

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string? json = null,
        string? origin = null,
        string? host = null,
        string contentType = "application/json"
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Host = host;
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, contentType);
        }

        return await _client.SendAsync(request, Token);
    }

    public async Task<JsonArray> ListAsync(string path) => (await GetAsync(path)).AsArray();

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await TextAsync(path))!;

    public async Task<string> TextAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    /// <summary>Posts a fault that must be refused and returns the text of the refusal.</summary>
    public async Task<string> RefusedAsync(string json, string contentType = "application/json")
    {
        using var answer = await SendAsync(HttpMethod.Post, "api/faults", json, contentType: contentType);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["detail"]!.GetValue<string>();
    }

    public async Task AddFaultAsync(string provider, string fault, int count = 1)
    {
        using var answer = await SendAsync(
            HttpMethod.Post,
            "api/faults",
            $$"""{"provider":"{{provider}}","fault":"{{fault}}","count":{{count}}}"""
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Console.DisposeAsync();
        await Terminal.DisposeAsync();
        await Rebilly.DisposeAsync();
    }
}
