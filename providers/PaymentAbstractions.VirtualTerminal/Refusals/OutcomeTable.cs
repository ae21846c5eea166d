using PaymentAbstractions.Http;
using PaymentAbstractions.VirtualTerminal.Wire;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What each observation on a write proves. Nothing else decides on an outcome by a status or a text.</summary>
/// <remarks>
/// The provider says no in two ways: 200 with <c>Success: false</c>, and 400, 404 or 500 with the header <c>Error</c>. What
/// is neither of the two nor a proven approval is Unknown.
/// </remarks>
internal static class OutcomeTable
{
    /// <summary>Judges the answer to an order.</summary>
    public static Verdict Judge(TransportAnswer answer, Expectation expected, VirtualTerminalAccount account)
    {
        if (!TryReadSuccess(answer, account, out var body, out var verdict))
        {
            return verdict;
        }

        var id = TransactionEvidence.IdOf(body);
        return body.Success switch
        {
            true when RefusalText.OfHeader(answer, account) is not null => Verdict.Unknown(
                "The answer claims success and carries an error text."
            ),
            true => TransactionEvidence.Judge(body, id, expected, account),
            false when id > 0 => new Verdict(
                PaymentOutcome.Unknown,
                PaymentReason.NoTrustworthyAnswer,
                "The answer denies success and names a transaction."
            )
            {
                NeedsLookup = true,
                TransactionId = id,
                Refusal = RefusalText.Of(body.Message, account),
            },
            false when id == 0 && RefusalText.Of(body.Message, account) is { } refusal => Refused(
                answer,
                refusal,
                true,
                account
            ),
            false => Verdict.Unknown("The answer denies success without saying why."),
            null => Verdict.Unknown("The answer does not say whether it was a success."),
        };
    }

    /// <summary>Judges a success that names a transaction and was denied, by what the transaction is now.</summary>
    /// <param name="denied">The denial.</param>
    /// <param name="read">The transaction that it names.</param>
    /// <param name="expected">What was asked for.</param>
    /// <param name="wireKey">The key; an equal charge of another key may be named too, as the cause of the denial.</param>
    /// <param name="account">The account.</param>
    public static Verdict JudgeDenied(
        Verdict denied,
        TransactionRead read,
        Expectation expected,
        string wireKey,
        VirtualTerminalAccount account
    )
    {
        if (!read.HasValue)
        {
            return denied with { NeedsLookup = false };
        }

        var isOurs = DescriptionMark.Carries(read.Body.Description, wireKey);
        if (DescriptionMark.IsMarked(read.Body.Description) ? !isOurs : read.Status != TransactionStatus.Failed)
        {
            return denied with
            {
                NeedsLookup = false,
                Outcome = PaymentOutcome.Unknown,
                Reason = PaymentReason.AnswerContradictsRequest,
                Message = "The answer denies success and names a transaction that does not carry our mark.",
                TransactionId = 0,
                Anomaly = new PaymentAnomaly
                {
                    Kind = AnomalyKind.TransactionId,
                    Description = "The transaction that the answer names may be another charge.",
                    Transactions = [account.Reference(read.Id)],
                },
            };
        }

        if (read.Status == TransactionStatus.Failed && read.Type == expected.Type)
        {
            var meaning = denied.Refusal is { } refusal ? RefusalMeanings.Of(refusal) : RefusalMeanings.Unspecified;
            return new Verdict(PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer, "The transaction failed.")
            {
                Body = read.Body,
                TransactionId = read.Id,
                Refusal = denied.Refusal,
                Code = CodeOf(meaning),
            };
        }

        var verdict = TransactionEvidence.Judge(read.Body, read.Id, expected, account);
        return verdict with
        {
            Refusal = denied.Refusal,
            Message =
                verdict.Outcome == PaymentOutcome.Approved
                    ? "The answer denied success, and the transaction is there with everything that was asked for. "
                        + verdict.Message
                    : verdict.Message,
        };
    }

    /// <summary>Judges the answer to a capture or void, which tells little more than whether it was a success.</summary>
    /// <returns>Approved only says that the provider claims it: a read has to confirm it.</returns>
    public static Verdict JudgeClaim(TransportAnswer answer, long id, VirtualTerminalAccount account)
    {
        if (!TryReadSuccess(answer, account, out var body, out var verdict))
        {
            return AsRejection(verdict);
        }

        var shown = TransactionEvidence.IdOf(body);
        return body.Success switch
        {
            true when shown == id && RefusalText.OfHeader(answer, account) is null => new Verdict(
                PaymentOutcome.Approved,
                PaymentReason.None
            ),
            true => Verdict.Unknown("The answer claims success for no or another transaction."),
            false when shown is 0 || shown == id => RefusalText.Of(body.Message, account) is { } refusal
                ? AsRejection(Refused(answer, refusal, true, account))
                : Verdict.Unknown("The answer denies success without saying why."),
            _ => Verdict.Unknown("The answer does not say whether it was a success, or for which transaction."),
        };
    }

