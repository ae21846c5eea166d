using System.Globalization;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox;

/// <summary>The base of an emulated provider API on 127.0.0.1: host, clock, ledger, faults, traffic and a page that shows them.</summary>
/// <remarks>
/// <para>
/// An emulator derives from it, answers requests in <see cref="Answer"/> and enters what happens to money with
/// <see cref="Book"/>. Write it from the provider's documents and not from the adapter, share no code with the adapter, and give it a switch
/// for everything that the documents leave open. Meant for test cards, never for real ones.
/// </para>
/// <para>
/// All public members are safe for use by several threads; <see cref="RootAddress"/> and what is made of it are final when
/// <see cref="ListenAsync"/> has ended. Requests are answered one at a time, under <see cref="Gate"/>.
/// </para>
/// <para>
/// An exception of the emulator's own code is answered with 500 and thrown by the next <see cref="WhenIdleAsync"/>, or by
/// <see cref="DisposeAsync"/> when nobody has waited since, so that a mistake in it does not pass for the provider's behavior.
/// </para>
/// </remarks>
public abstract class ProviderSandbox : IAsyncDisposable
{
    private readonly SandboxHost _host;
    private readonly SandboxEchoes _echoes;
    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly SandboxKeys _keys = new();
    private readonly SandboxOptions _options;

    /// <summary>Makes an emulator that does not listen yet.</summary>
    /// <param name="options">The set-up. It must not be changed afterwards.</param>
    /// <param name="echoes">The members of answers that faults can falsify.</param>
    /// <exception cref="ArgumentException">
    /// <see cref="SandboxEchoes.Type"/> is named, and <see cref="SandboxEchoes.Types"/> has fewer than two different types.
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

    /// <summary>The address of the host, <c>http://127.0.0.1:PORT/</c>; without the port until <see cref="ListenAsync"/> has ended.</summary>
    public Uri RootAddress => _host.Address;

    /// <summary>The address that an adapter is pointed at. Default <see cref="RootAddress"/>.</summary>
    public virtual Uri BaseAddress => RootAddress;

    /// <summary>The address of a page that shows the ledger and the requests, for people.</summary>
    public Uri PageAddress => new(RootAddress, SandboxPage.Path[1..]);

    /// <summary>The time inside the sandbox.</summary>
    public SandboxClock Clock { get; }

    /// <summary>
    /// The same time for a client, whose timers also run out as soon as a request meets <see cref="SandboxFault.Hang"/>: its deadlines pass
    /// without a wait.
    /// </summary>
    public ImpatientClock ClientClock { get; }

    /// <summary>What really happened to money.</summary>
    public SandboxLedger Ledger { get; } = new();

    /// <summary>What goes wrong with coming requests.</summary>
    public SandboxFaults Faults { get; }

    /// <summary>What came over the wire.</summary>
    public SandboxTraffic Traffic { get; } = new();

    /// <summary>Guards all state of the emulator. <see cref="Answer"/> runs under it.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>The accounts by the keys that open them, as <see cref="SandboxOptions.AccountsByKey"/> was set.</summary>
    protected IDictionary<string, string> AccountsByKey => _options.AccountsByKey;

    /// <summary>The instant that <see cref="Clock"/> shows.</summary>
    protected DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>
    /// Whether a request asks to move or hold money, processed or not. <see cref="SandboxFaults.Enqueue(SandboxFault)"/> lets a fault wait for
    /// the next one.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <returns>Whether it does.</returns>
    public abstract bool MovesMoney(SandboxRequest request);

    /// <summary>Settles every approved transaction that is not settled, as the daily batch would. Does nothing where the provider has none.</summary>
    public virtual void SettleAll() { }

    /// <summary>Starts to listen. Call it once; <see cref="PauseListeningAsync"/> and <see cref="ResumeListeningAsync"/> come later.</summary>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>A task that ends when the sandbox listens.</returns>
    /// <exception cref="IOException">The port is in use. It can be tried again.</exception>
    /// <exception cref="InvalidOperationException">The sandbox has listened before.</exception>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    public Task ListenAsync(CancellationToken cancellationToken = default) =>
        _host.ListenAsync(_options.Port, cancellationToken);

    /// <summary>Closes the port, so that connections are refused. The state is kept. Does nothing while it is closed.</summary>
    /// <returns>A task that ends when the port is closed and open connections are cut.</returns>
    /// <exception cref="InvalidOperationException"><see cref="ListenAsync"/> was not called before.</exception>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    public Task PauseListeningAsync() => _host.PauseAsync();

