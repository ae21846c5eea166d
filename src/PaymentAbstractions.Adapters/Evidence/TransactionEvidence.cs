namespace PaymentAbstractions.Adapters;

/// <summary>Determines what a transaction proves. An approval requires all the evidence; a contradiction is Unknown.</summary>
internal sealed class TransactionEvidence(
    ProviderEchoes echoes,
    Func<string?, TransactionReference?> reference,
    TimeProvider clock
)
{
    public Verdict Judge(ProviderTransaction shown, Expectation expected)
    {
        if (Contradiction(shown, expected) is { } anomaly)
        {
            return new Verdict(PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest, anomaly);
        }

        var code = ResponseCode.FromProvider(shown.ResponseCode, shown.PaymentMethod.Brand);
        var (outcome, reason) = Meaning(shown.Status);
        return outcome switch
        {
            PaymentOutcome.Declined or PaymentOutcome.Rejected when code.StandsAgainstNothing => Contradicts(
                shown,
                AnomalyKind.ResponseCode,
                $"The transaction is shown as {shown.Status} and the response code is {code}."
            ),
            // The issuer's answer came too late and may have been an approval.
            PaymentOutcome.Declined when code.Category == ResponseCategory.Timeout => new Verdict(
                PaymentOutcome.Unknown,
                PaymentReason.ProviderTimeout
            ),
            PaymentOutcome.Approved => Approval(shown, expected, code),
            PaymentOutcome.Reversed => Reversed(Approval(shown, expected, code), shown),
            _ => new Verdict(outcome, reason),
        };
    }

    /// <summary>The meaning of each status. No other code derives an outcome from a status.</summary>
    public static (PaymentOutcome Outcome, PaymentReason Reason) Meaning(ProviderStatus status) =>
        status switch
        {
            ProviderStatus.Approved => (PaymentOutcome.Approved, PaymentReason.None),
            ProviderStatus.Reversed => (PaymentOutcome.Reversed, PaymentReason.AlreadyReversed),
            ProviderStatus.Declined => (PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer),
            ProviderStatus.Canceled => (PaymentOutcome.Declined, PaymentReason.Canceled),
            ProviderStatus.Abandoned => (PaymentOutcome.Declined, PaymentReason.Abandoned),
            ProviderStatus.Misconfigured => (PaymentOutcome.Rejected, PaymentReason.Misconfigured),
            ProviderStatus.WaitingForCustomer => (PaymentOutcome.Pending, PaymentReason.WaitingForCustomer),
            ProviderStatus.WaitingForProvider => (PaymentOutcome.Pending, PaymentReason.WaitingForProvider),
            ProviderStatus.TimedOut => (PaymentOutcome.Unknown, PaymentReason.ProviderTimeout),
            ProviderStatus.ConnectionFailed => (PaymentOutcome.Unknown, PaymentReason.ProviderConnectionError),
            ProviderStatus.NeverSent => (PaymentOutcome.Unknown, PaymentReason.ProviderNeverSent),
            _ => (PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus),
        };

    public PaymentAnomaly Anomaly(AnomalyKind kind, string text, ProviderTransaction shown) =>
        new()
        {
            Kind = kind,
            Description = text,
            Transactions = reference(shown.Id) is { } one ? [one] : [],
        };

    private Verdict Approval(ProviderTransaction shown, Expectation expected, ResponseCode code)
    {
        if (!code.IsApproval && !code.IsPartialApproval && !code.IsUnmapped && !MayApprove(shown, code))
        {
            return Contradicts(
                shown,
                AnomalyKind.ResponseCode,
                $"The result is approved and the response code is {code}."
            );
        }

        if (shown.Type == PaymentOperation.Unknown)
        {
            return new Verdict(PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus);
        }

        if (shown.AmountProblem is { } problem)
        {
            return Contradicts(shown, AnomalyKind.Amount, problem);
        }

        if (shown.Requested is not { } whole)
        {
            return Contradicts(shown, AnomalyKind.Amount, "The approval has no amount.");
        }

        if (whole.IsPositive && shown.Processed is { IsPositive: false } nothing)
        {
            return Contradicts(
                shown,
                AnomalyKind.Amount,
                $"The approved amount is {nothing}; the requested amount was {whole}."
            );
        }

        // An amount in another currency was converted and does not show a partial approval.
        Money? comparable = shown.Processed is { } processed && processed.Currency == whole.Currency ? processed : null;
        if (code.IsPartialApproval || comparable < whole)
        {
            return comparable is { IsPositive: true } part && part < whole
                ? Partial(shown, expected, part, whole)
                : Contradicts(shown, AnomalyKind.Amount, "The partial approval does not have the smaller amount.");
        }

        return comparable > whole && !shown.IsAdjusted
            ? Contradicts(
                shown,
                AnomalyKind.Amount,
                $"The approved amount is {comparable}; the requested amount was {whole}."
            )
            : new Verdict(
                PaymentOutcome.Approved,
                PaymentReason.None,
                null,
                whole,
                shown.Processed ?? whole,
                LevelMessage(shown, expected)
            );
    }

    // 85 means no reason to decline: it approves a check of the card and, except at Mastercard, a refund, but never a charge.
    private static bool MayApprove(ProviderTransaction shown, ResponseCode code) =>
        code.Category == ResponseCategory.NoReasonToDecline
        && (
            shown.Type == PaymentOperation.Setup
            || shown.Requested is { IsPositive: false }
            || (shown.Type is PaymentOperation.Refund or PaymentOperation.Credit && !code.Brand.UsesMastercardCodes)
        );

    // A setup takes no money. Some gateways verify a card with a transaction that they void afterwards.
    private static Verdict Reversed(Verdict approval, ProviderTransaction shown) =>
        approval.Outcome is not (PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved) ? approval
        : shown.Type == PaymentOperation.Setup ? approval
        : approval with { Outcome = PaymentOutcome.Reversed, Reason = PaymentReason.AlreadyReversed };

    private Verdict Partial(ProviderTransaction shown, Expectation expected, Money part, Money whole)
    {
        var adjustment = shown.IsAdjusted ? $"The provider adjusted the amount from {whole} to {part}." : null;
        return new Verdict(
            PaymentOutcome.PartiallyApproved,
            PaymentReason.None,
            expected.AllowPartial
                ? null
                : Anomaly(
                    AnomalyKind.PartialApprovalNotRequested,
                    $"Only {part} is approved, but the request did not allow a partial approval. {adjustment}".TrimEnd(),
                    shown
                ),
            part,
            part,
            adjustment
        );
    }

    private static string? LevelMessage(ProviderTransaction shown, Expectation expected) =>
        shown.DataLevel is { } level && expected.DataLevel is { } sent && level != sent
            ? $"Sent as {sent} and accepted as {level}; the fees differ."
            : null;

    private PaymentAnomaly? Contradiction(ProviderTransaction shown, Expectation expected)
    {
        var (kind, text) =
            reference(shown.Id) is null
                ? (AnomalyKind.TransactionId, "The answer has no transaction, or more than one.")
            : !expected.Types.Contains(shown.Type)
                ? (
                    AnomalyKind.TransactionType,
                    $"The answer is of type {shown.Type}; the expected type is {string.Join(" or ", expected.Types)}."
                )
            : Differs(shown.WireKey, expected.WireKey, ProviderEchoes.Key)
                ? (AnomalyKind.TransactionId, "The answer has the key of another request, or no key.")
            : Differs(shown.CustomerId, expected.CustomerId, ProviderEchoes.Customer)
                ? (AnomalyKind.Customer, "The answer is for another customer, or has no customer.")
            : Differs(shown.PaymentMethod.Id, expected.PaymentMethodId, ProviderEchoes.PaymentMethod)
                ? (AnomalyKind.Other, "The answer is for another payment method, or has no payment method.")
            : Differs(shown.ParentId, expected.ParentId, ProviderEchoes.Parent)
                ? (AnomalyKind.TransactionId, "The answer belongs to another transaction, or to no transaction.")
            : shown.CreatedAt is { } made && (made < expected.Earliest || made > expected.Latest)
                ? (
                    AnomalyKind.Other,
                    $"The answer shows a transaction created at {Instants.Misfit(made, expected.Earliest, expected.Latest, clock)}"
                )
            : expected.IsRecordOnly is { } recordOnly && recordOnly != shown.IsRecordOnly
                ? (
                    AnomalyKind.Other,
                    recordOnly
                        ? "The answer does not show that it is only recorded: it may have been charged."
                        : "The answer shows that it is only recorded: nothing was charged."
                )
            : shown.Contradiction is { } contradiction ? (AnomalyKind.Other, contradiction)
            : AmountContradiction(shown, expected);
        return text is null ? null : Anomaly(kind, text, shown);
    }

    private static (AnomalyKind Kind, string? Text) AmountContradiction(
        ProviderTransaction shown,
        Expectation expected
    ) =>
        (expected.Amount, shown.Requested) switch
        {
            ({ } asked, { } other) when asked != other => (
                asked.Currency == other.Currency ? AnomalyKind.Amount : AnomalyKind.Currency,
                $"The answer is about {other}; the requested amount was {asked}."
            ),
            _ => (default, null),
        };

    private bool Differs(string? shown, string? expected, ProviderEchoes part) =>
        expected is not null && (string.IsNullOrEmpty(shown) ? echoes.HasFlag(part) : shown != expected);

    private Verdict Contradicts(ProviderTransaction shown, AnomalyKind kind, string text) =>
        new(PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest, Anomaly(kind, text, shown));
}
