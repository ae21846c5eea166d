using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

/// <summary>
/// An adapter of a provider that is spoken to over HTTP. It writes requests, reads what an answer shows and recognizes documented
/// refusals; what that proves is decided here, and cannot be overridden.
/// </summary>
/// <remarks>
/// <para>
/// A payment that works on an original reads it first, together with its captures, voids and refunds; the common rules refuse what it
/// does not permit. What was read is recorded, then the write leaves, once, through the gate of the attempt.
/// </para>
/// <para>Implementations keep no state and are thread-safe.</para>
/// </remarks>
public abstract partial class HttpPaymentAdapter : PaymentAdapter
{
    private const int LongestId = 128;

    private readonly AdapterProfile _profile;
    private readonly PaymentTransport _transport;
    private readonly ResultFactory _results;
    private readonly TransactionEvidence _evidence;

    /// <summary>Creates the adapter and its transport; opens no connection.</summary>
    /// <param name="context">The gateway.</param>
    /// <param name="profile">What is fixed for the life of the adapter.</param>
    protected HttpPaymentAdapter(GatewayContext context, AdapterProfile profile)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(profile);
        Context = context;
        _profile = profile;
        _transport = context
            .Services.GetRequiredService<PaymentTransportFactory>()
            .Create(
                new PaymentTransportOptions
                {
                    BaseAddress = profile.BaseAddress,
                    Gateway = context.Name,
                    Deadline = profile.Deadline,
                    SendTimeout = HttpAdapterOptions.SendTimeout(profile.SendTimeout, profile.Deadline),
                    Headers = profile.Headers,
                }
            );
        _results = new ResultFactory(context, profile.Secrets, Reference);
        _evidence = new TransactionEvidence(profile.Echoes, Reference, context.TimeProvider);
    }

    /// <inheritdoc />
    public sealed override GatewayCapabilities Capabilities => _profile.Capabilities;

    /// <inheritdoc />
    public sealed override AccountFingerprint Account => _profile.Account;

    /// <inheritdoc />
    public sealed override TimeSpan LongestExchange => _profile.Deadline;

    /// <inheritdoc />
    public sealed override TimeSpan MayChangeFor => _profile.MayChangeFor;

    /// <inheritdoc />
    /// <remarks>
    /// By default captures, voids and refunds of one transaction run one at a time, and are sent only after what was read of the
    /// transaction is recorded. An override adds its guards to these.
    /// </remarks>
    public override AttemptGuards GuardsFor(PaymentRequest request, EarlierPayment? original)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Original is { TransactionId: var id }
            ? new AttemptGuards { Guards = [new PaymentGuard { Name = $"transaction:{id}" }], ReadsFirst = true }
            : AttemptGuards.None;
    }

    /// <summary>The gateway.</summary>
    protected GatewayContext Context { get; }

    /// <summary>The clock.</summary>
    protected TimeProvider Clock => Context.TimeProvider;

    /// <summary>The write that moves money.</summary>
    /// <param name="attempt">The attempt; it has its request, and its original where one was read.</param>
    /// <returns>The request on the wire.</returns>
    protected abstract ProviderRequest Write(AdapterAttempt attempt);

    /// <summary>What an answer shows of a transaction.</summary>
    /// <param name="answer">A complete answer, of any status.</param>
    /// <param name="operation">What was asked for; <see cref="PaymentOperation.Unknown"/> for a read.</param>
    /// <returns>The facts; <see langword="null"/> when it shows none.</returns>
    protected abstract ProviderTransaction? Read(TransportAnswer answer, PaymentOperation operation);

    /// <summary>What the answer to <see cref="ReadById"/> shows.</summary>
    /// <param name="answer">A complete answer, of any status.</param>
    /// <param name="id">The id that was asked for; an answer that shows another one is not believed.</param>
    /// <returns>
    /// Default: what <see cref="Read(TransportAnswer, PaymentOperation)"/> finds in it, so that the answer has to name the id itself.
    /// </returns>
    protected virtual ProviderTransaction? Read(TransportAnswer answer, string id) =>
        Read(answer, PaymentOperation.Unknown);

    /// <summary>Recognizes a refusal in the form that the provider documents.</summary>
    /// <param name="answer">A complete answer, of any status.</param>
    /// <param name="operation">What was asked for; <see cref="PaymentOperation.Unknown"/> for a read.</param>
    /// <returns>The refusal; <see langword="null"/> for everything else, which is then no proof of anything.</returns>
    protected abstract ProviderRefusal? Refuse(TransportAnswer answer, PaymentOperation operation);

    /// <summary>The read of one transaction.</summary>
    /// <param name="id">An id that <see cref="IsTransactionId"/> accepts; escape it.</param>
    /// <returns>The request on the wire.</returns>
    protected abstract ProviderRequest ReadById(string id);

    /// <summary>The read of a list in which an attempt shows once it was carried out.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <returns>The request on the wire; <see langword="null"/> where there is no such list.</returns>
    protected virtual ProviderRequest? ListFor(AdapterAttempt attempt) => null;

    /// <summary>The transactions that a list shows.</summary>
    /// <param name="answer">A complete answer, of any status.</param>
    /// <returns>The facts; <see langword="null"/> when the answer is no list, or not proven to be a whole one.</returns>
    protected virtual IReadOnlyList<ProviderTransaction>? ReadList(TransportAnswer answer) => null;

    /// <summary>What the provider is asked to do for an operation, where it has no such operation of its own.</summary>
    /// <param name="operation">What was asked for.</param>
    /// <param name="original">The original, where one was read.</param>
    /// <returns>Default: the operation itself.</returns>
    protected virtual PaymentOperation PerformsAs(PaymentOperation operation, ProviderTransaction? original) =>
        operation;

    /// <summary>The types of transaction that the provider may make of an attempt.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <returns>Default: what it is asked to do.</returns>
    protected virtual ValueList<PaymentOperation> MayShowAs(AdapterAttempt attempt) => [attempt.PerformsAs];

    /// <summary>What an original proves to be of an operation that is done in place.</summary>
    /// <param name="original">The original, as it is shown now.</param>
    /// <param name="attempt">The attempt; before a write, its original is the one that was read then.</param>
    /// <param name="isClaimed">Whether the provider says that it was done; otherwise what is shown may be somebody else's doing.</param>
    /// <returns>
    /// The capture or void that it shows, with its type, status and amounts, contradictory ones included; <see langword="null"/> when it
    /// does not show that it was done.
    /// </returns>
    protected virtual ProviderTransaction? ShownAs(
        ProviderTransaction original,
        AdapterAttempt attempt,
        bool isClaimed
    ) => null;

    /// <summary>The provider's own rules for what is done to an original, on top of the common ones.</summary>
    /// <param name="attempt">The attempt, with its original.</param>
    /// <returns>Why nothing may be sent; <see langword="null"/> when it may.</returns>
    protected virtual ProviderRefusal? RefuseByOriginal(AdapterAttempt attempt) => null;

    /// <summary>The provider's own reads before a write, on top of the common ones. They move no money.</summary>
    /// <param name="attempt">The attempt, with its original where one was read.</param>
    /// <param name="running">The attempt as it runs; read inside <see cref="RunningAttempt.PrepareAsync"/>.</param>
    /// <returns>What was found.</returns>
    protected virtual Task<PreparedRead> PrepareAsync(AdapterAttempt attempt, RunningAttempt running) =>
        Task.FromResult(PreparedRead.Ready);

    /// <summary>Has the provider find out more about a transaction that it has no final answer for.</summary>
    /// <param name="state">The transaction as it is shown.</param>
    /// <param name="isOfAttempt">Whether it is certain to be what the attempt made, so that its absence is the attempt's.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Default: what is shown.</returns>
    protected virtual Task<FindResult> InquireAsync(
        TransactionState state,
        bool isOfAttempt,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(FindResult.Found(state));

    /// <summary>Adds to the neutral state what this provider shows in a way of its own.</summary>
    /// <param name="state">The neutral state.</param>
    /// <param name="shown">The facts.</param>
    /// <returns>Default: the neutral state.</returns>
    protected virtual TransactionState Describe(TransactionState state, ProviderTransaction shown) => state;

    /// <summary>Whether a text can be the id of a transaction.</summary>
    /// <param name="id">The text.</param>
    /// <returns>Default: 1 to 128 printable ASCII characters that are no step in a path.</returns>
    protected virtual bool IsTransactionId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id is { Length: > 0 and <= LongestId } and not ("." or "..")
            && !id.AsSpan().ContainsAnyExceptInRange('!', '~');
    }

    /// <summary>A reference to a transaction of this account.</summary>
    /// <param name="id">The provider's id.</param>
    /// <returns>The reference; <see langword="null"/> when the id is none.</returns>
    protected TransactionReference? Reference(string? id) =>
        id is null || !IsTransactionId(id) ? null : new TransactionReference(Context.Name, Account, id);

    /// <summary>The key as it goes on the wire.</summary>
    /// <param name="key">The key.</param>
    /// <returns>40 characters of <c>0-9 a-f</c>.</returns>
    protected string WireKey(IdempotencyKey key) => key.ToWireKey(Context.KeyNamespace);
}
