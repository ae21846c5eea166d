using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>One configured gateway: its adapter, its settings and the state of its circuit.</summary>
/// <remarks>Thread-safe. Kept as long as its part of the configuration does not change.</remarks>
internal sealed class ConfiguredGateway(
    GatewayParts parts,
    PaymentAdapter adapter,
    PipelineSettings settings,
    TimeProvider time,
    ILogger logger
)
{
    // Allows for clock differences and the duration of an exchange.
    private static readonly TimeSpan KeyMargin = TimeSpan.FromHours(1);

    private readonly RequestRules _rules = new(
        parts.Name,
        [.. parts.Options.FormerNames ?? []],
        adapter.Capabilities,
        adapter.Account,
        time
    )
    {
        Merchant = MerchantFacts.Of(parts.Options),
        Logger = logger,
        OptionFor = feature => adapter.OptionFor(feature) is { } option ? parts.Place.Of(option) : null,
    };

    public string Name { get; } = parts.Name;

    public IReadOnlyList<string> FormerNames { get; } = [.. parts.Options.FormerNames ?? []];

    // Without an environment, a gateway counts as live.
    public GatewayEnvironment Environment { get; } = parts.Options.Environment ?? GatewayEnvironment.Live;

    public PaymentAdapter Adapter => adapter;

    public GatewayCapabilities Capabilities { get; } = adapter.Capabilities;

    public AccountFingerprint Account { get; } = adapter.Account;

    public string KeyNamespace { get; } = settings.Payments.KeyNamespace;

    /// <summary>How long after its intent is recorded an attempt may still be sent.</summary>
    public TimeSpan SendWithin { get; } = settings.Journal.SendWithin;

    public MethodFingerprint MethodFingerprint { get; } = settings.MethodFingerprint;

    /// <summary>The authentication of the provider's webhooks; <see langword="null"/> when none is configured.</summary>
    public WebhookSettings? Webhooks { get; } = WebhookSettings.Of(parts.Options.Webhooks);

    /// <summary>The place where the options of the gateway are set.</summary>
    public OptionPlace Place => parts.Place;

    public ResponseCodeTable ResponseCodes { get; } = settings.Payments.ResponseCodes;

    /// <summary>Whether an attempt that exceeds the retry limit of the card scheme is rejected.</summary>
    public bool EnforcesRetryLimits { get; } = settings.Payments.EnforceRetryLimits;

    public GatewayResilience Resilience { get; } = new(parts.Name, settings.Resilience, time, logger);

    /// <summary>The current status of the gateway.</summary>
    public GatewayStatus Status
    {
        get
        {
            var (circuit, opensAgainAt) = Resilience.Circuit;
            var failure = Resilience.Answers.Last;
            return new GatewayStatus
            {
                Name = Name,
                Provider = parts.Provider.Name,
                Environment = Environment,
                Circuit = circuit,
                OpensAgainAt = opensAgainAt,
                ConsecutiveFailures = failure?.InARow ?? 0,
                LastFailure = failure?.Reason,
                LastFailureAt = failure?.At,
            };
        }
    }

    /// <summary>Returns until when the provider is trusted to recognize a key.</summary>
    /// <param name="operation">The operation to send.</param>
    /// <param name="firstStartedAt">When the key was first used.</param>
    /// <param name="clockMargin">How far the clock may have been set back since then.</param>
    /// <returns>The end of the window minus a margin; <see langword="null"/> when the provider does not honor the key.</returns>
    public DateTimeOffset? HonorsKeyUntil(
        PaymentOperation operation,
        DateTimeOffset firstStartedAt,
        TimeSpan clockMargin
    ) =>
        Capabilities.HonorsKey(operation)
            ? firstStartedAt + (Capabilities.IdempotencyWindow - KeyMargin - clockMargin)
            : null;

    /// <summary>Returns whether the provider would recognize the attempt's key. Under another namespace, it is a new key.</summary>
    public bool Recognizes(JournalIntent intent) =>
        intent.Account == Account && string.Equals(intent.KeyNamespace, KeyNamespace, StringComparison.Ordinal);

    /// <summary>Validates a request against the neutral rules, the gateway's rules and the provider's rules.</summary>
    /// <param name="asked">The caller's request.</param>
    /// <returns>
    /// The request for the adapter, the commercial card data that is left out of it, and all problems.
    /// </returns>
    public (PaymentRequest Request, LeftOutData? LeftOut, ProblemList Problems) Check(PaymentRequest asked)
    {
        var problems = new ProblemList();
        var (request, leftOut) = _rules.Check(asked, problems);
        if (problems.Count == 0)
        {
            adapter.Validate(request, problems);
        }
        else
        {
            Validate(request, problems);
        }

        return (request, leftOut, problems);
    }

    /// <summary>Validates a customer for the vault.</summary>
    /// <exception cref="PaymentRequestException">The customer is invalid and cannot be sent.</exception>
    public void ThrowIfInvalid(Customer customer)
    {
        var problems = new ProblemList();
        RequestRules.Check(customer, problems);
        AddTo(problems, own => adapter.Validate(customer, own));
        problems.ThrowIfAny();
    }

    /// <summary>Validates a payment method for the vault.</summary>
    /// <exception cref="PaymentRequestException">The payment method is invalid and cannot be sent.</exception>
    public void ThrowIfInvalid(StorePaymentMethodRequest request)
    {
        var problems = new ProblemList();
        _rules.Check(request, problems);
        AddTo(problems, own => adapter.Validate(request, own));
        problems.ThrowIfAny();
    }

    /// <summary>Validates the ids of a stored payment method and the changes to it.</summary>
    /// <exception cref="PaymentRequestException">The request is invalid and cannot be sent.</exception>
    public void ThrowIfInvalid(UpdatePaymentMethodRequest request)
    {
        var problems = new ProblemList();
        _rules.Check(request, problems);
        AddTo(problems, own => adapter.Validate(request, own));
        problems.ThrowIfAny();
    }

    /// <summary>Validates a query for payment methods.</summary>
    /// <exception cref="PaymentRequestException">The query is invalid and cannot be sent.</exception>
    public void ThrowIfInvalid(PaymentMethodQuery query)
    {
        var problems = new ProblemList();
        _rules.Check(query, problems);
        AddTo(problems, own => adapter.Validate(query, own));
        problems.ThrowIfAny();
    }

    /// <summary>Validates a query for transactions.</summary>
    /// <exception cref="PaymentRequestException">The query is invalid and cannot be sent.</exception>
    public void ThrowIfInvalid(TransactionQuery query)
    {
        var problems = new ProblemList();
        SearchRules.Check(query, this, problems);
        AddTo(problems, own => adapter.Validate(query, own));
        problems.ThrowIfAny();
    }

    /// <summary>Validates a payout request.</summary>
    /// <exception cref="PaymentRequestException">The request is invalid and cannot be sent.</exception>
    public void ThrowIfInvalid(PayoutRequest request)
    {
        var problems = new ProblemList();
        _rules.Check(request, problems);
        AddTo(problems, own => adapter.Validate(request, own));
        problems.ThrowIfAny();
    }

    /// <summary>Validates the id of a payout request and its cancellation.</summary>
    /// <exception cref="PaymentRequestException">The request is invalid and cannot be sent.</exception>
    public void ThrowIfInvalid(CancelPayoutRequest request)
    {
        var problems = new ProblemList();
        RequestRules.Check(request, problems);
        AddTo(problems, own => adapter.Validate(request, own));
        problems.ThrowIfAny();
    }

    /// <summary>Looks up a transaction or an attempt.</summary>
    /// <param name="request">What to look for.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <param name="isRetried">Whether a failed look-up is retried immediately.</param>
    /// <exception cref="PaymentRequestException">The request is invalid; nothing was sent.</exception>
    public async Task<FindResult> FindAsync(
        FindRequest request,
        CancellationToken cancellationToken,
        bool isRetried = true
    )
    {
        _rules.ThrowIfInvalid(request);
        var found = isRetried
            ? await Resilience
                .FindAsync(
                    static (state, token) => state.Adapter.FindAsync(state.Request, token),
                    (Adapter: adapter, Request: request),
                    cancellationToken
                )
                .ConfigureAwait(false)
            : await adapter.FindAsync(request, cancellationToken).ConfigureAwait(false);
        Resilience.Answers.Add(found);
        return found;
    }

    /// <summary>Opens the provider's form for a charge. If the adapter throws, no money has moved, because there was no token.</summary>
    public async Task<PaymentResult> OpenFormAsync(ChargeRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await adapter.OpenFormAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.AdapterFailed(logger, RedactedException.Of(exception), Name, request.Operation, request.IdempotencyKey);
            return PaymentAnswers.NotSent(
                request,
                Name,
                PaymentReason.PreparationFailed,
                $"The provider's form could not be opened: {exception.GetType().Name}."
            );
        }
    }

    // In a method of its own, so that only an invalid request allocates the closure.
    private void Validate(PaymentRequest request, ProblemList problems) =>
        AddTo(problems, own => adapter.Validate(request, own));

    // The provider's rules see the problems found before, so that a field that breaks a neutral rule is reported only once.
    private static void AddTo(ProblemList problems, Action<ProblemList> validate)
    {
        var all = new ProblemList();
        foreach (var problem in problems.Problems)
        {
            all.Add(problem.Field, problem.Message);
        }

        validate(all);
        var fields = problems.Problems.Select(problem => problem.Field).ToHashSet(StringComparer.Ordinal);
        foreach (var problem in all.Problems.Skip(problems.Count).Where(problem => !fields.Contains(problem.Field)))
        {
            problems.Add(problem.Field, problem.Message);
        }
    }
}
