using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>The one seam between the pipeline and a provider: validate a call, execute a call.</summary>
/// <remarks>
/// Whatever moves money runs through <see cref="ExecuteAsync"/>, optional capabilities too. Implementations are thread-safe.
/// They never retry a write.
/// </remarks>
public abstract class PaymentAdapter
{
    /// <summary>What the gateway can do; constant for the life of the adapter.</summary>
    public abstract GatewayCapabilities Capabilities { get; }

    /// <summary>The account at the provider that the adapter is configured for.</summary>
    public abstract AccountFingerprint Account { get; }

    /// <summary>
    /// The longest time that one exchange with the provider can take from its first byte until it is given up. Only after it, and
    /// a margin, is an attempt whose process has died looked up.
    /// </summary>
    /// <value>Default 15 minutes, for adapters that do not say; usually the deadline of the adapter's options.</value>
    public virtual TimeSpan LongestExchange => TimeSpan.FromMinutes(15);

    /// <summary>
    /// For how long after a final answer the provider may change it: a declined payment becomes approved or the reverse, a refund or dispute is
    /// made in its dashboard. Recovery looks closed payments up again until then, as <c>Payments:Recovery:CheckAfter</c> says.
    /// </summary>
    /// <value>Default zero: what is final stays as it is. What is longer than 366 days counts as that.</value>
    public virtual TimeSpan MayChangeFor => TimeSpan.Zero;

    /// <summary>Names the option that switches on what the gateway cannot do as it is configured, for the message of a refusal.</summary>
    /// <param name="feature">
    /// The name of an operation (<see cref="PaymentOperation"/>) or of a property of <see cref="GatewayCapabilities"/>.
    /// </param>
    /// <returns>The name of the option; <see langword="null"/> by default, when no option helps.</returns>
    public virtual string? OptionFor(string feature) => null;

    /// <summary>Adds everything that the provider's own rules have against a request. Sends nothing.</summary>
    /// <param name="request">A request that passed the neutral rules, or nearly: report, do not throw.</param>
    /// <param name="problems">Where to add the problems.</param>
    public abstract void Validate(PaymentRequest request, ProblemList problems);

    /// <summary>Adds everything that the provider's own rules have against a customer that its vault is to keep. Sends nothing.</summary>
    /// <param name="customer">A customer that passed the neutral rules, or nearly: report, do not throw.</param>
    /// <param name="problems">Where to add the problems.</param>
    public virtual void Validate(Customer customer, ProblemList problems) { }

    /// <summary>Adds everything that the provider's own rules have against a method that its vault is to keep. Sends nothing.</summary>
    /// <param name="request">A request that passed the neutral rules, or nearly: report, do not throw.</param>
    /// <param name="problems">Where to add the problems.</param>
    public virtual void Validate(StorePaymentMethodRequest request, ProblemList problems) { }

    /// <summary>
    /// Adds everything that the provider's own rules have against the ids of a stored method and against the changes to it. Sends nothing.
    /// </summary>
    /// <param name="request">A request that passed the neutral rules, or nearly: report, do not throw.</param>
    /// <param name="problems">Where to add the problems.</param>
    public virtual void Validate(UpdatePaymentMethodRequest request, ProblemList problems) { }

    /// <summary>Adds everything that the provider's own rules have against a query for payment methods. Sends nothing.</summary>
    /// <param name="query">A query that passed the neutral rules, or nearly: report, do not throw.</param>
    /// <param name="problems">Where to add the problems.</param>
    public virtual void Validate(PaymentMethodQuery query, ProblemList problems) { }

    /// <summary>Adds everything that the provider's own rules have against a query for transactions. Sends nothing.</summary>
    /// <param name="query">A query that passed the neutral rules, or nearly: report, do not throw.</param>
    /// <param name="problems">Where to add the problems.</param>
    public virtual void Validate(TransactionQuery query, ProblemList problems) { }

