using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>Connects the pipeline to a provider. A gateway derives its adapter from this class.</summary>
/// <remarks>
/// Every operation that moves money runs through <see cref="ExecuteAsync"/>, including the optional capabilities. Implementations must
/// be thread-safe and must never retry a write.
/// </remarks>
public abstract class PaymentAdapter
{
    /// <summary>What the gateway supports. Constant for the lifetime of the adapter.</summary>
    public abstract GatewayCapabilities Capabilities { get; }

    /// <summary>The account at the provider that the adapter is configured for.</summary>
    public abstract AccountFingerprint Account { get; }

    /// <summary>
    /// The longest time that one exchange with the provider can take, from its first byte until the adapter gives up. Recovery looks up an
    /// attempt whose process has ended only after this time and a margin.
    /// </summary>
    /// <value>Default 15 minutes. Adapters usually return the deadline in their options.</value>
    public virtual TimeSpan LongestExchange => TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long the provider may change a final answer: a declined payment becomes approved or the reverse, or someone makes a refund or a
    /// dispute in its dashboard. Until then recovery checks closed payments again on the schedule <c>Payments:Recovery:CheckAfter</c>.
    /// </summary>
    /// <value>Default zero: final answers never change. Values above 366 days count as 366 days.</value>
    public virtual TimeSpan MayChangeFor => TimeSpan.Zero;

    /// <summary>Names the option that enables a feature, for the message when the gateway rejects a call that needs it.</summary>
    /// <param name="feature">
    /// The name of an operation (<see cref="PaymentOperation"/>) or of a property of <see cref="GatewayCapabilities"/>.
    /// </param>
    /// <returns>The name of the option. By default <see langword="null"/>: no option enables the feature.</returns>
    public virtual string? OptionFor(string feature) => null;

    /// <summary>Validates a request against the provider's own rules. Sends nothing.</summary>
    /// <param name="request">The request. It can still break neutral rules: report problems, do not throw.</param>
    /// <param name="problems">The list to add problems to.</param>
    public abstract void Validate(PaymentRequest request, ProblemList problems);

    /// <summary>Validates a customer for the vault against the provider's own rules. Sends nothing.</summary>
    /// <param name="customer">The customer. It can still break neutral rules: report problems, do not throw.</param>
    /// <param name="problems">The list to add problems to.</param>
    public virtual void Validate(Customer customer, ProblemList problems) { }

    /// <summary>Validates a payment method for the vault against the provider's own rules. Sends nothing.</summary>
    /// <param name="request">The request. It can still break neutral rules: report problems, do not throw.</param>
    /// <param name="problems">The list to add problems to.</param>
    public virtual void Validate(StorePaymentMethodRequest request, ProblemList problems) { }

    /// <summary>
    /// Validates the ids of a stored payment method and the changes to it against the provider's own rules. Sends nothing.
    /// </summary>
    /// <param name="request">The request. It can still break neutral rules: report problems, do not throw.</param>
    /// <param name="problems">The list to add problems to.</param>
    public virtual void Validate(UpdatePaymentMethodRequest request, ProblemList problems) { }

    /// <summary>Validates a query for payment methods against the provider's own rules. Sends nothing.</summary>
    /// <param name="query">The query. It can still break neutral rules: report problems, do not throw.</param>
    /// <param name="problems">The list to add problems to.</param>
    public virtual void Validate(PaymentMethodQuery query, ProblemList problems) { }

    /// <summary>Validates a query for transactions against the provider's own rules. Sends nothing.</summary>
    /// <param name="query">The query. It can still break neutral rules: report problems, do not throw.</param>
    /// <param name="problems">The list to add problems to.</param>
    public virtual void Validate(TransactionQuery query, ProblemList problems) { }

    /// <summary>Validates a payout request against the provider's own rules. Sends nothing.</summary>
    /// <param name="request">The request. It can still break neutral rules: report problems, do not throw.</param>
    /// <param name="problems">The list to add problems to.</param>
    public virtual void Validate(PayoutRequest request, ProblemList problems) { }

