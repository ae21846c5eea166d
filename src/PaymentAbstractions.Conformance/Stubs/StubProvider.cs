namespace PaymentAbstractions.Conformance;

/// <summary>A provider in memory: it answers by route, in the order given and the last answer again and again, and records what it was sent.</summary>
/// <remarks>
/// Thread-safe. A route without an answer gets status 599, which says so. Derive from it where a request's route is not
/// its method and path, or where a path shows a secret.
/// </remarks>
public class StubProvider : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<StubAnswer>> _routes = new(StringComparer.Ordinal);
    private readonly List<WireRequest> _requests = [];

    /// <summary>What every path starts with, for example <c>/v1/</c>; default <c>/</c>. An address that does not counts whole.</summary>
    public string BasePath { get; init; } = "/";

    /// <summary>All requests so far, oldest first.</summary>
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

    /// <summary>The requests that move money, oldest first.</summary>
    public IReadOnlyList<WireRequest> Writes => [.. Requests.Where(MovesMoney)];

    /// <summary>Sets the answers of a route; earlier ones are forgotten.</summary>
    /// <param name="route">The route, for example <c>POST payments</c>; case matters.</param>
    /// <param name="answers">One answer for each request; the last one repeats.</param>
    /// <returns>This stub.</returns>
    /// <exception cref="ArgumentException">There is no answer.</exception>
    public StubProvider On(string route, params StubAnswer[] answers)
    {
        if (answers is not { Length: > 0 })
        {
            throw new ArgumentException($"Give {route} an answer.", nameof(answers));
        }

        lock (_lock)
        {
            _routes[route] = new Queue<StubAnswer>(answers);
        }

        return this;
    }

    /// <summary>Reads a request: gives it another route, or masks what is secret in its path.</summary>
    /// <param name="request">The request; before its body was read, with an empty body.</param>
    /// <returns>The request as it is recorded and answered; default as it is.</returns>
    protected virtual WireRequest Read(WireRequest request) => request;

    /// <summary>Whether a request moves money; default any that is no GET.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Whether it does.</returns>
    protected virtual bool MovesMoney(WireRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Method != "GET";
    }

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var wire = new WireRequest(request.Method.Method, PathOf(request.RequestUri!), HeadersOf(request), "");
        if (TakeEarly(Read(wire).Route) is { } early)
        {
            return await early.RespondAsync(cancellationToken);
        }

        if (request.Content is { } content)
        {
            var body = await content.ReadAsStringAsync(cancellationToken);
            wire = new WireRequest(wire.Method, wire.Path, HeadersOf(request), body);
        }

        wire = Read(wire);
        return await Record(wire).RespondAsync(cancellationToken);
    }

    private StubAnswer? TakeEarly(string route)
    {
        lock (_lock)
        {
            return _routes.TryGetValue(route, out var answers) && answers.Peek().BeforeContent ? Next(answers) : null;
        }
    }

    private StubAnswer Record(WireRequest request)
    {
        lock (_lock)
        {
            _requests.Add(request);
            return _routes.TryGetValue(request.Route, out var answers)
                ? Next(answers)
                : StubAnswer.Text(599, $"No answer for {request.Route}.", "text/plain");
        }
    }

    private static StubAnswer Next(Queue<StubAnswer> answers) => answers.Count > 1 ? answers.Dequeue() : answers.Peek();

    private string PathOf(Uri address) =>
        address.PathAndQuery.StartsWith(BasePath, StringComparison.Ordinal)
            ? address.PathAndQuery[BasePath.Length..]
            : address.AbsoluteUri;

    private static string HeadersOf(HttpRequestMessage request) =>
        string.Join(
            '\n',
            request
                .Headers.NonValidated.Concat(request.Content?.Headers.NonValidated.ToList() ?? [])
                .Select(header => $"{header.Key}: {header.Value}")
                .Order(StringComparer.Ordinal)
        );
}
