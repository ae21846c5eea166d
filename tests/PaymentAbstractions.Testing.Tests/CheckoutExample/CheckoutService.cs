namespace PaymentAbstractions.Testing.Tests.CheckoutExample;

/// <summary>A checkout as a shop would write it: one call, seven outcomes, no dependency on a provider.</summary>
public sealed class CheckoutService(IPaymentGateway gateway, TimeProvider clock)
{
    public async Task<CheckoutAnswer> PayAsync(Order order, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        var request = new SaleRequest
        {
            IdempotencyKey = new IdempotencyKey($"{order.Number}-{order.Attempt}"),
            OrderReference = new OrderReference(order.Number),
            Amount = order.Total,
            PaymentMethod = PaymentMethod.Token(order.CardToken),
            AllowPartialApproval = true,
        };

        var result = await gateway.SaleAsync(request, cancellationToken);
        var step = new CheckoutAnswer(NextStep(result)) { TransactionToStore = result.Transaction?.ToString() };
        return result.Outcome switch
        {
            PaymentOutcome.PartiallyApproved => step with { StillToPay = order.Total - result.ApprovedAmount!.Value },
            PaymentOutcome.Pending => step with { BankPage = (result.NextAction as RedirectAction)?.Url },
            PaymentOutcome.Unknown => step with { AttemptToFind = PaymentAttempt.Of(request, startedAt) },
            _ => step,
        };
    }

    private static CheckoutStep NextStep(PaymentResult result) =>
        result.Outcome switch
        {
            PaymentOutcome.Approved => CheckoutStep.ShipOrder,
            PaymentOutcome.PartiallyApproved => CheckoutStep.AskForTheRest,
            PaymentOutcome.Declined => CheckoutStep.AskForAnotherCard,
            PaymentOutcome.Pending when result.NextAction is not null => CheckoutStep.SendCustomerToBank,
            PaymentOutcome.Pending => CheckoutStep.WaitForTheBank,
            PaymentOutcome.Rejected => CheckoutStep.TellSupport,
            PaymentOutcome.NotSent => CheckoutStep.TryAgainLater,
            _ => CheckoutStep.LookForThePayment,
        };
}
