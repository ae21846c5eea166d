namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Rebilly in memory: answers by route in the order given, the last answer again and again.</summary>
public sealed class RebillyStub : HttpMessageHandler
{
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
    public IReadOnlyList<WireRequest> Charges =>
        [
            .. Requests.Where(request =>
                request.Route is "POST transactions" or "POST payouts"
                || request.Route.EndsWith("/refund", StringComparison.Ordinal)
            ),
        ];

    public string LastQuery => Uri.UnescapeDataString(Requests[^1].Path.Split('?')[^1]);

    public RebillyStub On(string route, params StubAnswer[] answers)
    {
        lock (_lock)
        {
            _routes[route] = new Queue<StubAnswer>(answers);
        }

        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var path = request.RequestUri!.PathAndQuery.Split("/organizations/org_1/", 2) is [_, var below]
            ? below
            : request.RequestUri.AbsoluteUri;
        var answer = Take($"{request.Method} {path.Split('?')[0]}");
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
