namespace PaymentAbstractions.Conformance;

/// <summary>
/// An in-memory provider. It answers by route with the given answers in order, repeats the last one, and records all requests.
/// </summary>
/// <remarks>
/// Thread-safe. A route without an answer returns status 599 with an explanation. Derive from this class if a request's route is not its
/// method and path, or if a path contains a secret.
/// </remarks>
public class StubProvider : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<StubAnswer>> _routes = new(StringComparer.Ordinal);
    private readonly List<WireRequest> _requests = [];

    /// <summary>
    /// The prefix of every path, for example <c>/v1/</c>; default <c>/</c>. A path without the prefix is recorded completely.
    /// </summary>
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

    /// <summary>Sets the answers of a route and replaces earlier ones.</summary>
    /// <param name="route">The case-sensitive route, for example <c>POST payments</c>.</param>
    /// <param name="answers">One answer for each request; the last one is repeated.</param>
    /// <returns>This stub.</returns>
    /// <exception cref="ArgumentException">No answer was specified.</exception>
    public StubProvider On(string route, params StubAnswer[] answers)
    {
        if (answers is not { Length: > 0 })
        {
            throw new ArgumentException($"Specify at least one answer for {route}.", nameof(answers));
        }

        lock (_lock)
        {
            _routes[route] = new Queue<StubAnswer>(answers);
        }

        return this;
    }

    /// <summary>Changes a request before it is recorded: assigns another route, or masks secrets in its path.</summary>
    /// <param name="request">The request; before its body is read, the body is empty.</param>
    /// <returns>The request to record and answer; by default, unchanged.</returns>
    protected virtual WireRequest Read(WireRequest request) => request;

    /// <summary>Whether a request moves money; by default, any request other than GET.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Whether it moves money.</returns>
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
