using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Decides what a transaction proves. Approval needs every piece of evidence; a contradiction is Unknown.</summary>
/// <remarks>
/// Source: core API reference, transaction: amount and purchaseAmount differ from requestAmount under currency conversion or
/// adjustment, so the request is compared with requestAmount and requestCurrency; amount and currency are what was processed.
/// </remarks>
internal static class TransactionEvidence
{
    public static Verdict Judge(TransactionBody body, Expectation expected, RebillyAccount account)
    {
        if (Contradiction(body, expected, account) is { } anomaly)
        {
            return new Verdict(PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest, anomaly);
        }

        var (outcome, reason) = StatusTable.Lookup(body.Status, body.Result);
        var code = ResponseCode.FromProvider(body.Gateway?.Response?.Code);
        return outcome switch
        {
            PaymentOutcome.Declined when code.IsApproval || code.IsPartialApproval => Contradicts(
                AnomalyKind.ResponseCode,
                $"The result is {body.Result} and the response code is {code}.",
                body,
                account
            ),
            PaymentOutcome.Declined when IsMisconfiguration(body, reason) => new Verdict(
                PaymentOutcome.Rejected,
                PaymentReason.Misconfigured
            ),
            PaymentOutcome.Approved => JudgeApproval(body, expected, code, reason, account),
            PaymentOutcome.Reversed => Reversed(JudgeApproval(body, expected, code, reason, account), body),
            _ => new Verdict(outcome, reason),
        };
    }

    private static Verdict JudgeApproval(
        TransactionBody body,
        Expectation expected,
        ResponseCode code,
        PaymentReason reason,
        RebillyAccount account
    )
    {
        if (!code.IsApproval && !code.IsPartialApproval && !code.IsUnmapped)
        {
            return Contradicts(
                AnomalyKind.ResponseCode,
                $"The result is approved and the response code is {code}.",
                body,
                account
            );
        }

        var requested = RequestedAmount(body);
        var processed = RebillyMoney.Read(body.Amount, body.Currency);
        if (requested is not { } whole)
        {
            return Contradicts(AnomalyKind.Amount, "The approval names no amount.", body, account);
        }

        if (processed is null && body.Currency is not null && (body.Amount is not null || !IsMoney(body.Currency)))
        {
            return Contradicts(
                IsMoney(body.Currency) ? AnomalyKind.Amount : AnomalyKind.Currency,
                $"What was approved is no amount of a currency that can be charged; asked for were {whole}.",
                body,
                account
            );
        }

        var sameCurrency = processed is { } shown && shown.Currency == whole.Currency;
        if (code.IsPartialApproval || (sameCurrency && processed!.Value < whole))
        {
            return sameCurrency && processed!.Value < whole && processed.Value.IsPositive
                ? Partial(body, expected, processed.Value, account)
                : Contradicts(
                    AnomalyKind.Amount,
                    "A partial approval does not name the smaller amount.",
                    body,
                    account
                );
        }

        if (sameCurrency && processed!.Value > whole && body.HasAmountAdjustment != true)
        {
            return Contradicts(AnomalyKind.Amount, $"Approved are {processed}, asked for were {whole}.", body, account);
        }

        return new Verdict(PaymentOutcome.Approved, reason, null, whole, processed ?? whole);
    }

    // A set-up takes no money: that its transaction is voided afterwards is how some gateways verify a card.
    private static Verdict Reversed(Verdict approval, TransactionBody body) =>
        approval.Outcome is not (PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved) ? approval
        : body.Type == Vocabulary.Setup ? approval with { Reason = PaymentReason.None }
        : approval with { Outcome = PaymentOutcome.Reversed, Reason = PaymentReason.AlreadyReversed };

    private static bool IsMoney(string currency) => Currency.TryParse(currency, out var known) && known.Exponent >= 0;

