namespace PaymentAbstractions;

/// <summary>What a gateway can do, so that a checkout can ask before it tries.</summary>
/// <remarks>Immutable and thread-safe. What is not supported is refused before anything is sent.</remarks>
public sealed record GatewayCapabilities
{
    /// <summary>The provider behind the gateway, for example <c>Rebilly</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The operations that are supported.</summary>
    public required ValueList<PaymentOperation> Operations { get; init; }

    /// <summary>The forms of payment method that are accepted.</summary>
    public required ValueList<PaymentMethodKind> PaymentMethods { get; init; }

    /// <summary>The operations for which the provider itself refuses a second transaction under one key.</summary>
    public ValueList<PaymentOperation> HonorsIdempotencyKey { get; init; } = [];

    /// <summary>How long the provider remembers a key; zero when it honors none.</summary>
    public TimeSpan IdempotencyWindow { get; init; }

    /// <summary>The currencies that are accepted; empty when the provider's account decides.</summary>
    public ValueList<Currency> Currencies { get; init; } = [];

    /// <summary>
    /// The largest amount of one payment, in major units of whichever currency; a larger one is refused before anything is sent.
    /// </summary>
    /// <value>Default <see langword="null"/>: no limit of the adapter's own.</value>
    public decimal? LargestAmount { get; init; }

    /// <summary>Whether less than the authorized amount can be captured.</summary>
    public bool PartialCapture { get; init; }

    /// <summary>Whether one authorization can be captured more than once.</summary>
    public bool MultiCapture { get; init; }

    /// <summary>Whether a part of a transaction can be refunded.</summary>
    public bool PartialRefund { get; init; }

    /// <summary>The kinds of transaction that can be voided before they are settled, where voids are supported.</summary>
    /// <value>Default sales, authorizations and captures. Some providers void authorizations only, some void refunds, too.</value>
    public ValueList<PaymentOperation> Voidable { get; init; } =
    [PaymentOperation.Sale, PaymentOperation.Authorize, PaymentOperation.Capture];

    /// <summary>Whether an issuer's partial approval can be asked for.</summary>
    public bool PartialApproval { get; init; }

    /// <summary>Whether an authorization of zero verifies a payment method.</summary>
    public bool ZeroAmountVerification { get; init; }

    /// <summary>Whether a descriptor for the customer's statement can be sent with a payment.</summary>
    public bool StatementDescriptor { get; init; }

    /// <summary>Whether a shipping address can be sent with a payment.</summary>
    public bool ShippingAddress { get; init; }

    /// <summary>Whether the network's id of an earlier payment can be sent with a payment by a stored method.</summary>
    public bool NetworkTransactionId { get; init; }

    /// <summary>Whether the result of a 3-D Secure authentication that was carried out elsewhere can be sent with a payment.</summary>
    public bool ExternalThreeDSecure { get; init; }

    /// <summary>The highest level of commercial card data that the provider takes.</summary>
    public CommercialDataLevel HighestDataLevel { get; init; } = CommercialDataLevel.LevelI;

    /// <summary>What the vault (<see cref="ICustomerVault"/>) can do.</summary>
    /// <value>Default <see langword="null"/>: the gateway has no vault.</value>
    public VaultCapabilities? Vault { get; init; }

    /// <summary>What the customer can enter at the provider (<see cref="IHostedPayment"/>).</summary>
    /// <value>Default <see langword="null"/>: the gateway has no such pages.</value>
    public HostedCapabilities? Hosted { get; init; }

    /// <summary>Whether the provider posts what happened to transactions (<see cref="INotificationReader"/>).</summary>
    public bool Notifications { get; init; }

    /// <summary>Whether the provider lists the payment methods for an amount (<see cref="IPaymentMethodCatalog"/>).</summary>
    public bool PaymentMethodCatalog { get; init; }

    /// <summary>What the provider's lists of transactions show (<see cref="ITransactionSearch"/>).</summary>
    /// <value>Default <see langword="null"/>: the gateway lists no transactions.</value>
    public SearchCapabilities? Search { get; init; }

    /// <summary>Whether the provider keeps payout requests (<see cref="IPayouts"/>), which credits can name (<see cref="CreditRequest.PayoutId"/>).</summary>
    public bool Payouts { get; init; }

    /// <summary>Whether what was paid elsewhere can be recorded without being charged (<see cref="PaymentRequest.IsRecordOnly"/>).</summary>
    public bool RecordsOnly { get; init; }

    /// <summary>Whether an operation is supported.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns><see langword="true"/> when it is.</returns>
    public bool Supports(PaymentOperation operation) => Operations?.Contains(operation) == true;

    /// <summary>Whether the provider honors the idempotency key for an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns><see langword="true"/> when a repeat with the same key within <see cref="IdempotencyWindow"/> is no second payment.</returns>
    public bool HonorsKey(PaymentOperation operation) => HonorsIdempotencyKey?.Contains(operation) == true;
}
