namespace PaymentAbstractions.Testing;

/// <summary>How a transaction looks after an answer, and how it changes by what is done to it later.</summary>
internal static class FakeStates
{
    public static TransactionState Of(
        PaymentRequest request,
        PaymentResult result,
        TransactionReference transaction,
        DateTimeOffset now
    )
    {
        var attempt = PaymentAttempt.Of(request, now);
        var type = result.PerformedAs ?? request.Operation;
        var state = new TransactionState
        {
            Transaction = transaction,
            Type = type,
            Outcome = result.Outcome,
            Reason = result.Reason,
            RequestedAmount = attempt.Amount,
            ProcessedAmount = result.ProcessedAmount ?? result.ApprovedAmount,
            Parent = attempt.Original,
            CustomerId = attempt.CustomerId,
            Description = request.Description,
            Code = result.Code,
            Provider = result.Provider,
            Verification = result.Verification,
            PaymentMethod = MethodOf(request, result.PaymentMethod),
            BillingDescriptor = result.BillingDescriptor,
            CommercialData = result.CommercialData,
            NextAction = result.NextAction,
            AuthorizationExpiresAt = result.AuthorizationExpiresAt,
            CreatedAt = now,
            Revision = 1,
        };
        var amount = result.ApprovedAmount;
        return type switch
        {
            PaymentOperation.Sale or PaymentOperation.Capture => state with { CapturedAmount = amount },
            PaymentOperation.Authorize => state with { AuthorizedAmount = amount },
            PaymentOperation.Refund => state with { RefundedAmount = amount },
            PaymentOperation.Void => state with { VoidedAmount = amount },
            _ => state,
        };
    }

    /// <summary>The transaction after something was done to it: reversed when nothing of it is paid or held any more.</summary>
    public static TransactionState After(TransactionState parent, TransactionState child)
    {
        var after = WithChild(parent, child);
        return after.VoidedAmount is not null || (after.RefundedAmount is not null && Remaining(after).IsZero)
            ? after with
            {
                Outcome = PaymentOutcome.Reversed,
                Reason = PaymentReason.AlreadyReversed,
            }
            : after;
    }

    private static TransactionState WithChild(TransactionState parent, TransactionState child)
    {
        var changed = parent with
        {
            Children = [.. parent.Children, child.Transaction],
            Revision = parent.Revision + 1,
        };
        return child.Type switch
        {
            PaymentOperation.Capture => changed with
            {
                CapturedAmount = Sum(parent.CapturedAmount, child.CapturedAmount),
            },
            PaymentOperation.Refund => changed with
            {
                RefundedAmount = Sum(parent.RefundedAmount, child.RefundedAmount),
            },
            PaymentOperation.Void => changed with { VoidedAmount = child.VoidedAmount ?? Remaining(parent) },
            _ => changed,
        };
    }

    /// <summary>What can still be voided or refunded.</summary>
    public static Money Remaining(TransactionState state)
    {
        var whole = state.CapturedAmount ?? state.AuthorizedAmount ?? state.RequestedAmount ?? default;
        return state.RefundedAmount is { } refunded ? whole - refunded : whole;
    }

    private static PaymentMethodDetails MethodOf(PaymentRequest request, PaymentMethodDetails told) =>
        told.Id is null && request is PaymentMethodRequest { PaymentMethod: StoredPaymentMethod stored }
            ? told with
            {
                Id = stored.Id,
            }
            : told;

    private static Money? Sum(Money? before, Money? more) =>
        before is { } left && more is { } right ? left + right : before ?? more;
}