    /// <summary>
    /// Judges a capture or void that was refused with a text that nobody knows, by what the transaction is afterwards.
    /// </summary>
    /// <param name="denied">The refusal.</param>
    /// <param name="before">The transaction before the write.</param>
    /// <param name="after">The transaction after it.</param>
    /// <param name="isDone">Whether <paramref name="after"/> shows what was asked for.</param>
    public static Verdict JudgeDeniedChange(Verdict denied, TransactionRead before, TransactionRead after, bool isDone)
    {
        var known = denied with { NeedsLookup = false };
        if (isDone)
        {
            return known with
            {
                Outcome = PaymentOutcome.Approved,
                Reason = PaymentReason.None,
                Message = "The answer denied success, and the transaction shows that it was done.",
            };
        }

        return after.HasValue && after.IsAs(before)
            ? known
            : known with
            {
                Outcome = PaymentOutcome.Unknown,
                Reason = PaymentReason.NoTrustworthyAnswer,
                Message = after.HasValue
                    ? $"The answer denied success, and the transaction is now shown as {after.Type}, {after.Status}."
                    : $"The text of the refusal is no known one, and the transaction could not be read. {after.Answer.Description}",
            };
    }

    private static bool TryReadSuccess(
        TransportAnswer answer,
        VirtualTerminalAccount account,
        out TransactionBody body,
        out Verdict verdict
    )
    {
        body = null!;
        verdict = answer.Evidence switch
        {
            TransportEvidence.NotSent => new Verdict(
                PaymentOutcome.NotSent,
                PaymentReason.ConnectionFailed,
                answer.Description
            ),
            TransportEvidence.Answered => answer.StatusCode switch
            {
                >= 200 and < 300 => Verdict.Unknown($"HTTP {answer.StatusCode} without a readable transaction."),
                400 or 404 => OfHeader(answer, account, needsCertainty: false),
                500 => OfHeader(answer, account, needsCertainty: true),
                401 or 403 when !TellsOfTransaction(answer) => new Verdict(
                    PaymentOutcome.Rejected,
                    PaymentReason.InvalidCredentials,
                    $"HTTP {answer.StatusCode}: the credentials were not accepted."
                )
                {
                    Refusal = RefusalText.OfHeader(answer, account),
                },
                429 => new Verdict(PaymentOutcome.Unknown, PaymentReason.RateLimited, "HTTP 429."),
                _ => Verdict.Unknown($"HTTP {answer.StatusCode}."),
            },
            _ => Verdict.Unknown(answer.Description),
        };
        if (
            answer is not { Evidence: TransportEvidence.Answered, StatusCode: >= 200 and < 300 }
            || !answer.TryReadJson(VirtualTerminalJsonContext.Default.TransactionBody, out var read, out _)
        )
        {
            return false;
        }

        body = read;
        return true;
    }

    private static Verdict OfHeader(TransportAnswer answer, VirtualTerminalAccount account, bool needsCertainty) =>
        RefusalText.OfHeader(answer, account) is { } refusal
            ? Refused(answer, refusal, !needsCertainty, account)
            : Verdict.Unknown($"HTTP {answer.StatusCode} without an error text, which anything on the way may answer.");

    private static Verdict Refused(
        TransportAnswer answer,
        RefusalText refusal,
        bool anyTextRefuses,
        VirtualTerminalAccount account
    )
    {
        var meaning = RefusalMeanings.Of(refusal);
        var message = $"HTTP {answer.StatusCode}: {refusal}";
        return (anyTextRefuses || meaning.IsUnmistakable) && meaning.Outcome != PaymentOutcome.Unknown
            ? new Verdict(meaning.Outcome, meaning.Reason, message)
            {
                Refusal = refusal,
                Code = CodeOf(meaning),
                NeedsLookup = meaning == RefusalMeanings.Unspecified && !account.Options.BelieveUnlistedRefusals,
            }
            : new Verdict(
                PaymentOutcome.Unknown,
                meaning.Outcome == PaymentOutcome.Unknown ? meaning.Reason : PaymentReason.NoTrustworthyAnswer,
                message
            )
            {
                Refusal = refusal,
            };
    }

    // No issuer is asked about a capture or void, so an unspecified no is the provider's.
    private static Verdict AsRejection(Verdict verdict) =>
        verdict is { Outcome: PaymentOutcome.Declined, Code: null }
            ? verdict with
            {
                Outcome = PaymentOutcome.Rejected,
                Reason = PaymentReason.InvalidRequest,
            }
            : verdict;

    private static ResponseCode? CodeOf(RefusalMeaning meaning) =>
        meaning.Code is { } code ? ResponseCode.Parse(code).WithSource(ResponseCodeSource.DerivedFromText) : null;

    private static bool TellsOfTransaction(TransportAnswer answer) =>
        answer.TryReadJson(VirtualTerminalJsonContext.Default.TransactionBody, out var body, out _)
        && (body.Success == true || TransactionEvidence.IdOf(body) != 0);
}
