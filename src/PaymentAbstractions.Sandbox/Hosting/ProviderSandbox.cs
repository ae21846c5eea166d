using System.Globalization;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox;

/// <summary>
/// The base class of an emulated provider API on 127.0.0.1. It contains the host, clock, ledger, faults, traffic and a page that shows
/// them.
/// </summary>
/// <remarks>
/// <para>
/// An emulator derives from it, answers requests in <see cref="Answer"/> and records money movements with <see cref="Book"/>. Write it from
/// the provider's documentation and not from the adapter, share no code with the adapter, and add a switch for everything that the
/// documentation leaves open. Use it with test cards only, never with real ones.
/// </para>
/// <para>
/// All public members are thread-safe; <see cref="RootAddress"/> and the addresses derived from it are final when <see cref="ListenAsync"/>
/// has completed. Requests are answered one at a time, under <see cref="Gate"/>.
/// </para>
/// <para>
/// An exception in the emulator's own code is answered with 500 and thrown by the next <see cref="WhenIdleAsync"/>, or otherwise by
/// <see cref="DisposeAsync"/>, so that a defect of the emulator is not mistaken for the provider's behavior.
/// </para>
/// </remarks>
public abstract class ProviderSandbox : IAsyncDisposable
{
    private readonly SandboxHost _host;
    private readonly SandboxEchoes _echoes;
    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly SandboxKeys _keys = new();
    private readonly SandboxOptions _options;

    /// <summary>Initializes an emulator, which does not listen yet.</summary>
    /// <param name="options">The options. They must not be changed afterwards.</param>
    /// <param name="echoes">The members of answers that faults can falsify.</param>
    /// <exception cref="ArgumentException">
    /// <see cref="SandboxEchoes.Type"/> is set, but <see cref="SandboxEchoes.Types"/> has fewer than two different types.
    /// </exception>
    protected ProviderSandbox(SandboxOptions options, SandboxEchoes echoes)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(echoes);
        if (echoes.Problem is { } problem)
        {
            throw new ArgumentException(problem, nameof(echoes));
        }

