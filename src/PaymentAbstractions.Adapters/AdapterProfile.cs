using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

/// <summary>Describes one account at a provider: address, credentials, capabilities, and how far its answers can be believed.</summary>
/// <remarks>Immutable. Its text holds no secret. Fixed for the life of an adapter.</remarks>
public sealed record AdapterProfile
{
    /// <summary>What the gateway can do.</summary>
    public required GatewayCapabilities Capabilities { get; init; }

    /// <summary>The account at the provider.</summary>
    public required AccountFingerprint Account { get; init; }

    /// <summary>The address of the API. A path prefix is kept.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>The longest time for one exchange, from connecting to the last byte of the answer.</summary>
    /// <value>Default 150 seconds.</value>
    public TimeSpan Deadline { get; init; } = HttpAdapterOptions.DefaultDeadline;

    /// <summary>The longest time until the first byte of a request is sent. After it the request counts as not sent.</summary>
    /// <value>Default 30 seconds, or <see cref="Deadline"/> when that is shorter.</value>
    public TimeSpan? SendTimeout { get; init; }

    /// <summary>
    /// How long after a final answer the provider may still change it. Recovery looks up closed payments during this time.
    /// </summary>
    /// <value>Default zero: never.</value>
    public TimeSpan MayChangeFor { get; init; }

    /// <summary>Headers of every request, for example the API key.</summary>
    /// <value>The default is an empty list.</value>
    public IReadOnlyList<TransportHeader> Headers { get; init; } = [];

    /// <summary>The secrets of the account. They are masked in every text of a result, as are the card data of a request.</summary>
    /// <value>The default is an empty list.</value>
    public IReadOnlyList<Secret> Secrets { get; init; } = [];

    /// <summary>The name of the header that carries the idempotency key of a write.</summary>
    /// <value>The default is an empty list: the adapter sends the key in the body or the description, or the provider takes no key.</value>
    public string? KeyHeader { get; init; }

    /// <summary>The parts of a request that every transaction repeats. When such a part is missing, the answer proves nothing.</summary>
    /// <value>The default is an empty list.</value>
    public ProviderEchoes Echoes { get; init; }

    /// <summary>Whether the provider may charge another stored payment method than the one that was named, for example a backup.</summary>
    /// <value>Default false: another payment method contradicts the request.</value>
    public bool MayChangePaymentMethod { get; init; }

    /// <summary>The mark that carries the key in the description, for operations that take no key.</summary>
    /// <value>The default is an empty list.</value>
    public DescriptionMark? Mark { get; init; }

    /// <summary>
    /// The operations that change their original instead of making a transaction of their own. Such a write is confirmed by a second read
    /// of the original, and is found again through the original.
    /// </summary>
    /// <value>The default is an empty list.</value>
    public ValueList<PaymentOperation> InPlace { get; init; } = [];

    /// <summary>The operations whose answers show too little. The transaction is read again, and that read is judged.</summary>
    /// <value>The default is an empty list.</value>
    public ValueList<PaymentOperation> ConfirmedByRead { get; init; } = [];

    /// <summary>
    /// Whether the provider shows the captures, voids and refunds of a transaction, by <see cref="ProviderTransaction.ChildIds"/> or
    /// <see cref="HttpPaymentAdapter.ListChildrenOf"/>, so that they are read before the next one.
    /// </summary>
    /// <value>Default false: only the journal knows what was given back.</value>
    public bool ShowsMovements { get; init; }

    /// <summary>
    /// The operations that the list of <see cref="HttpPaymentAdapter.ListFor"/> certainly shows until they are settled. When such an
    /// operation
    /// is refused and the list does not show it, the refusal is believed.
    /// </summary>
    /// <value>Default nothing.</value>
    public ValueList<PaymentOperation> ListsForCertain { get; init; } = [];

    /// <summary>
    /// Whether requests name customers by another id than the provider's, so that <see cref="HttpPaymentAdapter.FindCustomerIdAsync"/> is
    /// called before a charge or look-up.
    /// </summary>
    /// <value>Default false.</value>
    public bool FindsCustomers { get; init; }

    /// <summary>How far the provider's clock may differ from ours. With a value, the times of transactions count as evidence.</summary>
    /// <value>The default is an empty list: times are only displayed.</value>
    public TimeSpan? ClockTolerance { get; init; }

    /// <summary>One sentence that tells a person what to do when the provider's record does not show how the original ended.</summary>
    public string UnresolvedAdvice { get; init; } = "Wait until the provider has resolved it, and send this again.";
}
