namespace PaymentAbstractions.Adapters.Tests;

/// <summary>A provider in memory: answers by route in the order given, the last answer again and again.</summary>
/// <remarks>A route is <c>POST payments</c>, or the action of a form that names one, such as <c>sale</c>.</remarks>
public sealed class ProviderStub : HttpMessageHandler
{
    private const string Action = "action=";
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
    public IReadOnlyList<WireRequest> Writes =>
        [
            .. Requests.Where(request =>
                !request.Route.StartsWith("GET ", StringComparison.Ordinal)
                && request.Route is not ("show" or "search" or "POST instruments")
            ),
        ];

    public ProviderStub On(string route, params StubAnswer[] answers)
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
        var path = request.RequestUri!.PathAndQuery.Split("/v1/", 2)[^1];
        var route = $"{request.Method} {path.Split('?')[0]}";
        if (Peek(route) is { BeforeContent: true } early)
        {
            return early.Respond();
        }

        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        if (body.StartsWith(Action, StringComparison.Ordinal))
        {
            route = body[Action.Length..].Split('&')[0];
        }

        lock (_lock)
        {
            _requests.Add(new WireRequest(route, path, HeadersOf(request), Uri.UnescapeDataString(body)));
        }

        return Take(route).Respond();
    }

    private StubAnswer? Peek(string route)
    {
        lock (_lock)
        {
            return _routes.TryGetValue(route, out var answers) ? answers.Peek() : null;
        }
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

    private static string HeadersOf(HttpRequestMessage request) =>
        string.Join(
            '\n',
            request
                .Headers.NonValidated.Concat(request.Content?.Headers.NonValidated.ToList() ?? [])
                .Select(header => $"{header.Key}: {header.Value}")
                .Order(StringComparer.Ordinal)
        );
}