    private static Verdict Partial(TransactionBody body, Expectation expected, Money approved, RebillyAccount account)
    {
        var adjustment =
            body.HasAmountAdjustment == true
                ? $"Rebilly adjusted the amount from {RequestedAmount(body)} to {approved}."
                : null;
        return new Verdict(
            PaymentOutcome.PartiallyApproved,
            PaymentReason.None,
            expected.AllowPartial
                ? null
                : Anomaly(
                    AnomalyKind.PartialApprovalNotRequested,
                    $"Only {approved} are approved, and a partial approval was not asked for. {adjustment}".TrimEnd(),
                    body,
                    account
                ),
            approved,
            approved,
            adjustment
        );
    }

    private static PaymentAnomaly? Contradiction(TransactionBody body, Expectation expected, RebillyAccount account)
    {
        if (account.Reference(body.Id) is null)
        {
            return Anomaly(AnomalyKind.TransactionId, "The answer has no transaction id.", body, account);
        }

        var type = Vocabulary.OperationOf(body.Type);
        if (!expected.Types.Contains(type))
        {
            return Anomaly(
                AnomalyKind.TransactionType,
                $"The answer is of type {Printable(body.Type)}, expected was {string.Join(" or ", expected.Types)}.",
                body,
                account
            );
        }

        if (expected.WireKey is { } key && body.RequestId is { Length: > 0 } shown && shown != key)
        {
            return Anomaly(
                AnomalyKind.TransactionId,
                "The answer carries the requestId of another request.",
                body,
                account
            );
        }

        if (expected.CustomerId is { } customer && body.CustomerId is { Length: > 0 } other && other != customer)
        {
            return Anomaly(AnomalyKind.Customer, "The answer is for another customer.", body, account);
        }

        if (expected.ParentId is { } parent && body.ParentTransactionId != parent)
        {
            return Anomaly(AnomalyKind.TransactionId, "The answer belongs to another transaction.", body, account);
        }

        if (body.CreatedTime < expected.Earliest || body.CreatedTime > expected.Latest)
        {
            return Anomaly(AnomalyKind.Other, "The answer shows a transaction made at another time.", body, account);
        }

        return AmountContradiction(body, expected, account);
    }

    private static PaymentAnomaly? AmountContradiction(
        TransactionBody body,
        Expectation expected,
        RebillyAccount account
    )
    {
        if (expected.Amount is not { } asked)
        {
            return null;
        }

        if (RequestedAmount(body) is not { } shown)
        {
            return Anomaly(AnomalyKind.Amount, $"The answer names no amount; asked for were {asked}.", body, account);
        }

        if (shown.Currency != asked.Currency)
        {
            return Anomaly(
                AnomalyKind.Currency,
                $"The answer is about {shown}; asked for were {asked}.",
                body,
                account
            );
        }

        return shown == asked
            ? null
            : Anomaly(AnomalyKind.Amount, $"The answer is about {shown}; asked for were {asked}.", body, account);
    }

    public static Money? RequestedAmount(TransactionBody body) =>
        body.RequestAmount is null && body.RequestCurrency is null
            ? RebillyMoney.Read(body.Amount, body.Currency)
            : RebillyMoney.Read(body.RequestAmount, body.RequestCurrency);

    // The direct transaction guide lists this message among its troubles: no gateway account fits, so nothing was processed.
    private static bool IsMisconfiguration(TransactionBody body, PaymentReason reason) =>
        reason == PaymentReason.DeclinedByIssuer
        && string.IsNullOrEmpty(body.GatewayAccountId)
        && body.Gateway?.Response?.Message is { } message
        && message.Contains("no gateway account available", StringComparison.OrdinalIgnoreCase);

    private static Verdict Contradicts(AnomalyKind kind, string text, TransactionBody body, RebillyAccount account) =>
        new(PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest, Anomaly(kind, text, body, account));

    private static PaymentAnomaly Anomaly(
        AnomalyKind kind,
        string text,
        TransactionBody body,
        RebillyAccount account
    ) =>
        new()
        {
            Kind = kind,
            Description = text,
            Transactions = account.Reference(body.Id) is { } reference ? [reference] : [],
        };

    private static string Printable(string? type) =>
        Vocabulary.OperationOf(type) is var known and not PaymentOperation.Unknown ? known.ToString() : "unknown";
}
