using Microsoft.Extensions.Logging;

namespace PaymentAbstractions;

/// <summary>Runs every request through the same stages: neutral rules, the provider's rules, the provider.</summary>
internal sealed class AdapterGateway(
    string name,
    IReadOnlyList<string> formerNames,
    PaymentAdapter adapter,
    RetryCategoryTable retryCategories,
    TimeProvider timeProvider,
    ILogger logger
) : IPaymentGateway, IPaymentMethodSetup
{
    private readonly RequestRules _rules = new(name, formerNames, adapter.Capabilities, adapter.Account);

    public string Name => name;

    public GatewayCapabilities Capabilities => adapter.Capabilities;

    public Task<PaymentResult> SaleAsync(SaleRequest request, CancellationToken cancellationToken = default) =>
        RunAsync(request, cancellationToken);

    public Task<PaymentResult> AuthorizeAsync(
        AuthorizeRequest request,
        CancellationToken cancellationToken = default
    ) => RunAsync(request, cancellationToken);

    public Task<PaymentResult> CaptureAsync(CaptureRequest request, CancellationToken cancellationToken = default) =>
        RunAsync(request, cancellationToken);

    public Task<PaymentResult> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default) =>
        RunAsync(request, cancellationToken);

    public Task<PaymentResult> RefundAsync(RefundRequest request, CancellationToken cancellationToken = default) =>
        RunAsync(request, cancellationToken);

    public Task<PaymentResult> CreditAsync(CreditRequest request, CancellationToken cancellationToken = default) =>
        RunAsync(request, cancellationToken);

    public Task<PaymentResult> SetupAsync(SetupRequest request, CancellationToken cancellationToken = default) =>
        RunAsync(request, cancellationToken);

    public async Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        _rules.ThrowIfInvalid(request);
        return await adapter.FindAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public object? GetService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceType == typeof(IPaymentMethodSetup))
        {
            return Capabilities.Supports(PaymentOperation.Setup) ? this : null;
        }

        return adapter.GetService(serviceType);
    }

    private async Task<PaymentResult> RunAsync(PaymentRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var problems = new RequestProblems();
        _rules.Check(request, problems);
        var leftOut = CommercialCardPolicy.LeftOut(request, Capabilities);
        request = leftOut is null ? request : CommercialCardPolicy.Without(request);
        adapter.Validate(request, problems);
        problems.ThrowIfAny();
        cancellationToken.ThrowIfCancellationRequested();

        var call = new PaymentCall(request, timeProvider.GetUtcNow());
        var result = await CallerWait.ForAsync(call, ExecuteAsync, cancellationToken).ConfigureAwait(false);
        result ??= CallerLeft(request);
        return Finish(leftOut is null ? result : CommercialCardPolicy.Report(result, leftOut, call.SendHasBegun), call);
    }

    private async Task<PaymentResult> ExecuteAsync(PaymentCall call)
    {
        try
        {
            // Without a result not even "not sent" is proven.
            return await adapter.ExecuteAsync(call).ConfigureAwait(false)
                ?? Result(call.Request, PaymentReason.NoTrustworthyAnswer, "The adapter returned no result.");
        }
#pragma warning disable CA1031 // Once money may have moved, nothing may escape as anything but Unknown.
        catch (Exception exception) when (call.SendHasBegun)
#pragma warning restore CA1031
        {
            return Result(
                call.Request,
                PaymentReason.NoTrustworthyAnswer,
                $"The adapter failed after the request was sent: {exception.GetType().Name}."
            );
        }
    }

    private PaymentResult Finish(PaymentResult result, PaymentCall call)
    {
        var amount = PaymentAttempt.Of(call.Request, default).Amount;
        if (Contradiction(result, amount, call.SendHasBegun) is { } contradiction)
        {
            // What the adapter knows of the transaction stays: somebody has to look at it.
            result = result with
            {
                Outcome = PaymentOutcome.Unknown,
                Reason = PaymentReason.NoTrustworthyAnswer,
                Message = contradiction,
                ApprovedAmount = null,
                Gateway = name,
                IdempotencyKey = call.Request.IdempotencyKey,
                RequestedAmount = amount,
            };
        }

        if (result is { LevelWasChanged: true, SentLevel: { } sent, ReportedLevel: { } reported })
        {
            PaymentMeter.LevelChanged(name, result.Operation, sent, reported);
            Log.LevelChanged(logger, name, result.Operation, sent, reported);
        }

        // A code that was read out of a text for people permits nothing.
        var category = result
            is { Code: { Source: not ResponseCodeSource.DerivedFromText } code, Outcome: PaymentOutcome.Declined }
            ? retryCategories[code]
            : RetryCategory.None;
        return category == result.RetryCategory ? result : result with { RetryCategory = category };
    }

    private static string? Contradiction(PaymentResult result, Money? requested, bool sendHasBegun) =>
        result.Outcome switch
        {
            PaymentOutcome.NotSent when sendHasBegun => "The adapter reported as not sent what had begun to be sent.",
            PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved when LacksEvidence(result) =>
                "The adapter reported an approval without a transaction or an amount.",
            PaymentOutcome.Approved when requested is { } whole && result.ApprovedAmount != whole =>
                "The adapter reported an approval of another amount than the requested one.",
            PaymentOutcome.PartiallyApproved
                when requested is { } whole
                    && result.ApprovedAmount is { } part
                    && (part.Currency != whole.Currency || part >= whole) =>
                "The adapter reported a partial approval of something else than a part.",
            _ => null,
        };

    private static bool LacksEvidence(PaymentResult result) =>
        result.Transaction is null || (result.ApprovedAmount is null && result.Operation != PaymentOperation.Void);

    private PaymentResult CallerLeft(PaymentRequest request) =>
        Result(
            request,
            PaymentReason.CallerStoppedWaiting,
            "The caller stopped waiting after the request was sent; the exchange goes on."
        );

    private PaymentResult Result(PaymentRequest request, PaymentReason reason, string message) =>
        new()
        {
            Outcome = PaymentOutcome.Unknown,
            Operation = request.Operation,
            Reason = reason,
            Message = message,
            Gateway = name,
            IdempotencyKey = request.IdempotencyKey,
            RequestedAmount = PaymentAttempt.Of(request, default).Amount,
        };
}
