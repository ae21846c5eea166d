using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

public abstract partial class HttpPaymentAdapter
{
    /// <inheritdoc />
    public sealed override async Task<PaymentResult> ExecuteAsync(RunningAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        PaymentResult result;
        try
        {
            result = await RunAsync(attempt).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A failure before the write sends nothing. After the write was handed over, this call changes nothing.
            attempt.TryGiveUp();
            throw;
        }

        if (result.Outcome == PaymentOutcome.NotSent)
        {
            // All writes go through the transport, so an attempt that ends without a write has given up before it.
            attempt.TryGiveUp();
        }

        return result;
    }

    private async Task<PaymentResult> RunAsync(RunningAttempt running)
    {
        var request = running.Request;
        var takenAt = Clock.GetUtcNow();
        OriginalTransaction? original = null;
        if (request.Original is { } reference)
        {
            (original, var failed) = await ReadOriginalAsync(request, reference, running).ConfigureAwait(false);
            if (failed is not null)
            {
                return failed;
            }
        }

        var asked = PaymentAttempt.Of(request, running.StartedAt);
        if (_profile.FindsCustomers)
        {
            (asked, var unfound) = await PrepareCustomerIdAsync(asked, running).ConfigureAwait(false);
            if (unfound is not null)
            {
                return Unfound(request, unfound);
            }
        }

        var attempt = AttemptOf(asked, request, original);
        if (await AnswerBeforeSendAsync(attempt, running, takenAt).ConfigureAwait(false) is { } answered)
        {
            return answered;
        }

        var write = Write(attempt);
        var answer = await SendAsync(write, TransportPurpose.Payment, CancellationToken.None, running, attempt.WireKey)
            .ConfigureAwait(false);
        var expected = ExpectedOf(attempt, running.StartedAt, write.CommercialData.SentLevel);
        var result = await ConcludeAsync(attempt, expected, answer, running).ConfigureAwait(false);
        var addsNothing =
            !IsInPlace(attempt) && write.LeftOutFields.Count == 0 && write.CommercialData == CommercialDataResult.None;
        return running.SendHasBegun && !addsNothing
            ? result with
            {
                Transaction = IsInPlace(attempt) ? attempt.Attempt.Original : result.Transaction,
                LeftOutFields = write.LeftOutFields,
                CommercialData =
                    write.CommercialData.ReportedLevel == result.CommercialData.ReportedLevel
                        ? write.CommercialData
                        : write.CommercialData with
                        {
                            ReportedLevel = result.CommercialData.ReportedLevel,
                        },
            }
            : result;
    }

    /// <summary>
    /// Returns the reason why nothing is sent, or the result of an earlier attempt with the same key, and records the reading if required.
    /// </summary>
    private async Task<PaymentResult?> AnswerBeforeSendAsync(
        AdapterAttempt attempt,
        RunningAttempt running,
        DateTimeOffset takenAt
    )
    {
        var request = attempt.Request!;
        if (EarlierAmongChildren(attempt, running) is { } earlier)
        {
            // Recorded all the same: the existing transactions show a later look-up that this attempt sent nothing. A refusal by the limits
            // does not matter, because nothing is sent.
            await running.AmendAsync(ReadingOf(attempt, running, hints: null, takenAt)).ConfigureAwait(false);
            return earlier;
        }

        if (
            running.MayHaveBeenSentBefore
            && IsInPlace(attempt)
            && ShownAs(attempt.Original!.Transaction, attempt, isClaimed: false) is { } done
            && Judge(attempt, ExpectedOf(attempt, running.StartedAt), done)
                is { Outcome: PaymentOutcome.Approved } before
        )
        {
            await running.AmendAsync(ReadingOf(attempt, running, hints: null, takenAt)).ConfigureAwait(false);
            return before;
        }

        if (attempt.Original is not null)
        {
            var refusal = OriginalRules.Refuse(attempt, Capabilities, _profile, OptionFor) ?? RefuseByOriginal(attempt);
            if (refusal is not null)
            {
                return await EarlierByListAsync(attempt, refusal, running).ConfigureAwait(false)
                    ?? _results.Refused(request, refusal);
            }
        }

        var prepared = await PrepareAsync(attempt, running).ConfigureAwait(false);
        if (prepared.Made is { } made)
        {
            // It was already charged under this key, so nothing is sent.
            await running.AmendAsync(ReadingOf(attempt, running, hints: null, takenAt)).ConfigureAwait(false);
            return Judge(attempt, ExpectedOf(attempt, running.StartedAt), made);
        }

        if (prepared.Failure is { } failure)
        {
            return _results.NotPrepared(request, failure);
        }

        if (prepared.Refusal is { } refused)
        {
            return _results.Refused(request, refused);
        }

        return
            attempt.Original is not null || prepared.Hints is not null || running.MustAmend || _profile.FindsCustomers
            ? await running.AmendAsync(ReadingOf(attempt, running, prepared.Hints, takenAt)).ConfigureAwait(false)
            : null;
    }

