using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

public abstract partial class HttpPaymentAdapter
{
    /// <inheritdoc />
    public sealed override async Task<PaymentResult> ExecuteAsync(RunningAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var result = await RunAsync(attempt).ConfigureAwait(false);
        if (result.Outcome == PaymentOutcome.NotSent)
        {
            // Everything is written through the transport, so what ends so without a write has given up before it.
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

        var attempt = AttemptOf(PaymentAttempt.Of(request, running.StartedAt), request, original);
        if (await AnswerBeforeSendAsync(attempt, running, takenAt).ConfigureAwait(false) is { } answered)
        {
            return answered;
        }

        var write = Write(attempt);
        var answer = await SendAsync(write, TransportPurpose.Payment, CancellationToken.None, running, attempt.WireKey)
            .ConfigureAwait(false);
        var expected = ExpectedOf(attempt, running.StartedAt) with { DataLevel = write.CommercialData.SentLevel };
        var result = await ConcludeAsync(attempt, expected, answer, running).ConfigureAwait(false);
        return running.SendHasBegun
            ? result with
            {
                Transaction = IsInPlace(attempt) ? attempt.Attempt.Original : result.Transaction,
                LeftOutFields = write.LeftOutFields,
                CommercialData = write.CommercialData with { ReportedLevel = result.CommercialData.ReportedLevel },
            }
            : result;
    }

    /// <summary>Why nothing is sent, or what an earlier attempt of the same key did; recorded where it has to be.</summary>
    private async Task<PaymentResult?> AnswerBeforeSendAsync(
        AdapterAttempt attempt,
        RunningAttempt running,
        DateTimeOffset takenAt
    )
    {
        var request = attempt.Request!;
        if (EarlierAmongChildren(attempt, running) is { } earlier)
        {
            // Recorded all the same: what was there shows a later look-up that this attempt sent nothing. A refusal by the limits does
            // not matter, because nothing is sent.
            await running.AmendAsync(ReadingOf(attempt, running, hints: null, takenAt)).ConfigureAwait(false);
            return earlier;
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
        if (prepared.Failure is { } failure)
        {
            return _results.NotPrepared(request, failure);
        }

        if (prepared.Refusal is { } refused)
        {
            return _results.Refused(request, refused);
        }

        return attempt.Original is not null || prepared.Hints is not null || running.MustAmend
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
            return refusal switch
            {
                { TransactionId: { } named } when IsInPlace(attempt) && named != attempt.Original!.Transaction.Id =>
                    Doubted(attempt, refusal, answer, "The answer denies success for another transaction."),
                { Outcome: not PaymentOutcome.Unknown, Code: { } code }
                    when code.IsApproval || code.IsPartialApproval => Contradicted(attempt, refusal, answer),
                { IsKeyUsed: true } => await UnderUsedKeyAsync(attempt, expected, refusal, answer, running)
                    .ConfigureAwait(false),
                { NeedsAgreement: true } => await AgreedAsync(attempt, expected, refusal, answer, running)
                    .ConfigureAwait(false),
                _ => _results.Of(request, refusal, answer),
            };
        }

        if (Shown(answer, attempt.PerformsAs) is not { } shown)
        {
            return _results.Unreadable(
                request,
                answer,
                answer.StatusCode == 429 ? answer.RetryAt(Clock.GetUtcNow()) : null
            );
        }

        if (IsInPlace(attempt))
        {
            return await ConfirmedAsync(attempt, expected, shown, running).ConfigureAwait(false);
        }

        if (attempt.Original?.Knows(shown.Id) == true)
        {
            var old = _evidence.Anomaly(
                AnomalyKind.TransactionId,
                "The answer is a transaction that was there before.",
                shown
            );
            return _results.Of(
                request,
                shown,
                new Verdict(PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest, old),
                expected.Amount
            );
        }

        var result = Judge(attempt, expected, shown);
        return result.Outcome == PaymentOutcome.PartiallyApproved
            ? await ConfirmPartAsync(attempt, expected, result, running).ConfigureAwait(false)
            : result;
    }

    private bool IsInPlace(AdapterAttempt attempt) => _profile.InPlace.Contains(attempt.PerformsAs);

    /// <summary>What a transaction proves of an attempt.</summary>
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
            // What another operation made, or belongs to, is part of the contradiction.
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

    // Nothing that was asked for says how large a part is, so the answer has to agree with the record.
    private async Task<PaymentResult> ConfirmPartAsync(
        AdapterAttempt attempt,
        Expectation expected,
        PaymentResult part,
        RunningAttempt running
    )
    {
        var id = part.Transaction!.TransactionId;
        var read = await running.PrepareAsync(token => ReadTransactionAsync(id, token)).ConfigureAwait(false);
        if (read.Transaction is not { } transaction)
        {
            return _results.Without(
                attempt.Request!,
                PaymentOutcome.Unknown,
                PaymentReason.NoTrustworthyAnswer,
                $"{part.ApprovedAmount} were said to be approved, and the transaction could not be read to confirm it. {read.Problem}",
                read.Answer
            ) with
            {
                Transaction = part.Transaction,
            };
        }

        var shown = Judge(attempt, expected, transaction);
        return shown.Outcome == PaymentOutcome.PartiallyApproved && shown.ApprovedAmount == part.ApprovedAmount
            ? part
            : shown with
            {
                Outcome = PaymentOutcome.Unknown,
                Reason = PaymentReason.AnswerContradictsRequest,
                ApprovedAmount = null,
                Message =
                    $"{part.ApprovedAmount} were said to be approved, and the transaction shows {shown.ApprovedAmount?.ToString() ?? "something else"}.",
                Anomaly =
                    shown.Anomaly
                    ?? _evidence.Anomaly(
                        AnomalyKind.Amount,
                        "The answer and the transaction show different amounts.",
                        transaction
                    ),
            };
    }

    private AdapterAttempt AttemptOf(PaymentAttempt attempt, PaymentRequest? request, OriginalTransaction? original) =>
        new()
        {
            Attempt = attempt,
            WireKey = WireKey(attempt.IdempotencyKey),
            PerformsAs = PerformsAs(attempt.Operation, original?.Transaction),
            Request = request,
            Original = original,
        };

    private Expectation ExpectedOf(AdapterAttempt attempt, DateTimeOffset startedAt)
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
            // A void or refund that takes no key carries its mark instead, where the provider gives it back. What changes its original
            // shows the key of the original.
            WireKey = Capabilities.HonorsKey(attempt.PerformsAs) && !IsInPlace(attempt) ? attempt.WireKey : null,
            Earliest = earliest,
            Latest = latest,
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
            // Its parent binds it, however long ago it was made; but it is never older than that.
            PaymentOperation.Capture => attempt.Original?.Transaction.CreatedAt is { } opened
                ? (Instants.Before(opened, tolerance), null)
                : (null, null),
            PaymentOperation.Void or PaymentOperation.Refund => (null, null),
            // A duplicate may be answered with the transaction that was made under the key before.
            _ => (
                Instants.Before(startedAt, window + tolerance),
                Instants.After(startedAt, window + _profile.Deadline)
            ),
        };
    }
}
