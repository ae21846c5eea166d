using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Puts verdicts and transactions into the neutral shape.</summary>
internal sealed class ResultFactory(RebillyAccount account)
{
    public PaymentResult FromTransaction(
        PaymentRequest request,
        TransactionBody body,
        Verdict verdict,
        TransportAnswer answer,
        Money? requested
    )
    {
        var method = (request as PaymentMethodRequest)?.PaymentMethod;
        var shown = ShownText.For(account, method);
        var brand = CardBrand.FromBin(body.Bin);
        var approved = verdict.ApprovedAmount is not null;
        var type = Vocabulary.OperationOf(body.Type);
        return new PaymentResult
        {
            Outcome = verdict.Outcome,
            Operation = request.Operation,
            Reason = verdict.Reason,
            Message = verdict.Message ?? verdict.Anomaly?.Description,
            PerformedAs = approved && type != PaymentOperation.Unknown ? type : null,
            Gateway = account.Gateway,
            Transaction = account.Reference(body.Id),
            IdempotencyKey = request.IdempotencyKey,
            RequestedAmount = requested,
            ApprovedAmount = verdict.ApprovedAmount,
            ProcessedAmount = verdict.ProcessedAmount,
            Code = Code(body.Gateway?.Response?.Code, brand, verdict.Outcome),
            Provider = TransactionDetails.Provider(body, shown),
            Verification = TransactionDetails.Verification(body, brand),
            PaymentMethod = TransactionDetails.PaymentMethod(body, brand, shown, method),
            BillingDescriptor = shown.Mask(body.BillingDescriptor),
            NextAction = NextActionOf(body, verdict.Reason),
            AuthorizationExpiresAt = approved && type == PaymentOperation.Authorize ? ExpiryOf(body) : null,
            Anomaly = verdict.Anomaly,
            Answer = account.KeepsAnswer(verdict.Outcome) ? shown.Mask(answer) : null,
        };
    }

    /// <summary>A success by its status whose body is no transaction proves nothing.</summary>
    public PaymentResult Unreadable(PaymentRequest request, TransportAnswer answer, JsonProblem problem) =>
        Without(
            request,
            PaymentOutcome.Unknown,
            PaymentReason.NoTrustworthyAnswer,
            $"HTTP {answer.StatusCode} without a readable transaction ({problem}).",
            answer
        );

    public PaymentResult Without(
        PaymentRequest request,
        PaymentOutcome outcome,
        PaymentReason reason,
        string message,
        TransportAnswer? answer = null
    ) =>
        new()
        {
            Outcome = outcome,
            Operation = request.Operation,
            Reason = reason,
            Message = message,
            Gateway = account.Gateway,
            IdempotencyKey = request.IdempotencyKey,
            RequestedAmount = request.Amount,
            Answer =
                answer is null || !account.KeepsAnswer(outcome)
                    ? null
                    : ShownText.For(account, (request as PaymentMethodRequest)?.PaymentMethod).Mask(answer),
        };

    public static NextAction? NextActionOf(TransactionBody body, PaymentReason reason)
    {
        if (reason != PaymentReason.WaitingForCustomer)
        {
            return null;
        }

        foreach (var link in body.Links ?? [])
        {
            if (
                string.Equals(link?.Rel, ApprovalLinkConverter.Relation, StringComparison.Ordinal)
                && Uri.TryCreate(link?.Href, UriKind.Absolute, out var url)
                && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            )
            {
                // The create-transaction page: open it in an iframe or a pop-up, a pop-up on mobile devices.
                return new RedirectAction
                {
                    Url = url,
                    Presentations = [RedirectPresentation.Popup, RedirectPresentation.Iframe],
                };
            }
        }

        return null;
    }

    public static DateTimeOffset? ExpiryOf(TransactionBody body) =>
        body.CreatedTime is { } created ? Instants.After(created, RebillyAccount.AuthorizationLife) : null;

    public static ResponseCode? Code(string? code, CardBrand brand, PaymentOutcome outcome) =>
        (code, outcome) switch
        {
            ({ Length: > 0 }, _) => ResponseCode.FromProvider(code).ForBrand(brand),
            (_, PaymentOutcome.Approved or PaymentOutcome.Reversed) => ResponseCode
                .Parse("00")
                .WithSource(ResponseCodeSource.Derived),
            _ => null,
        };
}
