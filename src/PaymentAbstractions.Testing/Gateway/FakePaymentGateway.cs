namespace PaymentAbstractions.Testing;

/// <summary>A gateway in memory, for tests of code that takes payments: scripted where the test says so, honest elsewhere.</summary>
/// <remarks>
/// <para>Each call is answered by the first of these that applies:</para>
/// <list type="number">
/// <item>the oldest queued answer for the operation (<see cref="Enqueue(PaymentResult)"/> and its kin), used once;</item>
/// <item>the latest rule that matches (<see cref="When"/>), used as often as it matches;</item>
/// <item>for a key that was answered before, the same result again, unless that result lets the key be sent again;</item>
/// <item>
/// the gateway's own books: it approves, and refuses what a provider would, such as capturing more than is authorized,
/// refunding more than was captured, or undoing something twice.
/// </item>
/// </list>
/// <para>
/// Whatever is answered with a transaction is kept in the books, so that <see cref="FindAsync"/> and later captures, voids
/// and refunds see it. Requests that no gateway would send throw <see cref="PaymentRequestException"/> and are not recorded.
/// </para>
/// <para>Thread-safe: calls are answered one at a time.</para>
/// </remarks>
public sealed partial class FakePaymentGateway : IPaymentGateway, IPaymentMethodSetup, ICustomerVault
{
    /// <summary>The name of a gateway that was not given one: <c>fake</c>.</summary>
    public const string DefaultName = "fake";

    private readonly Lock _lock = new();
    private readonly List<FakeCall> _calls = [];
    private readonly List<FindRequest> _finds = [];
    private readonly Dictionary<IdempotencyKey, FakeCall> _answered = [];
    private readonly FakeScript _script = new();
    private readonly FakeBooks _books = new();

    /// <summary>Creates a gateway named <c>fake</c>.</summary>
    public FakePaymentGateway()
        : this(DefaultName) { }