    /// <summary>
    /// Validates the id of a payout request and its cancellation against the provider's own rules. Sends nothing.
    /// </summary>
    /// <param name="request">The request. It can still break neutral rules: report problems, do not throw.</param>
    /// <param name="problems">The list to add problems to.</param>
    public virtual void Validate(CancelPayoutRequest request, ProblemList problems) { }

    /// <summary>
    /// Returns the guards of a request: the resources that only one payment at a time may use, across all processes that share the journal.
    /// </summary>
    /// <param name="request">A valid request.</param>
    /// <param name="original">
    /// The journal's data about the transaction that a capture, void or refund refers to; <see langword="null"/> when the journal has none.
    /// </param>
    /// <returns>The guards; none by default.</returns>
    public virtual AttemptGuards GuardsFor(PaymentRequest request, EarlierPayment? original) => AttemptGuards.None;

    /// <summary>Executes a request at the provider.</summary>
    /// <param name="attempt">A valid request, with the gate that the write must pass.</param>
    /// <returns>The proven result. Failures of the provider and the network are results, not exceptions.</returns>
    /// <exception cref="OperationCanceledException">The caller canceled before the write began; nothing was sent.</exception>
    /// <remarks>
    /// The transport passes the attempt along with the write. The pipeline accepts an exception or a NotSent result only when the gate of
    /// the attempt proves that nothing was sent; otherwise the payment ends as Unknown.
    /// </remarks>
    public abstract Task<PaymentResult> ExecuteAsync(RunningAttempt attempt);

    /// <summary>Looks up a transaction or an attempt. Moves no money.</summary>
    /// <param name="request">What to look for.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The proven result.</returns>
    public abstract Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns whether the customer enters the payment method into a form. The payment is then charged on completion, with the token that
    /// the browser brings back. Otherwise the charge itself redirects the customer to the provider's page.
    /// </summary>
    /// <param name="choice">The methods that the customer can choose from.</param>
    /// <returns>By default <see langword="false"/>.</returns>
    public virtual bool OpensFormFor(CustomerChoicePaymentMethod choice) => false;

    /// <summary>Opens the form for a charge. Moves no money; only a charge with the form's token does.</summary>
    /// <param name="request">A request that is valid except for its token, which the form supplies later.</param>
    /// <param name="cancellationToken">Cancels the exchange.</param>
    /// <returns>Pending with a next action, or the reason why the form did not open; never Unknown.</returns>
    public virtual Task<PaymentResult> OpenFormAsync(
        ChargeRequest request,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    /// <summary>Opens the form for a payment method to store.</summary>
    /// <param name="request">A request that is valid except for its token, which the form supplies later.</param>
    /// <param name="cancellationToken">Cancels the exchange.</param>
    /// <returns>Pending with a next action, or the reason why the form did not open.</returns>
    public virtual Task<VaultResult> OpenFormAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    /// <summary>Reads the form's token from the fields that the customer's browser brought back.</summary>
    /// <param name="returnedFields">The fields. They are not trusted.</param>
    /// <returns>The token, or <see langword="null"/> when the fields contain none.</returns>
    public virtual PaymentToken? ReadToken(IReadOnlyDictionary<string, string> returnedFields) => null;

    /// <summary>
    /// Returns an optional capability that moves no money, such as <see cref="ICustomerVault"/>. Before it calls a vault, the pipeline
    /// checks the call against its <see cref="VaultCapabilities"/>, the neutral rules and the <c>Validate</c> methods. It checks calls to
    /// an <see cref="IPaymentMethodCatalog"/>, an <see cref="ITransactionSearch"/> and <see cref="IPayouts"/> in the same way, and offers
    /// these only when <see cref="GatewayCapabilities.PaymentMethodCatalog"/>, <see cref="GatewayCapabilities.Search"/> and
    /// <see cref="GatewayCapabilities.Payouts"/> declare them.
    /// </summary>
    /// <param name="serviceType">The type of the capability.</param>
    /// <returns>The capability, or <see langword="null"/>.</returns>
    public virtual object? GetService(Type serviceType) => null;
}
