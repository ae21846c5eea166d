using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Testing;

/// <summary>
/// A gateway for tests of code that takes payments: the pipeline of production over a journal in memory, with a provider that answers
/// as the test says, and honestly otherwise.
/// </summary>
/// <remarks>
/// <para>
/// Every request passes the rules of a configured gateway: validation, the idempotency key, the order, the limits of captures, voids
/// and refunds, what is in doubt, and the evidence of an answer. What is sent after that, the provider answers with the first of these
/// that applies:
/// </para>
/// <list type="number">
/// <item>the oldest queued answer for the operation (<see cref="Enqueue(PaymentResult)"/> and its kin), used once;</item>
/// <item>the latest rule that matches (<see cref="When"/>), used as often as it matches;</item>
/// <item>
/// its own books: it approves, and refuses what it has no record of (<see cref="PaymentReason.NotFound"/>), what is settled or has
/// expired, and parts of an amount where <see cref="Capabilities"/> rule them out.
/// </item>
/// </list>
/// <para>
/// Such an answer is believed as far as an adapter's is: an approval without a transaction, or of another amount, ends as Unknown, and
/// so does an exception. It is given the name of this gateway.
/// </para>
/// <para>
/// Nothing is retried and no circuit opens. A call completes at once, whatever the clock does, unless the test's own code keeps it
/// waiting. Meanwhile a capture, void or refund of the same transaction waits for its turn until the clock, or the real time, has
/// moved by 45 seconds; then it is NotSent, <see cref="PaymentReason.Busy"/>.
/// </para>
/// <para>Thread-safe. Set the properties when you create it.</para>
/// </remarks>
public sealed partial class FakePaymentGateway : IPaymentGateway, IPaymentMethodSetup, IHostedPayment
{
    /// <summary>The name of a gateway that was not given one: <c>fake</c>.</summary>
    public const string DefaultName = "fake";

    private readonly Lock _lock = new();
    private readonly List<FakeCall> _calls = [];
    private readonly List<FindRequest> _finds = [];
    private readonly FakeAdapter _adapter;
    private readonly Lazy<FakeApplication> _application;

    /// <summary>Creates a gateway named <c>fake</c>.</summary>
    public FakePaymentGateway()
        : this(DefaultName) { }

