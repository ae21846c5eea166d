using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

public abstract partial class HttpPaymentAdapter
{
    /// <summary>Handles a refusal that is not a proof by itself: the provider's own record must agree with it.</summary>
    private Task<PaymentResult> AgreedAsync(
        AdapterAttempt attempt,
        Expectation expected,
        ProviderRefusal refusal,
        TransportAnswer answer,
        RunningAttempt running
    ) =>
        IsInPlace(attempt) ? AgreedByOriginalAsync(attempt, expected, refusal, answer, running)
        : refusal.TransactionId is { } id ? AgreedByTransactionAsync(attempt, expected, refusal, id, answer, running)
        : AgreedByListAsync(attempt, expected, refusal, answer, running);

    private async Task<PaymentResult> AgreedByOriginalAsync(
        AdapterAttempt attempt,
        Expectation expected,
        ProviderRefusal refusal,
        TransportAnswer answer,
        RunningAttempt running
    )
    {
        var before = attempt.Original!.Transaction;
        var read = await running.PrepareAsync(token => ReadTransactionAsync(before.Id!, token)).ConfigureAwait(false);
        if (read.Transaction is not { } after)
        {
            return Unproven(
                attempt,
                refusal,
                answer,
                $"The refusal does not have a documented form, and the transaction could not be read. {read.Problem}"
            ) with
            {
                Transaction = Reference(before.Id),
            };
        }

        if (ShownAs(after, attempt, isClaimed: false) is { } done)
        {
            var result = Judge(attempt, expected, done, refusal);
            if (result.Outcome == PaymentOutcome.Approved)
            {
                return result with
                {
                    Message =
                        "The answer denied success, but the transaction shows that the operation was carried out.",
                };
            }
        }

        return IsAs(before, after)
            ? _results.Of(attempt.Request!, refusal, answer) with
            {
                Transaction = Reference(before.Id),
            }
            : Unproven(
                attempt,
                refusal,
                answer,
                $"The answer denied success, but the transaction is now shown as {after.Type}, {after.Status}."
            ) with
            {
                Transaction = Reference(before.Id),
            };
    }

    private async Task<PaymentResult> AgreedByTransactionAsync(
        AdapterAttempt attempt,
        Expectation expected,
        ProviderRefusal refusal,
        string id,
        TransportAnswer answer,
        RunningAttempt running
    )
    {
        var read = await running.PrepareAsync(token => ReadTransactionAsync(id, token)).ConfigureAwait(false);
        if (read.Transaction is not { } shown)
        {
            return Unproven(attempt, refusal, answer, "The answer denies success but has a transaction.") with
            {
                Transaction = Reference(id),
            };
        }

        // The denial may also name an equal charge with another key as its cause.
        var isOurs = CarriesKey(shown, attempt);
        if (!isOurs && (IsMarked(shown) || shown.Status != ProviderStatus.Declined))
        {
            return Unproven(
                attempt,
                refusal,
                answer,
                "The answer denies success and has a transaction without the key of this request."
            ) with
            {
                Reason = PaymentReason.AnswerContradictsRequest,
                Transaction = null,
                Anomaly = _evidence.Anomaly(
                    AnomalyKind.TransactionId,
                    "The transaction in the answer may be another charge.",
                    shown
                ),
            };
        }

        return DespiteDenial(attempt, expected, shown, refusal);
    }

    private async Task<PaymentResult> AgreedByListAsync(
        AdapterAttempt attempt,
        Expectation expected,
        ProviderRefusal refusal,
        TransportAnswer answer,
        RunningAttempt running
    )
    {
        if (ListFor(attempt) is not { } list)
        {
            return Unproven(attempt, refusal, answer, "The provider has no record that could confirm the refusal.") with
            {
                Reason = PaymentReason.UnrecognizedStatus,
            };
        }

        var found = await running
            .PrepareAsync(token => FindByKeyAsync(attempt, list, expected, token))
            .ConfigureAwait(false);
        if (found.Match is { Id: { } id })
        {
            return await AgreedByTransactionAsync(attempt, expected, refusal, id, answer, running)
                .ConfigureAwait(false);
        }

        // An absence alone proves nothing. Together with a refusal, it confirms the refusal, if the list always shows such payments.
        return found is { Failed: false, IsAmbiguous: false } && _profile.ListsForCertain.Contains(attempt.PerformsAs)
            ? _results.Of(attempt.Request!, refusal, answer)
            : Unproven(
                attempt,
                refusal,
                answer,
                $"The refusal does not have a documented form, so it proves nothing. {found.Explanation}"
            ) with
            {
                // The provider responded, but the meaning is unknown. It does not mean that the provider cannot be reached.
                Reason = found.Failed ? PaymentReason.NoTrustworthyAnswer : PaymentReason.UnrecognizedStatus,
                Anomaly =
                    found.Anomaly
                    ?? (
                        found.Candidates.Count == 0
                            ? null
                            : new PaymentAnomaly
                            {
                                Kind = AnomalyKind.Other,
                                Description = $"The answer denied success. {found.Explanation}",
                                Transactions = found.Candidates,
                            }
                    ),
            };
    }

