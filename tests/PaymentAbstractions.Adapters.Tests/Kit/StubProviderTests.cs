namespace PaymentAbstractions.Adapters.Tests;

public sealed class StubProviderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_come_in_their_order_and_the_last_one_repeats()
    {
        using var stub = new StubProvider().On("GET a", StubAnswer.Text(201, "1"), StubAnswer.Text(202, "2"));
        using var client = new HttpClient(stub);

        int[] statuses = [await GetAsync(client, "a"), await GetAsync(client, "a"), await GetAsync(client, "a")];

        Assert.Equal([201, 202, 202], statuses);
    }

    [Fact]
    public async Task A_refused_connection_comes_once_before_the_next_answer_and_records_nothing()
    {
        using var stub = new StubProvider().On("GET a", StubAnswer.Refused(), StubAnswer.Text(200, ""));
        using var client = new HttpClient(stub);

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(client, "a"));
        var recorded = stub.Requests.Count;
        var status = await GetAsync(client, "a");

        Assert.Equal((HttpRequestError.ConnectionError, 0), (refused.HttpRequestError, recorded));
        Assert.Equal((200, 1), (status, stub.Requests.Count));
    }

    [Fact]
    public async Task A_route_without_an_answer_says_so()
    {
        using var stub = new StubProvider();
        using var client = new HttpClient(stub);

        using var response = await client.GetAsync(new Uri("https://pay.example.com/a/b?c=d"), Token);

        Assert.Equal(599, (int)response.StatusCode);
        Assert.Equal("No answer for GET a/b.", await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public void A_route_needs_an_answer()
    {
        using var stub = new StubProvider();

        var exception = Assert.Throws<ArgumentException>(() => stub.On("GET a"));

        Assert.StartsWith("Specify at least one answer for GET a.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://pay.example.com/v1/payments?note=a%20b", "payments?note=a%20b", "GET payments", "note=a b")]
    [InlineData(
        "https://pay.example.com/proxy/v1/payments",
        "https://pay.example.com/proxy/v1/payments",
        "GET https://pay.example.com/proxy/v1/payments",
        ""
    )]
    [InlineData("https://pay.example.com/v1/payments/v1/7", "payments/v1/7", "GET payments/v1/7", "")]
    [InlineData(
        "https://other.example.com/v2/a",
        "https://other.example.com/v2/a",
        "GET https://other.example.com/v2/a",
        ""
    )]
    public async Task Paths_are_below_the_base_path(string address, string path, string route, string query)
    {
        using var stub = new StubProvider { BasePath = "/v1/" };
        using var client = new HttpClient(stub);

        using var response = await client.GetAsync(new Uri(address), Token);

        var request = Assert.Single(stub.Requests);
        Assert.Equal((path, route, query), (request.Path, request.Route, request.Query));
    }

    [Fact]
    public async Task Requests_are_recorded_and_reads_are_distinguished_from_writes()
    {
        using var stub = new StubProvider();
        using var client = new HttpClient(stub);
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri("https://pay.example.com/pay"));
        message.Headers.Add("X-Key", "k");
        message.Content = new StringContent("body");

        await GetAsync(client, "a");
        using var response = await client.SendAsync(message, Token);

        var write = Assert.Single(stub.Writes);
        Assert.Equal(2, stub.Requests.Count);
        Assert.Equal(("POST", "pay", "body"), (write.Method, write.Path, write.Body));
        Assert.Equal("Content-Length: 4\nContent-Type: text/plain; charset=utf-8\nX-Key: k", write.Headers);
    }

    [Fact]
    public async Task Headers_of_the_body_are_answered_like_the_others()
    {
        (string, string)[] headers = [("Retry-After", "7"), ("Last-Modified", "Sun, 01 Mar 2026 12:00:00 GMT")];
        using var stub = new StubProvider().On("GET a", StubAnswer.Text(200, "a", "text/plain", headers));
        using var client = new HttpClient(stub);

        using var response = await client.GetAsync(new Uri("https://pay.example.com/a"), Token);

        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter?.Delta);
        Assert.Equal(ConformanceHarness.Start, response.Content.Headers.LastModified);
    }

    [Fact]
    public void A_header_without_a_proper_name_is_an_error()
    {
        var refusal = Assert.Throws<ArgumentException>(() =>
            StubAnswer.Text(200, "", "text/plain", ("Retry After", "7"))
        );

        Assert.StartsWith("'Retry After' is not a valid header name.", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<int> GetAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri($"https://pay.example.com/{path}"), Token);
        return (int)response.StatusCode;
    }
}