    private async Task<PaymentResult> ConcludeAsync(
        AdapterAttempt attempt,
        Expectation expected,
        TransportAnswer answer,
        RunningAttempt running
    )
    {
        var request = attempt.Request!;
        if (answer.Evidence != TransportEvidence.Answered)
        {
            return _results.Unanswered(request, answer);
        }

        if (Refuse(answer, attempt.PerformsAs) is { } refusal)
        {
            return await RefusedAsync(attempt, expected, refusal, answer, running).ConfigureAwait(false);
        }

        // An approval comes with a success status; any system on the way may have written other responses.
        return
            Shown(answer, attempt.PerformsAs) is { } shown
            && (answer.StatusCode is >= 200 and < 300 || !IsApproval(shown))
            ? await ShownAsync(attempt, expected, shown, running).ConfigureAwait(false)
            : _results.Unreadable(request, answer, answer.StatusCode == 429 ? answer.RetryAt(Clock.GetUtcNow()) : null);
    }

    private async Task<PaymentResult> RefusedAsync(
        AdapterAttempt attempt,
        Expectation expected,
        ProviderRefusal refusal,
        TransportAnswer answer,
        RunningAttempt running
    ) =>
        refusal switch
        {
            { TransactionId: { } named } when IsInPlace(attempt) && named != attempt.Original!.Transaction.Id =>
                Unproven(attempt, refusal, answer, "The answer denies success for another transaction."),
            { Outcome: not PaymentOutcome.Unknown, Code: { } code } when code.StandsAgainstNothing => Contradicted(
                attempt,
                refusal,
                answer
            ),
            { Outcome: PaymentOutcome.Declined, Code.Category: ResponseCategory.Timeout } => Unproven(
                attempt,
                refusal,
                answer,
                "The issuer's answer came too late, so the outcome is unknown."
            ),
            { IsKeyUsed: true } => await UnderUsedKeyAsync(attempt, expected, refusal, answer, running)
                .ConfigureAwait(false),
            { NeedsAgreement: true } => await AgreedAsync(attempt, expected, refusal, answer, running)
                .ConfigureAwait(false),
            _ when IsContradicted(answer, attempt) => Unproven(
                attempt,
                refusal,
                answer,
                "The answer both refuses and approves."
            ),
            _ => _results.Of(attempt.Request!, refusal, answer),
        };

    private async Task<PaymentResult> ShownAsync(
        AdapterAttempt attempt,
        Expectation expected,
        ProviderTransaction shown,
        RunningAttempt running
    )
    {
        var request = attempt.Request!;
        if (IsInPlace(attempt))
        {
            return await ConfirmedAsync(attempt, expected, shown, running).ConfigureAwait(false);
        }

        var foreign =
            attempt.Original?.Knows(shown.Id) == true ? "The answer shows a transaction that already existed."
            : attempt.Original is null && IsMarked(shown) && !CarriesKey(shown, attempt)
                ? "The answer shows a transaction of another payment."
            : null;
        if (foreign is not null)
        {
            var old = _evidence.Anomaly(AnomalyKind.TransactionId, foreign, shown);
            return _results.Of(
                request,
                shown,
                new Verdict(PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest, old),
                expected.Amount
            );
        }

        if (_profile.ConfirmedByRead.Contains(attempt.PerformsAs) && shown.Id is { } id)
        {
            var read = await running.PrepareAsync(token => ReadTransactionAsync(id, token)).ConfigureAwait(false);
            return read.Transaction is { } confirmed
                ? Judge(attempt, expected, confirmed)
                : _results.Without(
                    request,
                    PaymentOutcome.Unknown,
                    PaymentReason.NoTrustworthyAnswer,
                    $"The transaction could not be read to confirm the answer. {read.Problem}",
                    read.Answer
                ) with
                {
                    Transaction = Reference(id),
                };
        }

        var result = Judge(attempt, expected, shown);
        return result.Outcome == PaymentOutcome.PartiallyApproved
            ? await ConfirmPartAsync(attempt, expected, result, running).ConfigureAwait(false)
            : result;
    }

    private bool IsInPlace(AdapterAttempt attempt) => _profile.InPlace.Contains(attempt.PerformsAs);

    private static bool IsApproval(ProviderTransaction shown) =>
        shown.Status is ProviderStatus.Approved or ProviderStatus.Reversed;

    /// <summary>Determines what a transaction proves about an attempt.</summary>
    private PaymentResult Judge(
        AdapterAttempt attempt,
        Expectation expected,
        ProviderTransaction shown,
        ProviderRefusal? refusal = null
    )
    {
        var verdict = _evidence.Judge(shown, expected);
        if (verdict.Anomaly is { } anomaly)
        {
            // The transaction that another operation created or belongs to is part of the contradiction.
            var parent = anomaly.Kind == AnomalyKind.TransactionType ? Reference(shown.ParentId) : null;
            TransactionReference?[] others =
            [
                parent,
                attempt.PerformsAs == PaymentOperation.Capture ? attempt.Attempt.Original : null,
            ];
            verdict = verdict with
            {
                Anomaly = anomaly with
                {
                    Transactions = [.. anomaly.Transactions.Concat(others.OfType<TransactionReference>()).Distinct()],
                },
            };
        }

        return _results.Of(attempt.Request!, shown, verdict, expected.Amount, refusal);
    }
}