    /// <summary>Creates a gateway.</summary>
    /// <param name="name">The name, 1 to 40 of <c>a-z 0-9 _ -</c>.</param>
    /// <exception cref="ArgumentException">The name is not a gateway name.</exception>
    public FakePaymentGateway(string name)
    {
        Name = GatewayName.IsValid(name)
            ? name
            : throw new ArgumentException(
                $"'{name}' is no gateway name, which must have 1 to 40 of the characters a-z, 0-9, _ and -.",
                nameof(name)
            );
        _adapter = new FakeAdapter(this);
        _application = new Lazy<FakeApplication>(() => FakeProvider.MakeApplication(this, _adapter));
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <summary>What the gateway can do. Default: everything, in every currency.</summary>
    public GatewayCapabilities Capabilities { get; init; } = FakeCapabilities.Everything;

    /// <summary>The clock. Default: a <see cref="ManualTimeProvider"/> that stands still.</summary>
    public TimeProvider TimeProvider { get; init; } = new ManualTimeProvider();

    /// <summary>
    /// The journal. Default: one of its own in memory. The gateways of an application share one, so give several fakes the same
    /// journal, and its clock, where a test takes an order from one to the other.
    /// </summary>
    public IPaymentJournal? Journal { get; init; }

    /// <summary>
    /// Finds out what became of payments that are in doubt, as that of an application does, and lets a person close them. An attempt is
    /// looked up when <see cref="TimeProvider"/> has passed its send-by time by the usual margin: ten minutes are enough. Nothing runs by
    /// itself. In a host of <c>ReplacePaymentGateways</c> the application's handlers get what is resolved; without one nothing is published.
    /// </summary>
    public IPaymentRecovery Recovery => Application.Recovery;

    /// <summary>Compares the journal with the books of the fake provider, as that of an application does.</summary>
    public IPaymentReconciliation Reconciliation => Application.Reconciliation;

    /// <summary>
    /// The customers in the vault, by id; a copy. The vault is <c>TryGet&lt;ICustomerVault&gt;</c>, in memory; it does what
    /// <see cref="GatewayCapabilities.Vault"/> names, and what is removed from it cannot be charged.
    /// </summary>
    public IReadOnlyDictionary<string, Customer> Customers => _adapter.Vault.Customers;

    /// <summary>
    /// What <c>TryGet&lt;IPaymentMethodCatalog&gt;</c> lists, in this order, whatever is asked; it is there where
    /// <see cref="GatewayCapabilities.PaymentMethodCatalog"/> says so. Default a card with three brands, and <c>paypal</c>.
    /// </summary>
    public ValueList<PaymentMethodOffer> PaymentMethodOffers { get; init; } =
    [
        new PaymentMethodOffer
        {
            Method = "payment-card",
            Kind = PaymentMethodKind.PaymentCard,
            Brands = [CardBrand.Visa, CardBrand.Mastercard, CardBrand.AmericanExpress],
        },
        new PaymentMethodOffer { Method = "paypal", Kind = PaymentMethodKind.CustomerChoice },
    ];

    /// <summary>Every call that was answered, in order, whether or not it reached the provider; a copy.</summary>
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

    /// <summary>Every look-up that was asked for and answered, in order; a copy.</summary>
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

    internal FakeApplication Application => _application.Value;

    /// <inheritdoc />
    public Task<PaymentResult> SaleAsync(SaleRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(request, () => Application.Gateway.SaleAsync(request, cancellationToken));

    /// <inheritdoc />
    public Task<PaymentResult> AuthorizeAsync(
        AuthorizeRequest request,
        CancellationToken cancellationToken = default
    ) => AnswerAsync(request, () => Application.Gateway.AuthorizeAsync(request, cancellationToken));

    /// <inheritdoc />
    public Task<PaymentResult> CaptureAsync(CaptureRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(request, () => Application.Gateway.CaptureAsync(request, cancellationToken));

    /// <inheritdoc />
    public Task<PaymentResult> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(request, () => Application.Gateway.VoidAsync(request, cancellationToken));

    /// <inheritdoc />
    public Task<PaymentResult> RefundAsync(RefundRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(request, () => Application.Gateway.RefundAsync(request, cancellationToken));

    /// <inheritdoc />
    public Task<PaymentResult> CreditAsync(CreditRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(request, () => Application.Gateway.CreditAsync(request, cancellationToken));

    /// <inheritdoc />
    /// <exception cref="PaymentRequestException">The gateway does not support it, or the request cannot be sent.</exception>
    public Task<PaymentResult> SetupAsync(SetupRequest request, CancellationToken cancellationToken = default) =>
        AnswerAsync(
            request,
            () =>
                Application.Gateway.TryGet<IPaymentMethodSetup>(out var setup)
                    ? setup.SetupAsync(request, cancellationToken)
                    : throw new PaymentRequestException(
                        nameof(request.Operation),
                        $"the gateway '{Name}' ({Capabilities.Provider}) does not support {PaymentOperation.Setup}."
                    )
        );

    /// <inheritdoc />
    public async Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default)
    {
        var found = await Application.Gateway.FindAsync(request, cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            _finds.Add(request);
        }

        return found;
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceType == typeof(IPaymentMethodSetup) && !Capabilities.Supports(PaymentOperation.Setup))
        {
            return null;
        }

        if (serviceType == typeof(IHostedPayment) && Capabilities.Hosted is null)
        {
            return null;
        }

        if (
            serviceType == typeof(ICustomerVault)
            || serviceType == typeof(IPaymentMethodCatalog)
            || serviceType == typeof(ITransactionSearch)
            || serviceType == typeof(IPayouts)
        )
        {
            return Application.Gateway.GetService(serviceType);
        }

        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Lets the handlers of a test host hear what recovery resolves.</summary>
    internal void PublishTo(IServiceScopeFactory host) => Application.Handlers.Use(host);

    private async Task<PaymentResult> AnswerAsync(PaymentRequest request, Func<Task<PaymentResult>> run)
    {
        var result = await run().ConfigureAwait(false);
        var call = new FakeCall
        {
            Operation = request.Operation,
            Request = request,
            Result = result,
        };
        lock (_lock)
        {
            _calls.Add(call);
        }

        return result;
    }
}
