using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>One gateway of the configuration: its adapter, its settings, and the state of its circuit.</summary>
/// <remarks>Thread-safe. Lives as long as its part of the configuration stays the same.</remarks>
internal sealed class ConfiguredGateway(
    GatewayParts parts,
    PaymentAdapter adapter,
    PipelineSettings settings,
    TimeProvider time,
    ILogger logger
)
{
    // Clocks differ, and an exchange takes its time.
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

    /// <summary>How long after its intent an attempt may still be sent.</summary>
    public TimeSpan SendWithin { get; } = settings.Journal.SendWithin;

    public MethodFingerprint MethodFingerprint { get; } = settings.MethodFingerprint;

    /// <summary>How the provider's webhooks are authenticated; none when the configuration does not say.</summary>
    public WebhookSettings? Webhooks { get; } = WebhookSettings.Of(parts.Options.Webhooks);

    /// <summary>Where the options of the gateway are set.</summary>
    public OptionPlace Place => parts.Place;

    public ResponseCodeTable ResponseCodes { get; } = settings.Payments.ResponseCodes;

    /// <summary>Whether a try beyond the rule of the card's scheme is refused.</summary>
    public bool EnforcesRetryLimits { get; } = settings.Payments.EnforceRetryLimits;

    public GatewayResilience Resilience { get; } = new(parts.Name, settings.Resilience, time, logger);

    /// <summary>What is known of the gateway now.</summary>
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

    /// <summary>Until when the provider is trusted to know a key.</summary>
    /// <param name="operation">What is sent.</param>
    /// <param name="firstStartedAt">When the key was used first.</param>
    /// <param name="clockMargin">How far the clock may have been set back since.</param>
    /// <returns>The end of the window less a margin; <see langword="null"/> when the provider does not honor the key.</returns>
    public DateTimeOffset? HonorsKeyUntil(
        PaymentOperation operation,
        DateTimeOffset firstStartedAt,
        TimeSpan clockMargin
    ) =>
        Capabilities.HonorsKey(operation)
            ? firstStartedAt + (Capabilities.IdempotencyWindow - KeyMargin - clockMargin)
            : null;

    /// <summary>Whether the provider would take the key of an attempt for the same one: under another namespace it is a new one.</summary>
    public bool Recognizes(JournalIntent intent) =>
        intent.Account == Account && string.Equals(intent.KeyNamespace, KeyNamespace, StringComparison.Ordinal);

    /// <summary>Checks a request by the neutral rules, the gateway's and the provider's.</summary>
    /// <param name="asked">The request as the caller gave it.</param>
    /// <returns>
    /// The request as the adapter gets it, the commercial card data that is left out of it, and everything that is wrong.
    /// </returns>
    public (PaymentRequest Request, LeftOutData? LeftOut, ProblemList Problems) Check(PaymentRequest asked)
    {
        var problems = new ProblemList();
        var (request, leftOut) = _rules.Check(asked, problems);
        AddTo(problems, own => adapter.Validate(request, own));
        return (request, leftOut, problems);
    }

    /// <summary>Checks a customer that the vault is to keep.</summary>
    /// <exception cref="PaymentRequestException">It cannot be sent.</exception>
    public void ThrowIfInvalid(Customer customer)
    {
        var problems = new ProblemList();
        RequestRules.Check(customer, problems);
        AddTo(problems, own => adapter.Validate(customer, own));
        problems.ThrowIfAny();
    }

    /// <summary>Checks a payment method that the vault is to keep.</summary>
    /// <exception cref="PaymentRequestException">It cannot be sent.</exception>
    public void ThrowIfInvalid(StorePaymentMethodRequest request)
    {
        var problems = new ProblemList();
        _rules.Check(request, problems);
        AddTo(problems, own => adapter.Validate(request, own));
        problems.ThrowIfAny();
    }

    /// <summary>Checks the ids of a stored payment method, and the changes to it.</summary>
    /// <exception cref="PaymentRequestException">It cannot be sent.</exception>
    public void ThrowIfInvalid(UpdatePaymentMethodRequest request)
    {
        var problems = new ProblemList();
        _rules.Check(request, problems);
        AddTo(problems, own => adapter.Validate(request, own));
        problems.ThrowIfAny();
    }

    /// <summary>Checks a query for payment methods.</summary>
    /// <exception cref="PaymentRequestException">It cannot be sent.</exception>
    public void ThrowIfInvalid(PaymentMethodQuery query)
    {
        var problems = new ProblemList();
        _rules.Check(query, problems);
        AddTo(problems, own => adapter.Validate(query, own));
        problems.ThrowIfAny();
    }

    /// <summary>Checks a query for transactions.</summary>
    /// <exception cref="PaymentRequestException">It cannot be sent.</exception>
    public void ThrowIfInvalid(TransactionQuery query)
    {
        var problems = new ProblemList();
        SearchRules.Check(query, this, problems);
        AddTo(problems, own => adapter.Validate(query, own));
        problems.ThrowIfAny();
    }

    /// <summary>Checks a payout request.</summary>
    /// <exception cref="PaymentRequestException">It cannot be sent.</exception>
    public void ThrowIfInvalid(PayoutRequest request)
    {
        var problems = new ProblemList();
        _rules.Check(request, problems);
        AddTo(problems, own => adapter.Validate(request, own));
        problems.ThrowIfAny();
    }

    /// <summary>Checks the id of a payout request, and the cancellation of it.</summary>
    /// <exception cref="PaymentRequestException">It cannot be sent.</exception>
    public void ThrowIfInvalid(CancelPayoutRequest request)
    {
        var problems = new ProblemList();
        RequestRules.Check(request, problems);
        AddTo(problems, own => adapter.Validate(request, own));
        problems.ThrowIfAny();
    }

    /// <summary>Looks a transaction or an attempt up.</summary>
    /// <param name="request">What to look for.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <param name="isRetried">Whether a look-up that fails is repeated at once.</param>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was.</exception>
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

    /// <summary>Opens the provider's form for a charge. Whatever the adapter throws, no token was there to charge with.</summary>
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

    // The provider's rules see what was found before them; a field that breaks a neutral rule needs no second complaint.
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
