using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

/// <summary>A sandbox with a plain HTTP client, and short helpers for frequent steps.</summary>
internal sealed class RebillyDriver : IAsyncDisposable
{
    public const string Visa = "4111111111111111";
    public const string Organization = "org_sandbox";
    public const string Address =
        """{"firstName":"Ada","lastName":"King","address":"1 High St","city":"London","country":"GB","postalCode":"N1 1AA"}""";

    private readonly HttpClient _client;

    private RebillyDriver(RebillySandbox sandbox)
    {
        Sandbox = sandbox;
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = sandbox.BaseAddress };
    }

    public RebillySandbox Sandbox { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts the sandbox at a fixed time, so that no test depends on the date.</summary>
    public static async Task<RebillyDriver> StartAsync(RebillySandboxOptions? options = null)
    {
        options ??= new RebillySandboxOptions();
        options.StartTime ??= new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
        return new(await RebillySandbox.StartAsync(options, Token));
    }

    public static Task<RebillyDriver> StartAsync(RebillySandboxProfile profile) =>
        StartAsync(new RebillySandboxOptions { Profile = profile });

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string? json = null,
        string? key = "sk_sandbox",
        string organization = Organization,
        CancellationToken? token = null
    )
    {
        using var request = new HttpRequestMessage(method, $"/organizations/{organization}/{path}");
        if (key is not null)
        {
            request.Headers.Add("REB-APIKEY", key);
        }

        if (json is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return await _client.SendAsync(request, token ?? Token);
    }

    public async Task<HttpResponseMessage> SendRawAsync(HttpRequestMessage request) =>
        await _client.SendAsync(request, Token);

    public async Task<JsonNode> ExpectAsync(int status, HttpMethod method, string path, string? json = null)
    {
        using var response = await SendAsync(method, path, json);
        var body = await response.Content.ReadAsStringAsync(Token);
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode}: {body}");
        return JsonNode.Parse(body)!;
    }

    public Task<JsonNode> GetAsync(string path) => ExpectAsync(200, HttpMethod.Get, path);

    /// <summary>Posts a transaction that must be accepted.</summary>
    public Task<JsonNode> PayAsync(string members) => ExpectAsync(201, HttpMethod.Post, "transactions", Body(members));

    /// <summary>Posts a transaction that must be refused; returns the names of the invalid fields.</summary>
    public async Task<string[]> RefusedAsync(string members) =>
        FieldsOf(await ExpectAsync(422, HttpMethod.Post, "transactions", Body(members)));

    public Task<JsonNode> RefundAsync(JsonNode transaction, decimal amount, string more = "") =>
        ExpectAsync(
            201,
            HttpMethod.Post,
            RefundPath(transaction),
            FormattableString.Invariant($$"""{"amount":{{amount}}{{more}}}""")
        );

    public static string RefundPath(JsonNode transaction) => $"transactions/{Text(transaction, "id")}/refund";

    /// <summary>Creates a customer with a card and returns the instrument's id.</summary>
    public async Task<string> CardAsync(string customer = "cus_1", string pan = Visa, string more = "")
    {
        await SendAsync(HttpMethod.Put, $"customers/{customer}", "{}");
        var instrument = await ExpectAsync(201, HttpMethod.Post, "payment-instruments", Card(customer, pan, more));
        return Text(instrument, "id")!;
    }

    public static string Card(string customer = "cus_1", string pan = Visa, string more = "") =>
        $$"""{"method":"payment-card","customerId":"{{customer}}","pan":"{{pan}}","expMonth":12,"expYear":2030,"billingAddress":{{Address}}{{more}}}""";

    /// <summary>Returns a transaction's body: valid defaults, overridden by <paramref name="members"/>.</summary>
    public static string Body(string members)
    {
        var body = JsonNode
            .Parse(
                """{"type":"sale","websiteId":"web_sandbox","customerId":"cus_1","currency":"USD","amount":12.50}"""
            )!
            .AsObject();
        foreach (var (name, value) in JsonNode.Parse("{" + members + "}")!.AsObject())
        {
            body[name] = value?.DeepClone();
        }

        return body.ToJsonString();
    }

    public static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();

    public static string[] FieldsOf(JsonNode problem) =>
        [.. problem["invalidFields"]!.AsArray().Select(field => field!["field"]!.GetValue<string>())];

    public static string[] IdsOf(JsonNode list) => [.. list.AsArray().Select(item => Text(item!, "id")!)];

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Sandbox.DisposeAsync();
    }
}
