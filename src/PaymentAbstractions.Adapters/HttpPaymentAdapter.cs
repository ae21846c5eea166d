using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

/// <summary>
/// The base class of adapters for providers with an HTTP API. An adapter writes requests, reads the facts in an answer and recognizes the
/// refusals that the provider documents. This class sends the requests and determines the results; an adapter cannot override that.
/// </summary>
/// <remarks>
/// <para>
/// A capture, void or refund first reads its original transaction, together with the captures, voids and refunds of that original. The
/// common rules refuse what the original does not permit. The reading is recorded in the journal, and then the write is sent once. If the
/// original cannot be read, nothing is sent.
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

    /// <summary>Creates the adapter and its transport. No connection is opened.</summary>
    /// <param name="context">The gateway that the adapter works for.</param>
    /// <param name="profile">The address, credentials and capabilities of the account; fixed for the life of the adapter.</param>
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
        _results = new ResultFactory(context, profile.Secrets, Reference, profile.Mark);
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

    /// <summary>The gateway that the adapter works for.</summary>
    protected GatewayContext Context { get; }

    /// <summary>The clock of the gateway. Use it instead of the system's clock.</summary>
    protected TimeProvider Clock => Context.TimeProvider;

    /// <inheritdoc />
    /// <remarks>
    /// By default, captures, voids and refunds of one original run one at a time, and the original is read under this guard. Sales and
    /// authorizations have no guard. Override this method if two of them could not be distinguished at the provider, or if one could use
    /// the authorization of another; keep the guard of the original (<see cref="GuardOf"/>).
    /// </remarks>
    public override AttemptGuards GuardsFor(PaymentRequest request, EarlierPayment? original)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Original is { } transaction
            ? new AttemptGuards { Guards = [GuardOf(transaction)], ReadsFirst = true }
            : AttemptGuards.None;
    }

    /// <summary>The guard of an original transaction, for adapters that add guards of their own to it.</summary>
    /// <param name="original">The original transaction.</param>
    /// <returns>An exclusive guard.</returns>
    protected static PaymentGuard GuardOf(TransactionReference original)
    {
        ArgumentNullException.ThrowIfNull(original);
        return new PaymentGuard { Name = $"transaction:{original.TransactionId}" };
    }

    /// <summary>Writes the request that moves money. Called once for each attempt that is sent.</summary>
    /// <param name="attempt">The attempt. Its request is set; its original is set for captures, voids and refunds.</param>
    /// <returns>The request.</returns>
    protected abstract ProviderRequest Write(AdapterAttempt attempt);

    /// <summary>Reads the facts about one transaction from an answer.</summary>
    /// <param name="answer">A complete answer with any HTTP status.</param>
    /// <param name="operation">The requested operation; <see cref="PaymentOperation.Unknown"/> for a read.</param>
    /// <returns>The facts; <see langword="null"/> when the answer does not show a transaction.</returns>
    protected abstract ProviderTransaction? Read(TransportAnswer answer, PaymentOperation operation);

    /// <summary>Reads the facts about one transaction from the answer to <see cref="ReadById"/>.</summary>
    /// <param name="answer">A complete answer with any HTTP status.</param>
    /// <param name="id">The requested id. An answer with another id is not trusted.</param>
    /// <returns>
    /// The default is the result of <see cref="Read(TransportAnswer, PaymentOperation)"/>, so the answer must contain the id.
    /// </returns>
    protected virtual ProviderTransaction? Read(TransportAnswer answer, string id) =>
        Read(answer, PaymentOperation.Unknown);

    /// <summary>Recognizes a refusal in a form that the provider documents.</summary>
    /// <param name="answer">A complete answer with any HTTP status.</param>
    /// <param name="operation">The requested operation; <see cref="PaymentOperation.Unknown"/> for a read.</param>
    /// <returns>The refusal; <see langword="null"/> for every other answer, which then proves nothing.</returns>
    protected abstract ProviderRefusal? Refuse(TransportAnswer answer, PaymentOperation operation);

    /// <summary>Writes the request that reads one transaction.</summary>
    /// <param name="id">An id that <see cref="IsTransactionId"/> accepts. Escape it before it goes into the path.</param>
    /// <returns>The request.</returns>
    protected abstract ProviderRequest ReadById(string id);

    /// <summary>Writes the request that reads a list in which an attempt appears once the provider has carried it out.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <returns>The request; <see langword="null"/> (the default) when the provider has no such list.</returns>
    protected virtual ProviderRequest? ListFor(AdapterAttempt attempt) => null;

    /// <summary>Reads the transactions of a list.</summary>
    /// <param name="answer">A complete answer with any HTTP status.</param>
    /// <returns>
    /// The transactions; <see langword="null"/> when the answer is not a list, or when the list may be incomplete and
    /// <see cref="NextPage"/> does not read the rest.
    /// </returns>
    protected virtual IReadOnlyList<ProviderTransaction>? ReadList(TransportAnswer answer) => null;

    /// <summary>Writes the request that reads the next page of a list.</summary>
    /// <param name="list">The request of the first page.</param>
    /// <param name="answer">The answer with the last page that was read.</param>
    /// <param name="rows">The transactions of that page.</param>
    /// <returns>
    /// The request; <see langword="null"/> (the default) when that page is the last one. A list of more than 10 pages counts as incomplete.
    /// </returns>
    protected virtual ProviderRequest? NextPage(
        ProviderRequest list,
        TransportAnswer answer,
        IReadOnlyList<ProviderTransaction> rows
    ) => null;

    /// <summary>
    /// Writes the request that lists the captures, voids and refunds of a transaction, for providers that list them separately.
    /// </summary>
    /// <param name="transaction">The transaction.</param>
    /// <returns>
    /// The request; <see langword="null"/> (the default) when the transaction names them (<see cref="ProviderTransaction.ChildIds"/>) or
    /// the provider does not show them.
    /// </returns>
    protected virtual ProviderRequest? ListChildrenOf(ProviderTransaction transaction) => null;

    /// <summary>
    /// Gets the operation that the provider is asked for, if it does not have the requested one. For example, a refund can be sent as a
    /// credit.
    /// </summary>
    /// <param name="operation">The requested operation.</param>
    /// <param name="original">The original transaction, if one was read.</param>
    /// <returns>The default is the requested operation.</returns>
    protected virtual PaymentOperation PerformsAs(PaymentOperation operation, ProviderTransaction? original) =>
        operation;

    /// <summary>Gets the types that the transaction of an attempt may have at the provider.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <returns>The default is the operation that the provider is asked for.</returns>
    protected virtual ValueList<PaymentOperation> MayShowAs(AdapterAttempt attempt) => [attempt.PerformsAs];

    /// <summary>Reads the capture or void that an original shows, for the operations in <see cref="AdapterProfile.InPlace"/>.</summary>
    /// <param name="original">The original as the provider shows it now.</param>
    /// <param name="attempt">The attempt. After a write, its original is the one that was read before the write.</param>
    /// <param name="isClaimed">Whether the provider reported success. Otherwise someone else may have changed the original.</param>
    /// <returns>
    /// The capture or void with its type, status and amounts, even when they contradict the attempt; <see langword="null"/> when the
    /// original does not show one.
    /// </returns>
    protected virtual ProviderTransaction? ShownAs(
        ProviderTransaction original,
        AdapterAttempt attempt,
        bool isClaimed
    ) => null;

    /// <summary>Adds the provider's own rules for captures, voids and refunds to the common rules.</summary>
    /// <param name="attempt">The attempt with its original.</param>
    /// <returns>The refusal, after which nothing is sent; <see langword="null"/> when the attempt is permitted.</returns>
    protected virtual ProviderRefusal? RefuseByOriginal(AdapterAttempt attempt) => null;

    /// <summary>Adds the provider's own reads before a write. They must not move money.</summary>
    /// <param name="attempt">The attempt. Its original is set for captures, voids and refunds.</param>
    /// <param name="running">The running attempt. Call <see cref="RunningAttempt.PrepareAsync"/> and read within it.</param>
    /// <returns>Whether the write may be sent.</returns>
    protected virtual Task<PreparedRead> PrepareAsync(AdapterAttempt attempt, RunningAttempt running) =>
        Task.FromResult(PreparedRead.Ready);

    /// <summary>Asks the provider to find out more about a transaction that has no final state yet.</summary>
    /// <param name="state">The transaction as the provider shows it.</param>
    /// <param name="isOfAttempt">
    /// Whether the attempt certainly created this transaction, so that proof about the transaction is proof about the attempt.
    /// </param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The default is the unchanged state.</returns>
    protected virtual Task<FindResult> InquireAsync(
        TransactionState state,
        bool isOfAttempt,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(FindResult.Found(state));

    /// <summary>Adds provider-specific data to the state of a transaction.</summary>
    /// <param name="state">The state that the toolkit created.</param>
    /// <param name="shown">The facts.</param>
    /// <returns>The default is the unchanged state.</returns>
    protected virtual TransactionState Describe(TransactionState state, ProviderTransaction shown) => state;

    /// <summary>Whether a text can be the id of a transaction.</summary>
    /// <param name="id">The text.</param>
    /// <returns>The default is whether it has 1 to 128 printable ASCII characters and is neither <c>.</c> nor <c>..</c>.</returns>
    protected virtual bool IsTransactionId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id is { Length: > 0 and <= LongestId } and not ("." or "..")
            && !id.AsSpan().ContainsAnyExceptInRange('!', '~');
    }

    /// <summary>Creates a reference to a transaction of this account.</summary>
    /// <param name="id">The provider's id.</param>
    /// <returns>The reference; <see langword="null"/> when <see cref="IsTransactionId"/> does not accept the id.</returns>
    protected TransactionReference? Reference(string? id) =>
        id is null || !IsTransactionId(id) ? null : new TransactionReference(Context.Name, Account, id);

    /// <summary>The idempotency key as it is sent to the provider.</summary>
    /// <param name="key">The key.</param>
    /// <returns>40 characters of <c>0-9 a-f</c>.</returns>
    protected string WireKey(IdempotencyKey key) => key.ToWireKey(Context.KeyNamespace);
}
