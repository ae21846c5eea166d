using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Testing;

/// <summary>
/// A gateway for tests of code that takes payments. It runs the production pipeline over an in-memory journal, with a provider that answers
/// as scripted by the test, and realistically otherwise.
/// </summary>
/// <remarks>
/// <para>
/// Every request passes the rules of a configured gateway: validation, the idempotency key, the order, the limits of captures, voids and
/// refunds, unresolved payments, and the evidence of an answer. The provider then answers requests that are sent with the first of these
/// that applies:
/// </para>
/// <list type="number">
/// <item>the oldest queued answer for the operation (<see cref="Enqueue(PaymentResult)"/> and similar methods), used once;</item>
/// <item>the most recently added rule that matches (<see cref="When"/>), used as often as it matches;</item>
/// <item>
/// its own books: it approves, but refuses transactions that it has no record of (<see cref="PaymentReason.NotFound"/>), transactions that
/// are settled or have expired, and partial amounts that <see cref="Capabilities"/> exclude.
/// </item>
/// </list>
/// <para>
/// A scripted answer is checked like that of an adapter: an approval without a transaction, or of a different amount, results in Unknown,
/// and so does an exception. The answer is given the name of this gateway.
/// </para>
/// <para>
/// Requests are not retried, and there is no circuit breaker. A call completes immediately, regardless of the clock, unless the test's own
/// code delays it. During such a delay, another capture, void or refund of the same transaction waits until the clock, or the real time,
/// has advanced by 45 seconds; then it is NotSent with <see cref="PaymentReason.Busy"/>.
/// </para>
/// <para>Thread-safe. Set the properties in the object initializer.</para>
/// </remarks>
public sealed partial class FakePaymentGateway : IPaymentGateway, IPaymentMethodSetup, IHostedPayment
{
    /// <summary>The default name of a gateway: <c>fake</c>.</summary>
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
    /// <param name="name">The name, 1 to 40 of the characters <c>a-z 0-9 _ -</c>.</param>
    /// <exception cref="ArgumentException">The name is not a valid gateway name.</exception>
    public FakePaymentGateway(string name)
    {
        Name = GatewayName.IsValid(name)
            ? name
            : throw new ArgumentException(
                $"'{name}' is not a valid gateway name; use 1 to 40 of the characters a-z, 0-9, _ and -.",
                nameof(name)
            );
        _adapter = new FakeAdapter(this);
        _application = new Lazy<FakeApplication>(() => FakeProvider.MakeApplication(this, _adapter));
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <summary>The capabilities of the gateway. Default: everything, in every currency.</summary>
    public GatewayCapabilities Capabilities { get; init; } = FakeCapabilities.Everything;

    /// <summary>The clock. Default: a <see cref="ManualTimeProvider"/>, which does not advance by itself.</summary>
    public TimeProvider TimeProvider { get; init; } = new ManualTimeProvider();

    /// <summary>
    /// The journal. Default: a separate in-memory journal. The gateways of an application share one, so if a test pays one order through
    /// several fakes, give them the same journal and the clock of that journal.
    /// </summary>
    public IPaymentJournal? Journal { get; init; }

    /// <summary>
    /// Resolves payments whose outcome is unknown, as in an application, and lets an operator close them. An attempt is looked up when
    /// <see cref="TimeProvider"/> has passed its send-by time by the usual margin: advancing it by ten minutes is sufficient. Recovery does
    /// not run automatically. In a host of <c>ReplacePaymentGateways</c> the application's handlers receive the resolved payments; without
    /// a host, nothing is published.
    /// </summary>
    public IPaymentRecovery Recovery => Application.Recovery;

    /// <summary>Compares the journal with the books of the fake provider, as in an application.</summary>
    public IPaymentReconciliation Reconciliation => Application.Reconciliation;

    /// <summary>
    /// A copy of the customers in the vault, by id. The in-memory vault is available with <c>TryGet&lt;ICustomerVault&gt;</c>; it supports
    /// the operations in <see cref="GatewayCapabilities.Vault"/>, and deleted payment methods cannot be charged.
    /// </summary>
    public IReadOnlyDictionary<string, Customer> Customers => _adapter.Vault.Customers;

    /// <summary>
    /// The payment methods that <c>TryGet&lt;IPaymentMethodCatalog&gt;</c> lists for every query, in this order. The catalog is available
    /// if <see cref="GatewayCapabilities.PaymentMethodCatalog"/> is set. Default: a card with three brands, and <c>paypal</c>.
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

    /// <summary>A copy of all answered calls, in order, whether or not they reached the provider.</summary>
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

    /// <summary>A copy of all requested and answered look-ups, in order.</summary>
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

    /// <summary>The account that appears in the references of a fake gateway.</summary>
    /// <param name="gatewayName">The name of the gateway.</param>
    /// <returns>A fingerprint that depends only on the name.</returns>
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
    /// <exception cref="PaymentRequestException">The gateway does not support it, or the request is invalid.</exception>
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

    /// <summary>Publishes what recovery resolves to the handlers of a test host.</summary>
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
