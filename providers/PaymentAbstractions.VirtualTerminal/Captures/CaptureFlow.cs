using PaymentAbstractions.Adapters;
using PaymentAbstractions.VirtualTerminal.Wire;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// A capture turns an authorization into a sale, once. Its answer tells only that it was done, so the transaction is read
/// before and afterwards.
/// </summary>
/// <remarks>
/// Source: the page on capturing. The pages define <c>CaptureAmount</c> in two ways, so it never proves an amount by itself.
/// </remarks>
internal sealed class CaptureFlow(VirtualTerminalAccount account, VirtualTerminalClient client, ResultFactory results)
{
    // The level was decided with the authorization. A capture sends none, so it has none to be compared with.
    public async Task<PaymentResult> ExecuteAsync(CaptureRequest request, RunningAttempt attempt)
    {
        var result = await CaptureAsync(request, attempt).ConfigureAwait(false);
        return attempt.SendHasBegun
            ? result with
            {
                CommercialData = result.CommercialData with
                {
                    DroppedFields = LeftOutRules.NoRoomFor(request.CommercialCardData),
                },
            }
            : result;
    }

    private async Task<PaymentResult> CaptureAsync(CaptureRequest request, RunningAttempt attempt)
    {
        var id = VirtualTerminalIds.Parse(request.Authorization.TransactionId);
        var before = await attempt.PrepareAsync(token => client.GetTransactionAsync(id, token)).ConfigureAwait(false);
        if (!before.HasValue)
        {
            return results.NotPrepared(request, before);
        }

        var reading = new AttemptReading { Authorized = before.Total(account) };
        if ((Refuse(request, before) ?? await attempt.AmendAsync(reading).ConfigureAwait(false)) is { } refused)
        {
            return refused;
        }

        var answer = await client
            .CaptureAsync(CommandWriter.Capture(id, request.Amount, account), attempt)
            .ConfigureAwait(false);
        var claim = OutcomeTable.JudgeClaim(answer, id, account);
        if (claim.Outcome != PaymentOutcome.Approved && !claim.NeedsLookup)
        {
            return results.Of(request, claim with { TransactionId = id }, answer);
        }

        var after = await attempt.PrepareAsync(token => client.GetTransactionAsync(id, token)).ConfigureAwait(false);
        var contradiction = Contradiction(request, after);
        if (claim.NeedsLookup)
        {
            // Beside a denial both figures have to agree: the capture may be somebody else's.
            var isDone =
                contradiction is null
                && after.Total(account) == request.Amount
                && after.Taken(account) == request.Amount;
            claim = OutcomeTable.JudgeDeniedChange(claim, before, after, isDone);
            if (claim.Outcome != PaymentOutcome.Approved)
            {
                return results.Of(request, claim with { TransactionId = id }, answer);
            }
        }

        return contradiction is not null
            ? results.Unconfirmed(request, after, contradiction)
            : results.Of(request, claim with { Body = after.Body, TransactionId = id }, after.Answer) with
            {
                ApprovedAmount = request.Amount,
                ProcessedAmount = request.Amount,
                PerformedAs = PaymentOperation.Capture,
                CommercialData = new CommercialDataResult { ReportedLevel = TransactionEvidence.LevelOf(after.Body) },
            };
    }

    private PaymentResult? Refuse(CaptureRequest request, TransactionRead before)
    {
        if (before.Type != PaymentOperation.Authorize || before.Status != TransactionStatus.NotSettled)
        {
            return results.Rejected(
                request,
                PaymentReason.AuthorizationNotOpen,
                $"The transaction is no open authorization: it is shown as {before.Type}, {before.Status}."
            );
        }

        if (before.Body!.CaptureAmount is not (null or 0))
        {
            return results.Rejected(
                request,
                PaymentReason.AuthorizationNotOpen,
                "The authorization shows a captured amount; it can be captured only once."
            );
        }

        if (before.Total(account) is not { } held)
        {
            return results.Without(
                request,
                PaymentOutcome.NotSent,
                PaymentReason.PreparationFailed,
                "The authorization shows no readable amount, so nothing was sent."
            );
        }

        return request.Amount > held
            ? results.Rejected(
                request,
                PaymentReason.ExceedsAvailableAmount,
                $"The authorization holds {held}, less than {request.Amount}."
            )
            : null;
    }

    private string? Contradiction(CaptureRequest request, TransactionRead after)
    {
        if (!after.HasValue)
        {
            return "The capture could not be confirmed.";
        }

        if (
            after.Type != PaymentOperation.Sale
            || after.Status is not (TransactionStatus.NotSettled or TransactionStatus.Settled)
        )
        {
            return $"The provider claims a capture, and the transaction is shown as {after.Type}, {after.Status}.";
        }

        // Beside the claim for this very request, either figure confirms it; only both apart from it contradict.
        return
            after.Total(account) == request.Amount
            || VirtualTerminalMoney.Read(after.Body.CaptureAmount, account.Currency) == request.Amount
            ? null
            : $"{request.Amount} was to be captured, and neither figure of the transaction shows that.";
    }
}
