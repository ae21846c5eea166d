namespace PaymentAbstractions;

/// <summary>What a gateway can do, so that a checkout can check it before a payment.</summary>
/// <remarks>Instances are immutable and thread-safe. A request for something unsupported is refused before anything is sent.</remarks>
public sealed record GatewayCapabilities
{
    /// <summary>The provider behind the gateway, for example <c>Rebilly</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The operations that are supported.</summary>
    public required ValueList<PaymentOperation> Operations { get; init; }

    /// <summary>The kinds of payment method that are accepted.</summary>
    public required ValueList<PaymentMethodKind> PaymentMethods { get; init; }

    /// <summary>The operations for which the provider itself refuses a second transaction under one key.</summary>
    public ValueList<PaymentOperation> HonorsIdempotencyKey { get; init; } = [];

    /// <summary>How long the provider remembers a key; zero when it honors no keys.</summary>
    public TimeSpan IdempotencyWindow { get; init; }

    /// <summary>The currencies that are accepted; empty when they depend on the account at the provider.</summary>
    public ValueList<Currency> Currencies { get; init; } = [];

    /// <summary>
    /// The largest amount of one payment, in major units of any currency; a larger amount is refused before anything is sent.
    /// </summary>
    /// <value>The default is <see langword="null"/>: the adapter sets no limit of its own.</value>
    public decimal? MaxAmount { get; init; }

    /// <summary>Whether a capture can be for less than the authorized amount.</summary>
    public bool PartialCapture { get; init; }

    /// <summary>Whether one authorization can be captured more than once.</summary>
    public bool MultiCapture { get; init; }

    /// <summary>Whether a part of a transaction can be refunded.</summary>
    public bool PartialRefund { get; init; }

    /// <summary>The operations whose transactions can be voided before they are settled, when voids are supported.</summary>
    /// <value>
    /// The default is sales, authorizations and captures. Some providers void only authorizations, and some also void refunds.
    /// </value>
    public ValueList<PaymentOperation> Voidable { get; init; } =
    [PaymentOperation.Sale, PaymentOperation.Authorize, PaymentOperation.Capture];

    /// <summary>Whether a request can allow a partial approval by the issuer.</summary>
    public bool PartialApproval { get; init; }

    /// <summary>Whether an authorization of zero verifies a payment method.</summary>
    public bool ZeroAmountVerification { get; init; }

    /// <summary>Whether a descriptor for the customer's statement can be sent with a payment.</summary>
    public bool StatementDescriptor { get; init; }

    /// <summary>Whether a shipping address can be sent with a payment.</summary>
    public bool ShippingAddress { get; init; }

    /// <summary>Whether the network's id of an earlier payment can be sent with a payment by a stored method.</summary>
    public bool NetworkTransactionId { get; init; }

    /// <summary>Whether the result of a 3-D Secure authentication that took place elsewhere can be sent with a payment.</summary>
    public bool ExternalThreeDSecure { get; init; }

    /// <summary>The highest level of commercial card data that the provider accepts.</summary>
    public CommercialDataLevel HighestDataLevel { get; init; } = CommercialDataLevel.LevelI;

    /// <summary>What the vault (<see cref="ICustomerVault"/>) can do.</summary>
    /// <value>The default is <see langword="null"/>: the gateway has no vault.</value>
    public VaultCapabilities? Vault { get; init; }

    /// <summary>What the customer can enter at the provider (<see cref="IHostedPayment"/>).</summary>
    /// <value>The default is <see langword="null"/>: the gateway has no such pages.</value>
    public HostedCapabilities? Hosted { get; init; }

    /// <summary>Whether the provider sends notifications about transactions (<see cref="INotificationReader"/>).</summary>
    public bool Notifications { get; init; }

    /// <summary>Whether the provider lists the payment methods for an amount (<see cref="IPaymentMethodCatalog"/>).</summary>
    public bool PaymentMethodCatalog { get; init; }

    /// <summary>What the provider's transaction lists show (<see cref="ITransactionSearch"/>).</summary>
    /// <value>The default is <see langword="null"/>: the gateway does not list transactions.</value>
    public SearchCapabilities? Search { get; init; }

    /// <summary>
    /// Whether the provider has payout requests (<see cref="IPayouts"/>), which credits can refer to
    /// (<see cref="CreditRequest.PayoutId"/>).
    /// </summary>
    public bool Payouts { get; init; }

    /// <summary>
    /// Whether a payment that took place elsewhere can be recorded without being charged (<see cref="PaymentRequest.IsRecordOnly"/>).
    /// </summary>
    public bool RecordsOnly { get; init; }

    /// <summary>Whether an operation is supported.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns><see langword="true"/> when it is.</returns>
    public bool Supports(PaymentOperation operation) => Operations?.Contains(operation) == true;

    /// <summary>Whether the provider honors the idempotency key for an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>
    /// <see langword="true"/> when a repeat with the same key within <see cref="IdempotencyWindow"/> does not create a second payment.
    /// </returns>
    public bool HonorsKey(PaymentOperation operation) => HonorsIdempotencyKey?.Contains(operation) == true;
}
