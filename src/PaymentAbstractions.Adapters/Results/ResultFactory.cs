using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

/// <summary>Converts verdicts, refusals and transactions to provider-neutral results, and masks every text of the provider.</summary>
internal sealed class ResultFactory(
    GatewayContext context,
    IReadOnlyList<Secret> secrets,
    Func<string?, TransactionReference?> reference,
    DescriptionMark? keyMark
)
{
    private readonly Masking _account = new(secrets, method: null);

    public PaymentResult Of(
        PaymentRequest request,
        ProviderTransaction shown,
        Verdict verdict,
        Money? requested,
        ProviderRefusal? refusal = null
    )
    {
        var mask = MaskFor(request);
        var approved = verdict.Approved is not null;
        // Not with Without, because a result is large and this is the usual way.
        return new PaymentResult
        {
            Outcome = verdict.Outcome,
            Operation = request.Operation,
            Reason = verdict.Reason,
            Message = mask.Text(verdict.Message ?? verdict.Anomaly?.Description),
            Gateway = context.Name,
            IdempotencyKey = request.IdempotencyKey,
            Answer = Kept(verdict.Outcome, shown.Answer, mask),
            PerformedAs = approved && shown.Type != PaymentOperation.Unknown ? shown.Type : null,
            Transaction = reference(shown.Id),
            RequestedAmount = requested,
            ApprovedAmount = verdict.Approved,
            ProcessedAmount = verdict.Processed,
            Code = InLightOf(request, CodeOf(shown, verdict.Outcome) ?? CodeOf(refusal, shown)),
            Provider = WithRefusal(mask.Details(shown), refusal, approved, mask),
            Verification = mask.Verification(shown),
            PaymentMethod = mask.Method(shown, (request as PaymentMethodRequest)?.PaymentMethod),
            BillingDescriptor = mask.Text(shown.BillingDescriptor),
            NextAction = verdict.Reason == PaymentReason.WaitingForCustomer ? shown.NextAction : null,
            AuthorizationExpiresAt = approved && shown.Type == PaymentOperation.Authorize ? shown.ExpiresAt : null,
            CommercialData = shown.DataLevel is { } level
                ? new CommercialDataResult { ReportedLevel = level }
                : CommercialDataResult.None,
            Anomaly = mask.Anomaly(verdict.Anomaly),
            View = ViewOf(shown, mask),
        };
    }

    public PaymentResult Of(PaymentRequest request, ProviderRefusal refusal, TransportAnswer answer)
    {
        var mask = MaskFor(request);
        var text = mask.Short(refusal.Text);
        return Without(
            request,
            refusal.Outcome,
            refusal.Reason,
            $"HTTP {answer.StatusCode} ({refusal.Reason}){(text is null ? "." : $": {text}")}",
            answer,
            mask
        ) with
        {
            Transaction = reference(refusal.TransactionId),
            Code = InLightOf(request, CodeOf(refusal, null)),
            Provider = WithRefusal(ProviderDetails.None, refusal, isApproved: false, mask),
            RetryAt = refusal.RetryAt,
            Problems = mask.Problems(refusal),
        };
    }

    /// <summary>Creates the result for an exchange without a complete answer.</summary>
    public PaymentResult Unanswered(PaymentRequest request, TransportAnswer answer) =>
        answer.Evidence == TransportEvidence.NotSent
            ? Without(request, PaymentOutcome.NotSent, PaymentReason.ConnectionFailed, answer.Description)
            : Without(request, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer, answer.Description);

    /// <summary>Creates the result for an answer that is neither a transaction nor a documented refusal.</summary>
    public PaymentResult Unreadable(PaymentRequest request, TransportAnswer answer, DateTimeOffset? retryAt) =>
        Without(
            request,
            PaymentOutcome.Unknown,
            answer.StatusCode == 429 ? PaymentReason.RateLimited : PaymentReason.NoTrustworthyAnswer,
            answer.StatusCode is >= 200 and < 300
                ? $"HTTP {answer.StatusCode} without a readable transaction."
                : $"HTTP {answer.StatusCode} without a documented refusal; any system on the way may have sent it.",
            answer
        ) with
        {
            RetryAt = retryAt,
        };

    public PaymentResult NotPrepared(PaymentRequest request, string why, TransportAnswer? answer = null) =>
        Without(request, PaymentOutcome.NotSent, PaymentReason.PreparationFailed, $"{why} Nothing was sent.", answer);

    public PaymentResult Without(
        PaymentRequest request,
        PaymentOutcome outcome,
        PaymentReason reason,
        string? message,
        TransportAnswer? answer = null
    ) => Without(request, outcome, reason, message, answer, MaskFor(request));

    private PaymentResult Without(
        PaymentRequest request,
        PaymentOutcome outcome,
        PaymentReason reason,
        string? message,
        TransportAnswer? answer,
        Masking mask
    ) =>
        new()
        {
            Outcome = outcome,
            Operation = request.Operation,
            Reason = reason,
            Message = mask.Text(message),
            Gateway = context.Name,
            IdempotencyKey = request.IdempotencyKey,
            RequestedAmount = request.Amount,
            Answer = Kept(outcome, answer, mask),
        };

    /// <summary>
    /// Creates the result for a refusal by the common rules or the provider's own rules. Nothing was sent, so the outcome is always
    /// Rejected.
    /// </summary>
    public PaymentResult Refused(PaymentRequest request, ProviderRefusal refusal) =>
        Without(request, PaymentOutcome.Rejected, refusal.Reason, refusal.Text) with
        {
            Problems = MaskFor(request).Problems(refusal),
        };

    public TransactionState State(ProviderTransaction shown, Verdict verdict)
    {
        var mask = _account;
        var (type, amount) = (shown.Type, verdict.Approved);
        var isReversed = shown.Status == ProviderStatus.Reversed;
        return new TransactionState
        {
            Transaction = reference(shown.Id)!,
            Type = type,
            Outcome = verdict.Outcome,
            Reason = verdict.Reason,
            RequestedAmount = shown.Requested,
            ProcessedAmount = verdict.Processed,
            AuthorizedAmount = type == PaymentOperation.Authorize ? amount : null,
            CapturedAmount = type is PaymentOperation.Sale or PaymentOperation.Capture ? amount : null,
            RefundedAmount =
                type == PaymentOperation.Refund ? amount
                : isReversed && shown.IsReturned ? verdict.Processed
                : null,
            VoidedAmount =
                type == PaymentOperation.Void ? amount
                : isReversed && !shown.IsReturned ? verdict.Processed
                : null,
            Parent = reference(shown.ParentId),
            Children = [.. shown.ChildIds.Select(reference).OfType<TransactionReference>()],
            CustomerId = shown.CustomerId,
            Description = mask.Text(shown.Description),
            IsRecordOnly = shown.IsRecordOnly,
            WireKey = DescriptionMark.IsKey(shown.WireKey) ? shown.WireKey : keyMark?.Read(shown.Description),
            Code = CodeOf(shown, verdict.Outcome),
            Provider = mask.Details(shown),
            Verification = mask.Verification(shown),
            PaymentMethod = mask.Method(shown, sent: null),
            BillingDescriptor = mask.Text(shown.BillingDescriptor),
            CommercialData = new CommercialDataResult { ReportedLevel = shown.DataLevel },
            NextAction = verdict.Reason == PaymentReason.WaitingForCustomer ? shown.NextAction : null,
            CreatedAt = shown.CreatedAt,
            SettledAt = shown.SettledAt,
            AuthorizationExpiresAt = type == PaymentOperation.Authorize ? shown.ExpiresAt : null,
            DisputeStatus = shown.Dispute,
            Revision = shown.Revision,
            Anomaly = mask.Anomaly(verdict.Anomaly),
            Answer = Kept(verdict.Outcome, shown.Answer, mask),
            View = ViewOf(shown, mask),
        };
    }

    private ProviderView ViewOf(ProviderTransaction shown, Masking mask)
    {
        if (shown.View is not { } make)
        {
            return ProviderView.None;
        }

        if (!mask.MayBeIn(shown.Answer))
        {
            // The result keeps the answer, which contains no card, and not the card that was sent.
            return View(make, _account);
        }

        var view = View(make, mask);
        try
        {
            // Read now, so that the result does not keep the card in memory as long as the application keeps the result.
            view.As<object>();
        }
        catch (Exception)
        {
            // A view that cannot be read has no effect on the result; the exception is thrown again when the view is used.
        }

        return view;
    }

    // In a method of its own, so that a view holds no other masking.
    private static ProviderView View(Func<Func<string?, string?>, object> make, Masking mask) =>
        new(() => make(mask.Text));

    private Masking MaskFor(PaymentRequest request) =>
        request is PaymentMethodRequest { PaymentMethod: var method } && Masking.IsNeededFor(method)
            ? new Masking(secrets, method)
            : _account;

    // Answers that prove no final outcome are kept for people; the others only on demand.
    private ProviderAnswer? Kept(PaymentOutcome outcome, TransportAnswer? answer, Masking mask) =>
        context.KeepAnswers || outcome is not (PaymentOutcome.Approved or PaymentOutcome.Declined)
            ? mask.Answer(answer)
            : null;

    private static ProviderDetails WithRefusal(
        ProviderDetails details,
        ProviderRefusal? refusal,
        bool isApproved,
        Masking mask
    ) =>
        refusal is null && (isApproved || details.AuthorizationCode is null)
            ? details
            : details with
            {
                Code = mask.Text(refusal?.ProviderCode) ?? details.Code,
                Message = mask.Short(refusal?.Text) ?? details.Message,
                AuthorizationCode = isApproved ? details.AuthorizationCode : null,
                GatewayTransactionId = mask.Text(refusal?.GatewayTransactionId) ?? details.GatewayTransactionId,
            };

    private static ResponseCode? CodeOf(ProviderRefusal? refusal, ProviderTransaction? shown) =>
        refusal?.Code is { } code && shown?.PaymentMethod.Brand is { IsSpecified: true } brand
            ? code.ForBrand(brand)
            : refusal?.Code;

    // A soft decline has another meaning for a payment that was authenticated, and for one without the customer.
    private static ResponseCode? InLightOf(PaymentRequest request, ResponseCode? code) =>
        request is PaymentMethodRequest charge
            ? code?.ForPayment(charge.IsMerchantInitiated, charge.IsAuthenticated)
            : code;

    private static ResponseCode? CodeOf(ProviderTransaction shown, PaymentOutcome outcome) =>
        (shown.ResponseCode, outcome) switch
        {
            ({ Length: > 0 } code, _) => ResponseCode
                .FromProvider(code, shown.PaymentMethod.Brand)
                .WithMerchantAdvice(shown.MerchantAdviceCode),
            (_, PaymentOutcome.Approved or PaymentOutcome.Reversed) => ResponseCode
                .Parse("00")
                .WithSource(ResponseCodeSource.Derived),
            _ => null,
        };
}