        _echoes = echoes;
        _options = options;
        Clock = options.StartTime is { } start ? new SandboxClock(start) : new SandboxClock();
        ClientClock = new ImpatientClock(Clock);
        Faults = new SandboxFaults(echoes, MovesMoney);
        _host = new SandboxHost(this);
    }

    /// <summary>
    /// The address of the host, <c>http://127.0.0.1:PORT/</c>; without the port until <see cref="ListenAsync"/> has completed.
    /// </summary>
    public Uri RootAddress => _host.Address;

    /// <summary>The address to configure in an adapter. Default: <see cref="RootAddress"/>.</summary>
    public virtual Uri BaseAddress => RootAddress;

    /// <summary>The address of a page that shows the ledger and the requests.</summary>
    public Uri PageAddress => new(RootAddress, SandboxPage.Path[1..]);

    /// <summary>The time inside the sandbox.</summary>
    public SandboxClock Clock { get; }

    /// <summary>
    /// The same time for a client. Its timers also run out as soon as a request meets <see cref="SandboxFault.Hang"/>, so that its
    /// deadlines pass without waiting.
    /// </summary>
    public ImpatientClock ClientClock { get; }

    /// <summary>The actual money movements.</summary>
    public SandboxLedger Ledger { get; } = new();

    /// <summary>The faults for coming requests.</summary>
    public SandboxFaults Faults { get; }

    /// <summary>The received requests.</summary>
    public SandboxTraffic Traffic { get; } = new();

    /// <summary>Guards all state of the emulator. <see cref="Answer"/> runs under it.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>The accounts by API key, as set in <see cref="SandboxOptions.AccountsByKey"/>.</summary>
    protected IDictionary<string, string> AccountsByKey => _options.AccountsByKey;

    /// <summary>The current time of <see cref="Clock"/>.</summary>
    protected DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>
    /// Whether a request asks to move or hold money, processed or not. <see cref="SandboxFaults.Enqueue(SandboxFault)"/> queues a fault for
    /// the next such request.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <returns>Whether it asks to move or hold money.</returns>
    public abstract bool MovesMoney(SandboxRequest request);

    /// <summary>
    /// Settles every approved transaction that is not settled, like the daily batch. Does nothing if the provider has no settlement.
    /// </summary>
    public virtual void SettleAll() { }

    /// <summary>
    /// Starts listening. Call it once; afterwards use <see cref="PauseListeningAsync"/> and <see cref="ResumeListeningAsync"/>.
    /// </summary>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>A task that completes when the sandbox listens.</returns>
    /// <exception cref="IOException">The port is in use. You can call the method again.</exception>
    /// <exception cref="InvalidOperationException">The sandbox has already been started.</exception>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    public Task ListenAsync(CancellationToken cancellationToken = default) =>
        _host.ListenAsync(_options.Port, cancellationToken);

    /// <summary>Closes the port, so that connections are refused. The state is kept. Does nothing if the port is closed.</summary>
    /// <returns>A task that completes when the port is closed and open connections are aborted.</returns>
    /// <exception cref="InvalidOperationException"><see cref="ListenAsync"/> was not called before.</exception>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    public Task PauseListeningAsync() => _host.PauseAsync();

    /// <summary>Opens the same port again. Does nothing if the port is open.</summary>
    /// <returns>A task that completes when the sandbox listens.</returns>
    /// <exception cref="InvalidOperationException"><see cref="ListenAsync"/> was not called before.</exception>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    public Task ResumeListeningAsync() => _host.ResumeAsync();

    /// <summary>Waits until no request is being processed, for example after a client gave up on a delayed one.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that completes when the sandbox is idle.</returns>
    /// <exception cref="InvalidOperationException">
    /// The emulator itself threw while answering; the inner exception is the first one. It is thrown only once.
    /// </exception>
    public Task WhenIdleAsync(CancellationToken cancellationToken = default) => _host.WhenIdleAsync(cancellationToken);

    /// <summary>Closes the port and all connections.</summary>
    /// <returns>A task that completes when the port is free.</returns>
    /// <exception cref="InvalidOperationException">
    /// The emulator itself threw while answering, and <see cref="WhenIdleAsync"/> has not reported it. The port is free nevertheless.
    /// </exception>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            await _host.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            await StopAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Processes a request and answers it. Runs under <see cref="Gate"/>, even if a fault will falsify the answer.</summary>
    /// <param name="request">The complete request.</param>
    /// <returns>The answer that the provider would give.</returns>
    protected internal abstract SandboxResponse Answer(SandboxRequest request);

    /// <summary>Creates an error answer in the provider's own format. Default: problem details (RFC 9457).</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="detail">A sentence in English.</param>
    /// <returns>The answer.</returns>
    protected internal virtual SandboxResponse Problem(int status, string detail) =>
        SandboxResponse.Json(
            status,
            new JsonObject { ["status"] = status, ["detail"] = detail },
            "application/problem+json"
        );

    /// <summary>Creates a 429 answer. Default: <see cref="Problem"/> with <c>Retry-After</c> in seconds.</summary>
    /// <param name="wait">The time that the client should wait.</param>
    /// <returns>The answer.</returns>
    protected internal virtual SandboxResponse TooManyRequests(TimeSpan wait) =>
        Problem(429, "Too many requests.")
            .WithHeader("Retry-After", ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture));

    /// <summary>Falsifies one value of an answer. By default, uses the member names in <see cref="SandboxEchoes"/>.</summary>
    /// <param name="response">The correct answer.</param>
    /// <param name="echo">The value to falsify.</param>
    /// <param name="request">The request that it answers.</param>
    /// <returns>The answer with the wrong value; unchanged when it has no such value.</returns>
    protected internal virtual SandboxResponse Falsify(
        SandboxResponse response,
        SandboxEcho echo,
        SandboxRequest request
    ) => _echoes.Falsify(response, echo, request, Ledger.Movements.Select(static movement => movement.TransactionId));

    /// <summary>Describes a request in one line on the page. Override it if the path contains a key or card data.</summary>
    /// <param name="request">The request.</param>
    /// <returns>By default, the method and the path without the query.</returns>
    protected internal virtual string Describe(SandboxRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return $"{request.Method} {request.Path.Split('?')[0]}";
    }

    /// <summary>Enters a money movement into the ledger. Its position and, if missing, its time are filled in.</summary>
    /// <param name="movement">The movement.</param>
    protected internal void Book(SandboxMovement movement)
    {
        ArgumentNullException.ThrowIfNull(movement);
        Ledger.Book(movement.Time == default ? movement with { Time = Now } : movement);
    }

    /// <summary>
    /// Creates ids that are the same in every run: a prefix and a counter per prefix, which starts after
    /// <see cref="SandboxOptions.IdsGivenBefore"/>.
    /// </summary>
    /// <param name="prefix">The prefix, for example <c>pay</c>.</param>
    /// <returns>For example <c>pay_000000000001</c>.</returns>
    protected internal string NextId(string prefix)
    {
        lock (_ids)
        {
            var value = _ids[prefix] = _ids.GetValueOrDefault(prefix, _options.IdsGivenBefore) + 1;
            return string.Create(CultureInfo.InvariantCulture, $"{prefix}_{value:D12}");
        }
    }

    /// <summary>
    /// Processes a request once per idempotency key, as most providers document it: a repeat gets the first answer again, and a different
    /// request with the same key gets a 409 <see cref="Problem"/>.
    /// </summary>
    /// <remarks>Answers with a status of 400 or more are not kept, except 402, which providers use for declines.</remarks>
    /// <param name="key">
    /// The key; a request without a key is always processed. Keys belong to an account: if the emulator has several accounts, add the
    /// account as a prefix, because otherwise one account receives the answers of another.
    /// </param>
    /// <param name="window">How long the provider remembers a key, by <see cref="Clock"/>.</param>
    /// <param name="request">The request.</param>
    /// <param name="process">Processes it.</param>
    /// <returns>The answer.</returns>
    protected SandboxResponse Once(string? key, TimeSpan window, SandboxRequest request, Func<SandboxResponse> process)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(process);
        return key is null
            ? process()
            : _keys.Once(key, window, Now, request, process)
                ?? Problem(409, "The idempotency key was used with a different request.");
    }

    /// <summary>Stops everything that an emulator runs in addition to its host. Called when the sandbox is disposed.</summary>
    private protected virtual ValueTask StopAsync() => ValueTask.CompletedTask;

    /// <summary>The current status of the transaction of a movement; null when the emulator does not provide it.</summary>
    internal virtual string? StatusOf(SandboxMovement movement) => null;

    internal SandboxResponse Run(SandboxRequest request)
    {
        lock (Gate)
        {
            return Answer(request);
        }
    }
}