    private PaymentResult DespiteDenial(
        AdapterAttempt attempt,
        Expectation expected,
        ProviderTransaction shown,
        ProviderRefusal refusal
    )
    {
        var result = Judge(attempt, expected, shown, refusal);
        return result.Outcome switch
        {
            PaymentOutcome.Approved => result with
            {
                Message =
                    $"The answer denied success, but the transaction exists and matches the request. {result.Message}".TrimEnd(),
            },
            PaymentOutcome.Reversed => result with
            {
                Outcome = PaymentOutcome.Unknown,
                Reason = PaymentReason.AnswerContradictsRequest,
                ApprovedAmount = null,
                Message = "The answer denied success, but the transaction exists and has been reversed.",
            },
            _ => result,
        };
    }

    /// <summary>Handles a key that was used before: what the transaction with the key proves also applies to this attempt.</summary>
    private async Task<PaymentResult> UnderUsedKeyAsync(
        AdapterAttempt attempt,
        Expectation expected,
        ProviderRefusal refusal,
        TransportAnswer answer,
        RunningAttempt running
    )
    {
        var found = ListFor(attempt) is { } list
            ? await running.PrepareAsync(token => FindByKeyAsync(attempt, list, expected, token)).ConfigureAwait(false)
            : null;
        return found?.Match is { } match
            ? Judge(attempt, expected, match)
            : Unproven(
                attempt,
                refusal,
                answer,
                $"The provider reports a conflict. {found?.Explanation}".TrimEnd()
            ) with
            {
                Anomaly = found?.Anomaly,
            };
    }

    private PaymentResult Unproven(
        AdapterAttempt attempt,
        ProviderRefusal refusal,
        TransportAnswer answer,
        string message
    ) =>
        _results.Of(attempt.Request!, refusal, answer) with
        {
            Outcome = PaymentOutcome.Unknown,
            Reason = refusal.Outcome == PaymentOutcome.Unknown ? refusal.Reason : PaymentReason.NoTrustworthyAnswer,
            Code = null,
            Problems = [],
            Message = $"{message} (HTTP {answer.StatusCode})",
            Answer = _results.Without(attempt.Request!, PaymentOutcome.Unknown, default, null, answer).Answer,
        };

    // A refusal with an approving code proves neither.
    private PaymentResult Contradicted(AdapterAttempt attempt, ProviderRefusal refusal, TransportAnswer answer)
    {
        var text = $"The answer is {refusal.Outcome} and the response code is {refusal.Code}.";
        return Unproven(attempt, refusal, answer, text) with
        {
            Reason = PaymentReason.AnswerContradictsRequest,
            Anomaly = new PaymentAnomaly { Kind = AnomalyKind.ResponseCode, Description = text },
        };
    }

    private bool IsMarked(ProviderTransaction shown) => _profile.Mark?.IsMarked(shown.Description) == true;

    // Nothing changed in between.
    private static bool IsAs(ProviderTransaction before, ProviderTransaction after) =>
        before.Type == after.Type
        && before.Status == after.Status
        && before.IsOpen == after.IsOpen
        && before.IsSettled == after.IsSettled
        && before.IsReturned == after.IsReturned
        && before.Requested == after.Requested
        && before.Processed == after.Processed
        && before.Returnable == after.Returnable
        && before.ChildIds.Equals(after.ChildIds)
        && after.Contradiction is null;
}