    /// <summary>Adds everything that the provider's own rules have against a payout request. Sends nothing.</summary>
    /// <param name="request">A request that passed the neutral rules, or nearly: report, do not throw.</param>
    /// <param name="problems">Where to add the problems.</param>
    public virtual void Validate(PayoutRequest request, ProblemList problems) { }

    /// <summary>
    /// Adds everything that the provider's own rules have against the id of a payout request and against its cancellation. Sends nothing.
    /// </summary>
    /// <param name="request">A request that passed the neutral rules, or nearly: report, do not throw.</param>
    /// <param name="problems">Where to add the problems.</param>
    public virtual void Validate(CancelPayoutRequest request, ProblemList problems) { }

    /// <summary>
    /// Names the guards of a request: what no other payment may work on at the same time, in any process that shares the journal.
    /// </summary>
    /// <param name="request">A request that is valid.</param>
    /// <param name="original">
    /// What the journal knows of the transaction that a capture, void or refund is for; <see langword="null"/> when it has not seen it.
    /// </param>
    /// <returns>The guards; none by default.</returns>
    public virtual AttemptGuards GuardsFor(PaymentRequest request, EarlierPayment? original) => AttemptGuards.None;

    /// <summary>Carries a call out at the provider.</summary>
    /// <param name="attempt">A request that is valid, with the gate that the write must pass.</param>
    /// <returns>What is proven; failures of provider and network are results.</returns>
    /// <exception cref="OperationCanceledException">The caller left before the write began; nothing was sent.</exception>
    /// <remarks>
    /// The transport takes the attempt with the write. What is thrown, or reported as NotSent, is believed only as far as the gate
    /// of the attempt proves it; else the payment ends as Unknown.
    /// </remarks>
    public abstract Task<PaymentResult> ExecuteAsync(RunningAttempt attempt);

    /// <summary>Looks a transaction or an attempt up. Moves no money.</summary>
    /// <param name="request">What to look for.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <returns>What is proven.</returns>
    public abstract Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Whether the customer enters the method into a form, and the payment is charged when it is completed with the token that the browser
    /// brings back. Otherwise the charge itself leads the customer to the provider's page.
    /// </summary>
    /// <param name="choice">What the customer may choose from.</param>
    /// <returns>Default <see langword="false"/>.</returns>
    public virtual bool OpensFormFor(CustomerChoicePaymentMethod choice) => false;

    /// <summary>Opens the form for a charge. Moves no money: only the token that the form gives does.</summary>
    /// <param name="request">A request that is valid but for its token, which is still to come.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Pending with a next action, or why there is none; never Unknown.</returns>
    public virtual Task<PaymentResult> OpenFormAsync(
        ChargeRequest request,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    /// <summary>Opens the form for a payment method that is to be stored.</summary>
    /// <param name="request">A request that is valid but for its token, which is still to come.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Pending with a next action, or why there is none.</returns>
    public virtual Task<VaultResult> OpenFormAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    /// <summary>Reads the token of a form out of what the customer's browser brought back.</summary>
    /// <param name="returnedFields">The fields, not trusted.</param>
    /// <returns>The token; <see langword="null"/> when there is none.</returns>
    public virtual PaymentToken? ReadToken(IReadOnlyDictionary<string, string> returnedFields) => null;

    /// <summary>
    /// An optional capability that moves no money, such as <see cref="ICustomerVault"/>. The pipeline checks what goes to a vault by its
    /// <see cref="VaultCapabilities"/>, the neutral rules and the <c>Validate</c> methods first, so the vault is called with what it supports. An
    /// <see cref="IPaymentMethodCatalog"/>, an <see cref="ITransactionSearch"/> and <see cref="IPayouts"/> are checked in the same way, and offered
    /// only where <see cref="GatewayCapabilities.PaymentMethodCatalog"/>, <see cref="GatewayCapabilities.Search"/> and
    /// <see cref="GatewayCapabilities.Payouts"/> say so.
    /// </summary>
    /// <param name="serviceType">The type of the capability.</param>
    /// <returns>The capability, or <see langword="null"/>.</returns>
    public virtual object? GetService(Type serviceType) => null;
}
