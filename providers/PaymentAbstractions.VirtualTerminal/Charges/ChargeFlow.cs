using PaymentAbstractions.VirtualTerminal.Wire;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Sales, authorizations and credits: one write, judged by its answer, never sent again.</summary>
internal sealed class ChargeFlow(
    VirtualTerminalAccount account,
    VirtualTerminalClient client,
    ResultFactory results,
    InFlightWrites inFlight
)
{
    private readonly UnlistedRefusals _unlistedRefusals = new(account, client);

    public Task<PaymentResult> ExecuteAsync(PaymentMethodRequest request, PaymentCall call) =>
        SendAsync(
            request,
            new AddOrder
            {
                Type = request.Operation,
                Amount = request.Amount,
                CustomerId = VirtualTerminalIds.Parse(request.Customer!.Id),
                PaymentMethodId = VirtualTerminalIds.Parse(((StoredPaymentMethod)request.PaymentMethod).Id),
                Description = DescriptionMark.Write(request, account),
                Data = DataPlanner.Plan(
                    (request as ICommercialCardRequest)?.CommercialCardData,
                    request.Amount,
                    account
                ),
            },
            call
        );

    public async Task<PaymentResult> SendAsync(PaymentRequest request, AddOrder order, PaymentCall call)
    {
        using var turn = await inFlight.EnterAsync(account, order, call.BeforeSend).ConfigureAwait(false);
        var wireKey = account.WireKey(request.IdempotencyKey);
        if (inFlight.InDoubt.Contains(account, wireKey))
        {
            return results.Without(
                request,
                PaymentOutcome.Unknown,
                PaymentReason.NoTrustworthyAnswer,
                "A charge under this key was sent before and its outcome is not known; find it, it is not sent again."
            );
        }

        var expected = Expectation.Of(order);
        try
        {
            var result = await JudgeAsync(request, order, expected, wireKey, call).ConfigureAwait(false);
            return Remember(result, wireKey);
        }
        catch when (call.SendHasBegun)
        {
            inFlight.InDoubt.Add(account, wireKey);
            throw;
        }
    }

    private PaymentResult Remember(PaymentResult result, string wireKey)
    {
        if (result.Outcome is PaymentOutcome.Unknown or PaymentOutcome.Pending)
        {
            inFlight.InDoubt.Add(account, wireKey);
        }

        return result;
    }

    private async Task<PaymentResult> JudgeAsync(
        PaymentRequest request,
        AddOrder order,
        Expectation expected,
        string wireKey,
        PaymentCall call
    )
    {
        var answer = await client.AddAsync(AddWriter.Write(order, account), call).ConfigureAwait(false);
        var verdict = OutcomeTable.Judge(answer, expected, account);
        if (verdict is { NeedsLookup: true, TransactionId: 0 })
        {
            verdict = await _unlistedRefusals.CheckAsync(verdict, order, call).ConfigureAwait(false);
        }

        if (verdict.NeedsLookup)
        {
            var read = await client.GetTransactionAsync(verdict.TransactionId, call.BeforeSend).ConfigureAwait(false);
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
