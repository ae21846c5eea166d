using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

/// <summary>
/// Describes one account at a provider: its address, credentials and capabilities, and how far its responses can be trusted.
/// </summary>
/// <remarks>Immutable, and fixed for the life of an adapter. <see cref="ToString"/> shows no secret.</remarks>
public sealed record AdapterProfile
{
    /// <summary>What the gateway can do.</summary>
    public required GatewayCapabilities Capabilities { get; init; }

    /// <summary>The account at the provider.</summary>
    public required AccountFingerprint Account { get; init; }

    /// <summary>The address of the API. A path prefix is kept.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>The longest time for one exchange, from connecting to the last byte of the answer.</summary>
    /// <value>The default is 150 seconds.</value>
    public TimeSpan Deadline { get; init; } = HttpAdapterOptions.DefaultDeadline;

    /// <summary>The longest time until the first byte of a request is sent. After it the request counts as not sent.</summary>
    /// <value>The default is 30 seconds, or <see cref="Deadline"/> when that is shorter.</value>
    public TimeSpan? SendTimeout { get; init; }

    /// <summary>
    /// How long after a final answer the provider may still change it. Recovery looks up closed payments during this time.
    /// </summary>
    /// <value>The default is zero: the provider never changes a final answer.</value>
    public TimeSpan MayChangeFor { get; init; }

    /// <summary>Headers of every request, for example the API key.</summary>
    /// <value>The default is an empty list.</value>
    public IReadOnlyList<TransportHeader> Headers { get; init; } = [];

    /// <summary>The secrets of the account. They are masked in every text of a result, as is the card data of a request.</summary>
    /// <value>The default is an empty list.</value>
    public IReadOnlyList<Secret> Secrets { get; init; } = [];

    /// <summary>The name of the header that carries the idempotency key of a write.</summary>
    /// <value>
    /// The default is <see langword="null"/>: the adapter sends the key in the body or the description, or the provider does not support
    /// keys.
    /// </value>
    public string? KeyHeader { get; init; }

    /// <summary>The parts of a request that every transaction repeats. When such a part is missing, the answer proves nothing.</summary>
    /// <value>The default is <see cref="ProviderEchoes.None"/>.</value>
    public ProviderEchoes Echoes { get; init; }

    /// <summary>Whether the provider may charge a stored payment method other than the named one, for example a backup method.</summary>
    /// <value>The default is <see langword="false"/>: another payment method contradicts the request.</value>
    public bool MayChangePaymentMethod { get; init; }

    /// <summary>The mark that contains the key in the description, for operations without a key.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public DescriptionMark? Mark { get; init; }

    /// <summary>
    /// The operations that change their original instead of creating a transaction. Such a write is confirmed by a second read of the
    /// original, and look-ups find it through the original.
    /// </summary>
    /// <value>The default is an empty list.</value>
    public ValueList<PaymentOperation> InPlace { get; init; } = [];

    /// <summary>The operations whose answers show too little. The transaction is read again, and that read determines the result.</summary>
    /// <value>The default is an empty list.</value>
    public ValueList<PaymentOperation> ConfirmedByRead { get; init; } = [];

    /// <summary>
    /// Whether the provider shows the captures, voids and refunds of a transaction, by <see cref="ProviderTransaction.ChildIds"/> or
    /// <see cref="HttpPaymentAdapter.ListChildrenOf"/>, so that they are read before the next one.
    /// </summary>
    /// <value>The default is <see langword="false"/>: only the journal has the refunds.</value>
    public bool ShowsMovements { get; init; }

    /// <summary>
    /// The operations that the list of <see cref="HttpPaymentAdapter.ListFor"/> always shows until they are settled. When such an operation
    /// is refused and the list does not show it, the refusal is trusted.
    /// </summary>
    /// <value>The default is an empty list.</value>
    public ValueList<PaymentOperation> ListsForCertain { get; init; } = [];

    /// <summary>
    /// Whether requests name customers by an id other than the provider's, so that <see cref="HttpPaymentAdapter.FindCustomerIdAsync"/> is
    /// called before a charge or look-up.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool FindsCustomers { get; init; }

    /// <summary>
    /// How far the provider's clock may differ from the host's clock. With a value, the times of transactions count as evidence.
    /// </summary>
    /// <value>The default is <see langword="null"/>: times are only displayed.</value>
    public TimeSpan? ClockTolerance { get; init; }

    /// <summary>One sentence with the advice for a person when the provider's record does not show how the original ended.</summary>
    public string UnresolvedAdvice { get; init; } = "Wait until the provider has resolved it, and send this again.";
}
