using PaymentAbstractions.Adapters;
using PaymentAbstractions.VirtualTerminal.Wire;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Voids of a whole transaction before it is settled, confirmed by a read.</summary>
/// <remarks>Source: the page on voiding. Its answer tells only that it was done.</remarks>
internal sealed class VoidFlow(
    VirtualTerminalAccount account,
    VirtualTerminalClient client,
    ResultFactory results,
    SettledCredit settledCredit
)
{
    public async Task<PaymentResult> ExecuteAsync(VoidRequest request, RunningAttempt attempt)
    {
        var id = VirtualTerminalIds.Parse(request.Transaction.TransactionId);
        var before = await attempt.PrepareAsync(token => client.GetTransactionAsync(id, token)).ConfigureAwait(false);
        if (!before.HasValue)
        {
            return results.NotPrepared(request, before);
        }

        if (before.Status != TransactionStatus.Settled)
        {
            return await SendAsync(request, before, attempt).ConfigureAwait(false);
        }

        var refusal =
            request.IfSettled == IfSettled.Refuse ? "The transaction is settled; refund it, or allow the void to."
            : !account.Options.EnableRefunds
                ? "The transaction is settled, and refunds are not enabled for this gateway."
            : request.RefundedElsewhere is null
                ? "The transaction is settled, and the provider keeps no count of what was refunded: give RefundedElsewhere, zero included."
            : null;
        if (refusal is not null)
        {
            return results.Rejected(request, PaymentReason.AlreadySettled, refusal);
        }

        return before.Taken(account) is { } whole
            ? await settledCredit.SendAsync(request, before, whole, attempt).ConfigureAwait(false)
            : results.Rejected(request, PaymentReason.InvalidRequest, "The transaction shows no readable amount.");
    }

    /// <summary>Voids a transaction that was just read.</summary>
    public async Task<PaymentResult> SendAsync(PaymentRequest request, TransactionRead before, RunningAttempt attempt)
    {
        // What a refund gives back as a void is limited as every refund is.
        var reading = new AttemptReading { Captured = request is RefundRequest ? before.Taken(account) : null };
        if ((Refuse(request, before) ?? await attempt.AmendAsync(reading).ConfigureAwait(false)) is { } refused)
        {
            return refused;
        }

        var answer = await client.VoidAsync(CommandWriter.Void(before.Id, account), attempt).ConfigureAwait(false);
        var claim = OutcomeTable.JudgeClaim(answer, before.Id, account);
        if (claim.Outcome != PaymentOutcome.Approved && !claim.NeedsLookup)
        {
            return results.Of(request, claim with { TransactionId = before.Id }, answer);
        }

        var after = await attempt
            .PrepareAsync(token => client.GetTransactionAsync(before.Id, token))
            .ConfigureAwait(false);
        var isDone = after is { HasValue: true, Status: TransactionStatus.Voided } && IsSame(before, after);
        if (claim.NeedsLookup)
        {
            claim = OutcomeTable.JudgeDeniedChange(claim, before, after, isDone);
            if (claim.Outcome != PaymentOutcome.Approved)
            {
                return results.Of(request, claim with { TransactionId = before.Id }, answer);
            }
        }

        // A refund gives back what was taken; the void of a captured part may show the whole.
        var voided = (request as RefundRequest)?.Amount ?? before.Total(account);
        return isDone
            ? results.Of(request, claim with { Body = after.Body, TransactionId = before.Id }, after.Answer) with
            {
                ApprovedAmount = voided,
                ProcessedAmount = voided,
                PerformedAs = PaymentOperation.Void,
            }
            : results.Unconfirmed(
                request,
                after,
                $"The provider claims a void, and the transaction is shown as {after.Type}, {after.Status}."
            );
    }

    private bool IsSame(TransactionRead before, TransactionRead after) =>
        before.Type == after.Type && before.Total(account) == after.Total(account);

    private PaymentResult? Refuse(PaymentRequest request, TransactionRead before) =>
        (before.Status, before.Type) switch
        {
            (TransactionStatus.Voided, _) => results.Rejected(
                request,
                PaymentReason.AlreadyReversed,
                "The transaction was voided already."
            ),
            (TransactionStatus.Failed, _) => results.Rejected(
                request,
                PaymentReason.InvalidRequest,
                "The transaction failed; there is nothing to void."
            ),
            (not TransactionStatus.NotSettled, _) or (_, PaymentOperation.Unknown) => results.Without(
                request,
                PaymentOutcome.NotSent,
                PaymentReason.PreparationFailed,
                "The transaction shows no documented type and status, so nothing was sent."
            ),
            _ => null,
        };
}
