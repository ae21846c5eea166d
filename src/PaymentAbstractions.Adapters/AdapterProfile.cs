using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

/// <summary>What is fixed for the life of an adapter: where and how the provider is spoken to, and what its answers are worth.</summary>
/// <remarks>Immutable. Prints no secret.</remarks>
public sealed record AdapterProfile
{
    /// <summary>What the gateway can do.</summary>
    public required GatewayCapabilities Capabilities { get; init; }

    /// <summary>The account at the provider.</summary>
    public required AccountFingerprint Account { get; init; }

    /// <summary>The address of the API.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>How long one exchange may take.</summary>
    /// <value>Default 150 seconds.</value>
    public TimeSpan Deadline { get; init; } = HttpAdapterOptions.DefaultDeadline;

    /// <summary>How long a connection may take before the request counts as not sent.</summary>
    /// <value>Default 30 seconds, or <see cref="Deadline"/> when that is shorter.</value>
    public TimeSpan? SendTimeout { get; init; }

    /// <summary>For how long after a final answer the provider may change its mind, so that recovery looks closed payments up again.</summary>
    /// <value>Default zero: never.</value>
    public TimeSpan MayChangeFor { get; init; }

    /// <summary>Headers of every request, for example the API key.</summary>
    public IReadOnlyList<TransportHeader> Headers { get; init; } = [];

    /// <summary>What must never be shown, besides what a request holds.</summary>
    public IReadOnlyList<Secret> Secrets { get; init; } = [];

    /// <summary>The header of a write that carries the key.</summary>
    /// <value>Default none: the key goes into the body, into the description or nowhere.</value>
    public string? KeyHeader { get; init; }

    /// <summary>What every transaction repeats of its request.</summary>
    /// <value>Default nothing.</value>
    public ProviderEchoes Echoes { get; init; }

    /// <summary>Whether the provider may charge another stored payment method than the one that was named, for example a backup.</summary>
    /// <value>Default no: another one contradicts the request.</value>
    public bool MayChangePaymentMethod { get; init; }

    /// <summary>Where a description carries the key.</summary>
    /// <value>Default nowhere.</value>
    public DescriptionMark? Mark { get; init; }

    /// <summary>
    /// What changes its original instead of making a transaction of its own. Such a write is confirmed by a read of the original, and is
    /// found again through it.
    /// </summary>
    /// <value>Default none.</value>
    public ValueList<PaymentOperation> InPlace { get; init; } = [];

    /// <summary>What is answered with too little to be judged, so that a read of the transaction belongs to it.</summary>
    /// <value>Default none.</value>
    public ValueList<PaymentOperation> ConfirmedByRead { get; init; } = [];

    /// <summary>Whether a transaction names its captures, voids and refunds, so that they are read before the next one.</summary>
    /// <value>Default no: what was given back is known from the journal alone.</value>
    public bool ShowsMovements { get; init; }

    /// <summary>
    /// What a list shows for certain while it is not settled: beside a refusal, its absence from the list agrees with the refusal.
    /// </summary>
    /// <value>Default nothing.</value>
    public ValueList<PaymentOperation> ListsForCertain { get; init; } = [];

    /// <summary>How far the provider's clock may be from ours where its times count as evidence.</summary>
    /// <value>Default: its times are for display.</value>
    public TimeSpan? ClockTolerance { get; init; }

    /// <summary>What a person does where the provider's record of a transaction does not show how it ended, in one sentence.</summary>
    public string UnresolvedAdvice { get; init; } = "Wait until the provider has resolved it, and send this again.";
}
