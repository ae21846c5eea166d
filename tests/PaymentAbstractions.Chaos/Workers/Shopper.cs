namespace PaymentAbstractions.Chaos;

/// <summary>Drives one order: every call that a checkout, an impatient customer and a warehouse make for it.</summary>
internal sealed class Shopper(OrderPlan plan, Cashier cashier, Random random)
{
    private readonly OrderRequests _requests = new(plan);

    public async Task RunAsync()
    {
        var charge = await ChargeAsync(plan.Authorizes ? "authorize" : "sale");
        if (charge is not { IsApproved: true, Transaction: { } transaction })
        {
            return;
        }

        switch (plan.Flow)
        {
            case OrderFlow.SaleThenVoid or OrderFlow.AuthorizeThenVoid:
                await VoidAsync(transaction);
                break;
            case OrderFlow.SaleThenRefund:
                await RefundAsync(1, transaction, 0);
                break;
            case OrderFlow.SaleThenTwoRefunds:
                await RefundTwiceAsync(transaction);
                break;
            case OrderFlow.AuthorizeThenCapture:
                await CaptureAsync(1, transaction);
                break;
            case OrderFlow.AuthorizeThenTwoCaptures:
                await Task.WhenAll(CaptureAsync(1, transaction), CaptureAsync(2, transaction));
                break;
            case OrderFlow.AuthorizeThenCaptureOrVoid:
                await Task.WhenAll(CaptureAsync(1, transaction), VoidAsync(transaction));
                break;
            case OrderFlow.AuthorizeCaptureRefund:
                var capture = await CaptureAsync(1, transaction);
                if (capture is { IsApproved: true, Transaction: { } captured })
                {
                    await RefundAsync(1, captured, 0);
                }

                break;
            default:
                break;
        }
    }

    private async Task<PaymentResult?> ChargeAsync(string step)
    {
        PaymentResult? result = null;
        for (var attempt = 1; attempt <= OrderKey.MostAttempts; attempt++)
        {
            // Two tabs of one browser, each with a key of its own.
            var other = attempt == 1 && random.Next(100) < 5 ? PayAsync(new OrderKey(plan.Number, step, 2)) : null;
            result = await PayAsync(new OrderKey(plan.Number, step, attempt));
            if (other is not null)
            {
                result = await other is { IsApproved: true } approved ? approved : result;
            }

            var triesAgain = result switch
            {
                { IsApproved: true } => false,
                // In the end every key is asked for, so that what came after it is reached too.
                _ when cashier.IsFinishing => true,
                { Outcome: PaymentOutcome.Declined } => plan.RetriesDecline,
                // The button is pressed again, although nobody knows what became of the first time.
                { MoneyMayHaveMoved: true } => random.Next(100) < 40,
                _ => random.Next(100) < 50,
            };
            if (!triesAgain)
            {
                break;
            }
        }

        return result;
    }

    private async Task<PaymentResult?> PayAsync(OrderKey key)
    {
        var result = await cashier.AskAsync(
            key,
            owner: null,
            (gateway, target, token) =>
                _requests.Charge(key, target) switch
                {
                    SaleRequest sale => gateway.SaleAsync(sale, token),
                    AuthorizeRequest hold => gateway.AuthorizeAsync(hold, token),
                    _ => throw new InvalidOperationException("Neither a sale nor an authorization."),
                }
        );
        // Answered with the attempt that is under way for the order: that one is gone on with.
        return
            result is { MoneyMayHaveMoved: true, IsApproved: false }
            && OrderKey.Parse(result.IdempotencyKey.Value) is { } owner
            && owner != key
            && owner.Attempt > key.Attempt
            ? await PayAsync(owner)
            : result;
    }

    private Task<PaymentResult?> CaptureAsync(int attempt, TransactionReference authorization)
    {
        var key = new OrderKey(plan.Number, "capture", attempt);
        return cashier.AskAsync(
            key,
            OwnerOf(authorization),
            (gateway, _, token) => gateway.CaptureAsync(_requests.Capture(key, authorization), token)
        );
    }

    private Task<PaymentResult?> VoidAsync(TransactionReference transaction)
    {
        var key = new OrderKey(plan.Number, "void", 1);
        return cashier.AskAsync(
            key,
            OwnerOf(transaction),
            (gateway, _, token) => gateway.VoidAsync(_requests.Void(key, transaction), token)
        );
    }

    private Task<PaymentResult?> RefundAsync(int attempt, TransactionReference transaction, decimal before)
    {
        var key = new OrderKey(plan.Number, "refund", attempt);
        return cashier.AskAsync(
            key,
            OwnerOf(transaction),
            (gateway, _, token) => gateway.RefundAsync(_requests.Refund(key, transaction, before), token)
        );
    }

    // Two clerks at once: neither knows of the other, so both say that nothing was given back before.
    private Task<PaymentResult?[]> RefundTwiceAsync(TransactionReference transaction) =>
        Task.WhenAll(RefundAsync(1, transaction, 0), RefundAsync(2, transaction, 0));

    private static ChaosGateway OwnerOf(TransactionReference transaction) => ChaosGateway.Named(transaction.Gateway);
}
