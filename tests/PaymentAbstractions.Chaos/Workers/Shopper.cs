namespace PaymentAbstractions.Chaos;

/// <summary>Drives one order: makes every call that a checkout, an impatient customer and a warehouse make for it.</summary>
internal sealed class Shopper(
    OrderPlan plan,
    TransactionReference? soldElsewhere,
    IPaymentGateways gateways,
    Cashier cashier,
    Random random
)
{
    private readonly OrderRequests _requests = new(plan);
    private readonly Wallet _wallet = new(gateways, plan, new OrderRequests(plan));

    public async Task RunAsync()
    {
        if (plan.Flow is OrderFlow.Setup or OrderFlow.SetupThenSale)
        {
            await SetupAsync();
        }
        else if (plan.Flow == OrderFlow.Credit)
        {
            await CreditAsync();
        }
        else if (plan.Flow == OrderFlow.RefundOfSaleElsewhere && soldElsewhere is not null)
        {
            await RefundTwiceAsync(soldElsewhere);
        }

        if (plan.Flow is OrderFlow.Setup or OrderFlow.Credit or OrderFlow.RefundOfSaleElsewhere)
        {
            return;
        }

        var charge = await ChargeAsync(plan.Authorizes ? "authorize" : "sale");
        if (charge is not { Transaction: { } transaction } || !IsTaken(charge))
        {
            return;
        }

        // After a partial approval only the approved amount can be captured.
        var held = charge.ApprovedAmount ?? _requests.Amount;

        switch (plan.Flow)
        {
            case OrderFlow.SaleThenVoid or OrderFlow.AuthorizeThenVoid:
                await VoidAsync(transaction);
                break;
            case OrderFlow.SaleThenRefund:
                await RefundAsync(1, transaction);
                break;
            case OrderFlow.SaleThenTwoRefunds:
                await RefundTwiceAsync(transaction);
                break;
            case OrderFlow.SaleThenCredit:
                await CreditAsync();
                break;
            case OrderFlow.AuthorizeThenCapture:
                await CaptureAsync(1, transaction, held);
                break;
            case OrderFlow.AuthorizeThenTwoCaptures:
                await Task.WhenAll(CaptureAsync(1, transaction, held), CaptureAsync(2, transaction, held));
                break;
            case OrderFlow.AuthorizeThenCaptureOrVoid:
                await Task.WhenAll(CaptureAsync(1, transaction, held), VoidAsync(transaction));
                break;
            case OrderFlow.AuthorizeCaptureRefund:
                var capture = await CaptureAsync(1, transaction, held);
                if (capture is { IsApproved: true, Transaction: { } captured })
                {
                    await RefundAsync(1, captured);
                }

                break;
            default:
                break;
        }
    }

    private async Task<PaymentResult?> ChargeAsync(string step)
    {
        PaymentResult? result = null;
        for (var attempt = 1; attempt <= OrderKey.MaxAttempts; attempt++)
        {
            // Two tabs of one browser, each with its own key.
            var other = attempt == 1 && random.Next(100) < 5 ? PayAsync(new OrderKey(plan.Number, step, 2)) : null;
            result = await PayAsync(new OrderKey(plan.Number, step, attempt));
            if (other is not null)
            {
                result = await other is { } second && IsTaken(second) ? second : result;
            }

            var triesAgain = result switch
            {
                { } when IsTaken(result) => false,
                // At the end of a run every key is requested, so that later steps are reached too.
                _ when cashier.IsFinishing => true,
                { Outcome: PaymentOutcome.Declined } => plan.RetriesDecline,
                // The button is pressed again although the outcome of the first call is unknown.
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
            async (gateway, target, token) =>
                plan.EntersCard ? await EnterAsync(key, gateway, target, token)
                : await _wallet.MethodAsync(target, token) is not { } method || !IsStill(gateway, target) ? null
                : _requests.Charge(key, target, method) switch
                {
                    SaleRequest sale => await gateway.SaleAsync(sale, token),
                    AuthorizeRequest hold => await gateway.AuthorizeAsync(hold, token),
                    _ => throw new InvalidOperationException("Neither a sale nor an authorization."),
                }
        );
        // When the answer names another attempt that is running for the order, the order continues with that attempt.
        return
            result is { MoneyMayHaveMoved: true, IsApproved: false }
            && OrderKey.Parse(result.IdempotencyKey.Value) is { } owner
            && owner != key
            && owner.Attempt > key.Attempt
            ? await PayAsync(owner)
            : result;
    }

    // The customer enters the card on the provider's page, and comes back once, twice at once, or not at all.
    private async Task<PaymentResult?> EnterAsync(
        OrderKey key,
        IPaymentGateway gateway,
        ChaosGateway target,
        CancellationToken cancellationToken
    )
    {
        if (!gateway.TryGet<IHostedPayment>(out var hosted) || !IsStill(gateway, target))
        {
            return null;
        }

        var request = _requests.Charge(key, target, new CustomerChoicePaymentMethod());
        var started = await hosted.StartAsync(request, cancellationToken);
        if (started is not { Outcome: PaymentOutcome.Pending, NextAction: { } action })
        {
            return started;
        }

        var returned = await Browser.EnterAsync(action, cancellationToken);
        if (returned is null || (random.Next(100) < 10 && !cashier.IsFinishing))
        {
            // An open form has charged nothing; behind an approval page a transaction is waiting.
            return started.Transaction is null ? null : started;
        }

        var second = random.Next(100) < 20 ? hosted.CompleteAsync(request, returned, cancellationToken) : null;
        var result = await hosted.CompleteAsync(request, returned, cancellationToken);
        return second is null ? result : await second;
    }

    private Task<PaymentResult?> CaptureAsync(int attempt, TransactionReference authorization, Money held)
    {
        var key = new OrderKey(plan.Number, "capture", attempt);
        return cashier.AskAsync(
            key,
            OwnerOf(authorization),
            async (gateway, _, token) => await gateway.CaptureAsync(_requests.Capture(key, authorization, held), token)
        );
    }

    private Task<PaymentResult?> VoidAsync(TransactionReference transaction)
    {
        var key = new OrderKey(plan.Number, "void", 1);
        return cashier.AskAsync(
            key,
            OwnerOf(transaction),
            async (gateway, _, token) => await gateway.VoidAsync(_requests.Void(key, transaction), token)
        );
    }

    private Task<PaymentResult?> RefundAsync(int attempt, TransactionReference transaction)
    {
        var key = new OrderKey(plan.Number, "refund", attempt);
        return cashier.AskAsync(
            key,
            OwnerOf(transaction),
            async (gateway, _, token) => await gateway.RefundAsync(_requests.Refund(key, transaction), token)
        );
    }

    private Task<PaymentResult?> SetupAsync()
    {
        var key = new OrderKey(plan.Number, "setup", 1);
        return cashier.AskAsync(
            key,
            owner: null,
            async (gateway, target, token) =>
                gateway.TryGet<IPaymentMethodSetup>(out var setup) && IsStill(gateway, target)
                    ? await setup.SetupAsync(_requests.Setup(key, target), token)
                    : null
        );
    }

    // Only the key prevents a second payout: there is no order and no sale behind it.
    private Task<PaymentResult?> CreditAsync()
    {
        var key = new OrderKey(plan.Number, "credit", 1);
        return cashier.AskAsync(
            key,
            owner: null,
            async (gateway, target, token) =>
                gateway.Capabilities.Supports(PaymentOperation.Credit)
                && await _wallet.RegisterAsync(target, token)
                && await _wallet.RequestPayoutAsync(target, token)
                && await _wallet.MethodAsync(target, token) is { } method
                && IsStill(gateway, target)
                    ? await gateway.CreditAsync(_requests.Credit(key, target, method), token)
                    : null
        );
    }

    // Two clerks refund at once without knowing of each other.
    private Task<PaymentResult?[]> RefundTwiceAsync(TransactionReference transaction) =>
        Task.WhenAll(RefundAsync(1, transaction), RefundAsync(2, transaction));

    // A request that was made for one provider and reached another after a switch of the default is always refused there. The
    // refusal never proves the outcome of an earlier try.
    private static bool IsStill(IPaymentGateway gateway, ChaosGateway target) => gateway.Name == target.Name;

    private static bool IsTaken(PaymentResult result) =>
        result.IsApproved || result is { Outcome: PaymentOutcome.PartiallyApproved, ApprovedAmount: not null };

    private static ChaosGateway OwnerOf(TransactionReference transaction) => ChaosGateway.Named(transaction.Gateway);
}