    /// <summary>Creates a gateway.</summary>
    /// <param name="name">The name, 1 to 40 of <c>a-z 0-9 _</c>.</param>
    /// <exception cref="ArgumentException">The name is not a gateway name.</exception>
    public FakePaymentGateway(string name)
    {
        Name = GatewayName.IsValid(name)
            ? name
            : throw new ArgumentException("A gateway name has 1 to 40 of a-z, 0-9 and _.", nameof(name));
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <summary>What the gateway can do. Default: everything, in every currency.</summary>
    public GatewayCapabilities Capabilities { get; init; } = FakeCapabilities.Everything;

    /// <summary>The clock that dates the transactions. Default: a <see cref="ManualTimeProvider"/> that stands still.</summary>
    public TimeProvider TimeProvider { get; init; } = new ManualTimeProvider();

    /// <summary>Whether the gateway offers <see cref="ICustomerVault"/>. Default: yes.</summary>
    public bool HasCustomerVault { get; init; } = true;

    /// <summary>Every call that was answered, in order; a copy.</summary>
    public IReadOnlyList<FakeCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Every look-up that was answered, in order; a copy.</summary>
    public IReadOnlyList<FindRequest> Finds
    {
        get
        {
            lock (_lock)
            {
                return [.. _finds];
            }
        }
    }

    /// <summary>The account that a gateway of this kit names in its references.</summary>
    /// <param name="gatewayName">The name of the gateway.</param>
    /// <returns>A fingerprint that depends on the name only.</returns>
    public static AccountFingerprint AccountOf(string gatewayName) =>
        AccountFingerprint.Of("Fake", "Testing", gatewayName);

    /// <inheritdoc />
    public Task<PaymentResult> SaleAsync(SaleRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(() => Answer(request), cancellationToken);

    /// <inheritdoc />
    public Task<PaymentResult> AuthorizeAsync(
        AuthorizeRequest request,
        CancellationToken cancellationToken = default
    ) => AnswerAsync(() => Answer(request), cancellationToken);

    /// <inheritdoc />
    public Task<PaymentResult> CaptureAsync(CaptureRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(() => Answer(request), cancellationToken);

    /// <inheritdoc />
    public Task<PaymentResult> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(() => Answer(request), cancellationToken);

    /// <inheritdoc />
    public Task<PaymentResult> RefundAsync(RefundRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(() => Answer(request), cancellationToken);

    /// <inheritdoc />
    public Task<PaymentResult> CreditAsync(CreditRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(() => Answer(request), cancellationToken);

    /// <inheritdoc />
    public Task<PaymentResult> SetupAsync(SetupRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(() => Answer(request), cancellationToken);

    /// <inheritdoc />
    public Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(() => Find(request), cancellationToken);

    /// <inheritdoc />
    public object? GetService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceType == typeof(IPaymentMethodSetup) && !Capabilities.Supports(PaymentOperation.Setup))
        {
            return null;
        }

        if (serviceType == typeof(ICustomerVault) && !HasCustomerVault)
        {
            return null;
        }

        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    private Task<T> AnswerAsync<T>(Func<T> answer, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            lock (_lock)
            {
                return Task.FromResult(answer());
            }
        }
#pragma warning disable CA1031 // As with every other gateway, whatever fails is in the task, not in the call.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Task.FromException<T>(exception);
        }
    }

    private PaymentResult Answer(PaymentRequest request)
    {
        FakeRequestRules.ThrowIfInvalid(request, this, _books);
        var result = _script.Answer(request) ?? Repeat(request) ?? Tell(request, _books.Answer(request, this));
        _books.Record(request, result, TimeProvider.GetUtcNow());
        var call = new FakeCall
        {
            Operation = request.Operation,
            Request = request,
            Result = result,
        };
        _calls.Add(call);
        _answered.TryAdd(request.IdempotencyKey, call);
        if (_answered[request.IdempotencyKey].Result.MaySendAgain)
        {
            _answered[request.IdempotencyKey] = call;
        }

        return result;
    }

    private PaymentResult Tell(PaymentRequest request, PaymentResult result) =>
        FakeCommercialData.Tell(request, result, Capabilities.HighestDataLevel);

    private PaymentResult? Repeat(PaymentRequest request)
    {
        if (!_answered.TryGetValue(request.IdempotencyKey, out var before) || before.Result.MaySendAgain)
        {
            return null;
        }

        return before.Request.Equals(request)
            ? WithWhatWentBack(before.Result)
            : PaymentResults.Of(request, PaymentOutcome.Rejected) with
            {
                Gateway = Name,
                Reason = PaymentReason.DuplicateKey,
                Problems =
                [
                    new RequestProblem
                    {
                        Field = nameof(request.IdempotencyKey),
                        Message = "was used for another request; take a new key.",
                    },
                ],
            };
    }

    private PaymentResult WithWhatWentBack(PaymentResult result)
    {
        if (
            result.Transaction is not { } transaction
            || _books.Find(transaction)
                is not { Type: PaymentOperation.Sale or PaymentOperation.Authorize or PaymentOperation.Capture } state
            || state is { Outcome: not PaymentOutcome.Reversed, RefundedAmount: null }
        )
        {
            return result;
        }

        var told = result with { RefundedAmount = state.RefundedAmount };
        return state.Outcome == PaymentOutcome.Reversed ? PaymentResults.Reversed(told) : told;
    }

    private FindResult Find(FindRequest request)
    {
        FakeRequestRules.ThrowIfInvalid(request);
        _finds.Add(request);
        if (_script.AnswerFind() is { } scripted)
        {
            return scripted;
        }

        var state = request.Transaction is { } transaction
            ? _books.Find(transaction)
            : _books.Find(request.Attempt!.IdempotencyKey);
        if (state is not null)
        {
            return FindResult.Found(state);
        }

        var inDoubt =
            request.Attempt is { } attempt
            && _answered.TryGetValue(attempt.IdempotencyKey, out var call)
            && call.Result.Outcome == PaymentOutcome.Unknown
            && !_books.HasProvenAbsent(attempt.IdempotencyKey);
        return request.Attempt is null || inDoubt
            ? FindResult.NotSeen("It is not in the books of the fake gateway.")
            : FindResult.ProvenAbsent("The fake gateway keeps complete books, and it is not in them.");
    }
}
