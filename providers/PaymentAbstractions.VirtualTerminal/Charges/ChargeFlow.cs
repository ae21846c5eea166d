using PaymentAbstractions.Adapters;
using PaymentAbstractions.VirtualTerminal.Wire;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Sales, authorizations and credits: one write, judged by its answer, never sent again.</summary>
internal sealed class ChargeFlow(VirtualTerminalAccount account, VirtualTerminalClient client, ResultFactory results)
{
    private readonly UnlistedRefusals _unlistedRefusals = new(account, client);
    private readonly Baseline _baseline = new(account, client);

    public async Task<PaymentResult> ExecuteAsync(PaymentMethodRequest request, RunningAttempt attempt)
    {
        var order = new AddOrder
        {
            Type = request.Operation,
            Amount = request.Amount,
            CustomerId = VirtualTerminalIds.Parse(request.Customer!.Id),
            PaymentMethodId = VirtualTerminalIds.Parse(((StoredPaymentMethod)request.PaymentMethod).Id),
            Description = DescriptionMark.Write(request, account),
            Data = DataPlanner.Plan((request as ICommercialCardRequest)?.CommercialCardData, request.Amount, account),
        };
        var known = await attempt.PrepareAsync(token => _baseline.ReadAsync(order, token)).ConfigureAwait(false);
        return await attempt.AmendAsync(new AttemptReading { Hints = known }).ConfigureAwait(false)
            ?? await SendAsync(request, order, attempt).ConfigureAwait(false);
    }

    /// <summary>Sends what was recorded.</summary>
    public async Task<PaymentResult> SendAsync(PaymentRequest request, AddOrder order, RunningAttempt attempt)
    {
        var (expected, wireKey) = (Expectation.Of(order), account.WireKey(request.IdempotencyKey));
        var answer = await client.AddAsync(AddWriter.Write(order, account), attempt).ConfigureAwait(false);
        var verdict = OutcomeTable.Judge(answer, expected, account);
        if (verdict is { NeedsLookup: true, TransactionId: 0 })
        {
            verdict = await _unlistedRefusals.CheckAsync(verdict, order, attempt).ConfigureAwait(false);
        }

        if (verdict.NeedsLookup)
        {
            var read = await attempt
                .PrepareAsync(token => client.GetTransactionAsync(verdict.TransactionId, token))
                .ConfigureAwait(false);
            verdict = OutcomeTable.JudgeDenied(verdict, read, expected, wireKey, account);
        }

        var isSent = verdict.Outcome != PaymentOutcome.NotSent;
        Money? approved = verdict.Outcome == PaymentOutcome.Approved ? order.Amount : null;
        return results.Of(request, verdict, answer) with
        {
            RequestedAmount = order.Amount,
            ApprovedAmount = approved,
            ProcessedAmount = approved,
            PerformedAs = approved is null ? null : order.Type,
            CommercialData = new CommercialDataResult
            {
                SentLevel = isSent ? order.Data.Level : null,
                DroppedFields = isSent ? order.Data.DroppedFields : [],
                ReportedLevel = TransactionEvidence.LevelOf(verdict.Body),
            },
        };
    }
}
