using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

public abstract partial class HttpPaymentAdapter
{
    private AdapterAttempt AttemptOf(PaymentAttempt attempt, PaymentRequest? request, OriginalTransaction? original) =>
        new()
        {
            Attempt = attempt,
            WireKey = WireKey(attempt.IdempotencyKey),
            PerformsAs = PerformsAs(attempt.Operation, original?.Transaction),
            Request = request,
            Original = original,
        };

    private Expectation ExpectedOf(
        AdapterAttempt attempt,
        DateTimeOffset startedAt,
        CommercialDataLevel? dataLevel = null
    )
    {
        var original = attempt.Original?.Transaction;
        var makesChild =
            attempt.PerformsAs is PaymentOperation.Capture or PaymentOperation.Void or PaymentOperation.Refund;
        var (earliest, latest) = MadeBetween(attempt, startedAt);
        return new Expectation
        {
            Types = MayShowAs(attempt),
            Amount = attempt.Amount,
            CustomerId = attempt.Attempt.CustomerId ?? original?.CustomerId,
            PaymentMethodId =
                makesChild || _profile.MayChangePaymentMethod
                    ? null
                    : attempt.Attempt.PaymentMethodId ?? original?.PaymentMethod.Id,
            ParentId = makesChild && !IsInPlace(attempt) ? attempt.Attempt.Original?.TransactionId : null,
            // A void or refund without a key has its mark instead, if the provider repeats it.
            WireKey = Capabilities.HonorsKey(attempt.PerformsAs) && !IsInPlace(attempt) ? attempt.WireKey : null,
            Earliest = earliest,
            Latest = latest,
            IsRecordOnly = attempt.Attempt.IsRecordOnly,
            DataLevel = dataLevel,
            AllowPartial = attempt.Request is null or ChargeRequest { AllowPartialApproval: true },
        };
    }

    private (DateTimeOffset? Earliest, DateTimeOffset? Latest) MadeBetween(
        AdapterAttempt attempt,
        DateTimeOffset startedAt
    )
    {
        if (_profile.ClockTolerance is not { } tolerance)
        {
            return (null, null);
        }

        var window = Capabilities.IdempotencyWindow;
        return attempt.PerformsAs switch
        {
            // A capture is identified by its parent, however long ago it was made. It is never older than its parent.
            PaymentOperation.Capture => attempt.Original?.Transaction.CreatedAt is { } opened
                ? (Instants.Before(opened, tolerance), null)
                : (null, null),
            PaymentOperation.Void or PaymentOperation.Refund => (null, null),
            // The answer to a duplicate may be the transaction that was created under the key before.
            _ => (
                Instants.Before(startedAt, window + tolerance),
                Instants.After(startedAt, window + _profile.Deadline)
            ),
        };
    }

    private bool IsContradicted(TransportAnswer answer, AdapterAttempt attempt) =>
        Shown(answer, attempt.PerformsAs) is { } shown
        && (
            IsApproval(shown) || shown.Status is ProviderStatus.WaitingForCustomer or ProviderStatus.WaitingForProvider
        );
}
