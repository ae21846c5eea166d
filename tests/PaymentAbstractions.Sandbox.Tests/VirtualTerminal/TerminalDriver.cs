using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Tests.VirtualTerminal;

/// <summary>A sandbox with a plain HTTP client, and short helpers for frequent steps.</summary>
internal sealed class TerminalDriver : IAsyncDisposable
{
    public const string Key = "vt_sandbox_key";
    public const string Address =
        """{"Tag":"Dock 9","Address1":"9 Oak St","Address2":"","City":"Troy","State":"NY","Postal":"12180","Phone":"5185550199"}""";
    public const string LevelTwo = "\"TaxAmount\":6.60,\"ShippingAmount\":10.00,\"CustomerPONumber\":\"PO-88\"";
    public const string Lines = "\"LineItems\":[{\"ProductCode\":\"BOLT-10\",\"Quantity\":2,\"Price\":40.00}]";
    public const string LevelThree = $"\"Amount\":96.60,{LevelTwo},\"ShippingId\":3001,{Lines}";
    public const string NewAddress = $"\"ShippingId\":0,\"SaveNewShippingAddress\":false,\"ShippingAddress\":{Address}";

    private readonly HttpClient _client;

    private TerminalDriver(VirtualTerminalSandbox sandbox)
    {
        Sandbox = sandbox;
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = sandbox.BaseAddress };
    }

    public VirtualTerminalSandbox Sandbox { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts the sandbox at a fixed time, so that no test depends on the date.</summary>
    public static async Task<TerminalDriver> StartAsync(VirtualTerminalSandboxOptions? options = null)
    {
        options ??= new VirtualTerminalSandboxOptions();
        options.StartTime ??= new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
        return new(await VirtualTerminalSandbox.StartAsync(options, Token));
    }

    public static Task<TerminalDriver> StartAsync(VirtualTerminalSandboxProfile profile) =>
        StartAsync(new VirtualTerminalSandboxOptions { Profile = profile });

    /// <summary>Posts members with the key and the MID, which the members may override.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, string members = "", CancellationToken? token = null) =>
        SendAsync(HttpMethod.Post, path, Body("\"ApiKey\":\"vt_sandbox_key\",\"MID\":\"mid_sandbox\"", members), token);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string? content = null,
        CancellationToken? token = null,
        string contentType = "application/json"
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (content is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        }

        return await _client.SendAsync(request, token ?? Token);
    }

    /// <summary>Posts a request that must be answered with 200.</summary>
    public async Task<JsonNode> OkAsync(string path, string members = "") =>
        await JsonAsync(await PostAsync(path, members));

    /// <summary>Posts a transaction/add request: a Level I sale of 12.50 unless members override it.</summary>
    public Task<HttpResponseMessage> AddAsync(string members = "", CancellationToken? token = null) =>
        PostAsync("transaction/add", AddMembers(members), token);

    /// <summary>Posts a transaction/add request that must be answered with 200.</summary>
    public async Task<JsonNode> PayAsync(string members = "") => await JsonAsync(await AddAsync(members));

    public Task<JsonNode> CaptureAsync(JsonNode transaction, decimal amount) =>
        OkAsync("transaction/capture", FormattableString.Invariant($"{IdMember(transaction)},\"Amount\":{amount}"));

    public Task<JsonNode> VoidAsync(JsonNode transaction) => OkAsync("transaction/void", IdMember(transaction));

    public async Task<JsonNode> GetAsync(string path, string key = Key) =>
        await JsonAsync(await SendAsync(HttpMethod.Get, $"{key}/{path}"));

    public Task<JsonNode> ReadAsync(JsonNode transaction) => GetAsync($"transaction/{Id(transaction)}");

    public async Task<JsonArray> NotSettledAsync(long customer = 7001)
    {
        var list = await GetAsync($"customer/{customer}/Transactions/NotSettled");
        var transactions = list["Transactions"]?.AsArray() ?? [];
        Assert.Equal(transactions.Count, list["TransactionCount"]!.GetValue<int>());
        return transactions;
    }

    /// <summary>Fills in the form of a start and returns the token.</summary>
    public async Task<string> FillInAsync(JsonNode start, string number = "4111111111111111", string expiry = "1030")
    {
        using var redirect = await SendFormAsync(start, number, expiry);
        Assert.Equal(302, (int)redirect.StatusCode);
        return redirect.Headers.Location!.Query.Split("token-id=")[1];
    }

    public Task<HttpResponseMessage> SendFormAsync(JsonNode start, string number, string expiry) =>
        SendAsync(
            HttpMethod.Post,
            start["FormPostUrl"]!.GetValue<string>(),
            $"billing-cc-number={number}&billing-cc-exp={expiry}&billing-cvv=123&billing-first-name=Ada&billing-last-name=King",
            contentType: "application/x-www-form-urlencoded"
        );

    /// <summary>Expects a refusal in the header and returns its status and text.</summary>
    public static async Task<(int Status, string? Text, string Body)> RefusalAsync(Task<HttpResponseMessage> answer)
    {
        using var response = await answer;
        var body = await response.Content.ReadAsStringAsync(Token);
        Assert.True((int)response.StatusCode >= 400, $"{(int)response.StatusCode}: {body}");
        return (
            (int)response.StatusCode,
            response.Headers.TryGetValues("Error", out var texts) ? texts.Single() : null,
            body
        );
    }

    public static string AddMembers(string members) =>
        Body("\"TransactionType\":\"sale\",\"Amount\":12.50,\"CustomerId\":7001,\"PaymentMethodId\":9001", members)[
            1..^1
        ];

    public static string IdMember(JsonNode transaction) => $"\"TransactionId\":\"{Id(transaction)}\"";

    public static long Id(JsonNode node) => node["ID"]!.GetValue<long>();

    public static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();

    public static decimal Money(JsonNode node, string name) => node[name]!.GetValue<decimal>();

    public static string Auth(string more = "") => $"\"TransactionType\":\"auth\"{(more.Length > 0 ? "," : "")}{more}";

    public static string Credit => "\"TransactionType\":\"credit\"";

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Sandbox.DisposeAsync();
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync(Token);
            var error = response.Headers.TryGetValues("Error", out var texts) ? texts.Single() : "";
            Assert.True((int)response.StatusCode == 200, $"{(int)response.StatusCode} {error}: {body}");
            return JsonNode.Parse(body)!;
        }
    }

    /// <summary>Returns an object of defaults, overridden by <paramref name="members"/>; the last member of a name wins.</summary>
    public static string Body(string defaults, string members)
    {
        var body = JsonNode.Parse($"{{{defaults}}}")!.AsObject();
        using var overrides = JsonDocument.Parse($"{{{members}}}");
        foreach (var member in overrides.RootElement.EnumerateObject())
        {
            body[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }

        return body.ToJsonString();
    }
}
