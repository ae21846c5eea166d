namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>The provider in memory: answers by route in the order given, the last answer again and again.</summary>
public sealed class VirtualTerminalStub : HttpMessageHandler
{
    public const string Add = "POST transaction/add";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<StubAnswer>> _routes = new(StringComparer.Ordinal);
    private readonly List<WireRequest> _requests = [];

    public IReadOnlyList<WireRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>The requests that move money.</summary>
    public IReadOnlyList<WireRequest> Writes => [.. Requests.Where(request => request.Method == "POST")];

    public VirtualTerminalStub On(string route, params StubAnswer[] answers)
    {
        lock (_lock)
        {
            _routes[route] = new Queue<StubAnswer>(answers);
        }

        return this;
    }

    /// <summary>The transaction as it is read; one state after the other.</summary>
    public VirtualTerminalStub Shows(long id, params StubAnswer[] answers) => On($"GET KEY/transaction/{id}", answers);

    public VirtualTerminalStub Lists(long customer, params StubAnswer[] answers) =>
        On($"GET KEY/customer/{customer}/Transactions/NotSettled", answers);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var path = request
            .RequestUri!.PathAndQuery.Split("/api/", 2)[^1]
            .Replace(VirtualTerminalFixture.ApiKey, "KEY", StringComparison.Ordinal);
        var answer = Take($"{request.Method} {path}");
        if (answer.BeforeContent)
        {
            await answer.RespondAsync(cancellationToken);
        }

        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_lock)
        {
            _requests.Add(new WireRequest(request.Method.Method, path, HeadersOf(request), body));
        }

        return await answer.RespondAsync(cancellationToken);
    }

    private StubAnswer Take(string route)
    {
        lock (_lock)
        {
            return _routes.TryGetValue(route, out var answers)
                ? answers.Count > 1
                    ? answers.Dequeue()
                    : answers.Peek()
                : StubAnswer.Text(599, $"No answer for {route}.", "text/plain");
        }
    }

    private static string HeadersOf(HttpRequestMessage request)
    {
        var content = request.Content?.Headers.NonValidated.ToList() ?? [];
        return string.Join(
            '\n',
            request
                .Headers.NonValidated.Concat(content)
                .Select(header => $"{header.Key}: {header.Value}")
                .Order(StringComparer.Ordinal)
        );
    }
}