    /// <summary>Opens the same port again. Does nothing while it is open.</summary>
    /// <returns>A task that ends when the sandbox listens.</returns>
    /// <exception cref="InvalidOperationException"><see cref="ListenAsync"/> was not called before.</exception>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    public Task ResumeListeningAsync() => _host.ResumeAsync();

    /// <summary>Waits until no request is being processed, for example after a client gave up on a delayed one.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when the sandbox is idle.</returns>
    /// <exception cref="InvalidOperationException">
    /// The emulator itself threw while it answered; the inner exception is what it threw first. Thrown once.
    /// </exception>
    public Task WhenIdleAsync(CancellationToken cancellationToken = default) => _host.WhenIdleAsync(cancellationToken);

    /// <summary>Closes the port and all connections.</summary>
    /// <returns>A task that ends when the port is free.</returns>
    /// <exception cref="InvalidOperationException">
    /// The emulator itself threw while it answered, and <see cref="WhenIdleAsync"/> has not shown it. The port is free all the same.
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

    /// <summary>Processes a request and answers it. Runs under <see cref="Gate"/>, also while a fault is going to spoil the answer.</summary>
    /// <param name="request">The request, whole.</param>
    /// <returns>The answer that the provider would give.</returns>
    protected internal abstract SandboxResponse Answer(SandboxRequest request);

    /// <summary>An error answer in the provider's own form. Default: problem details (RFC 9457).</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="detail">One English sentence.</param>
    /// <returns>The answer.</returns>
    protected internal virtual SandboxResponse Problem(int status, string detail) =>
        SandboxResponse.Json(
            status,
            new JsonObject { ["status"] = status, ["detail"] = detail },
            "application/problem+json"
        );

    /// <summary>A 429 answer. Default: <see cref="Problem"/> with <c>Retry-After</c> in seconds.</summary>
    /// <param name="wait">How long the client shall wait.</param>
    /// <returns>The answer.</returns>
    protected internal virtual SandboxResponse TooManyRequests(TimeSpan wait) =>
        Problem(429, "Too many requests.")
            .WithHeader("Retry-After", ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture));

    /// <summary>Makes one value of an answer wrong. Default: as the <see cref="SandboxEchoes"/> name the members.</summary>
    /// <param name="response">The right answer.</param>
    /// <param name="echo">Which value.</param>
    /// <param name="request">The request that it answers.</param>
    /// <returns>The answer with the wrong value; unchanged when it has no such value.</returns>
    protected internal virtual SandboxResponse Falsify(
        SandboxResponse response,
        SandboxEcho echo,
        SandboxRequest request
    ) => _echoes.Falsify(response, echo, request, Ledger.Movements.Select(static movement => movement.TransactionId));

    /// <summary>One line for the page about a request. Override it where the path holds a key or card data.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Default: method and path without the query.</returns>
    protected internal virtual string Describe(SandboxRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return $"{request.Method} {request.Path.Split('?')[0]}";
    }

    /// <summary>Enters into the ledger what happened to money. The position and, if it is missing, the time are filled in.</summary>
    /// <param name="movement">What happened.</param>
    protected internal void Book(SandboxMovement movement)
    {
        ArgumentNullException.ThrowIfNull(movement);
        Ledger.Book(movement.Time == default ? movement with { Time = Now } : movement);
    }

    /// <summary>
    /// Makes ids that are the same in every run: a prefix and a counter of its own, which starts after
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
    /// Processes a request once under its idempotency key, as most providers document it: a repeat gets the first answer again, and another
    /// request under the same key a 409 <see cref="Problem"/>.
    /// </summary>
    /// <remarks>An answer of 400 or more is not kept, except 402, which providers use for a decline.</remarks>
    /// <param name="key">
    /// The key; without one the request is processed. Keys are the account's: where the emulator has several accounts, put the account before
    /// the key, or one account gets the answers of another.
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
                ?? Problem(409, "The idempotency key was used with another request.");
    }

    /// <summary>Ends what an emulator runs beside its host. Called when the sandbox is disposed.</summary>
    private protected virtual ValueTask StopAsync() => ValueTask.CompletedTask;

    /// <summary>The status that the provider now shows for the transaction of a movement; null where the emulator does not say.</summary>
    internal virtual string? StatusOf(SandboxMovement movement) => null;

    internal SandboxResponse Run(SandboxRequest request)
    {
        lock (Gate)
        {
            return Answer(request);
        }
    }
}
