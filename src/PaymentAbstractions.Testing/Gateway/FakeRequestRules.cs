namespace PaymentAbstractions.Testing;

/// <summary>What every gateway refuses to send. The real rules of a gateway are more; these are the ones that need no provider.</summary>
internal static class FakeRequestRules
{
    public static void ThrowIfInvalid(PaymentRequest request, FakePaymentGateway gateway, FakeBooks books)
    {
        ArgumentNullException.ThrowIfNull(request);
        var problems = new ProblemList();
        if (!gateway.Capabilities.Supports(request.Operation))
        {
            problems.Add(nameof(request.Operation), $"the gateway does not support {request.Operation}.");
        }

        if (!request.IdempotencyKey.IsSpecified)
        {
            problems.Add(nameof(request.IdempotencyKey), "is missing; give each attempt its own key.");
        }

        var attempt = PaymentAttempt.Of(request, default);
        var highest = gateway.Capabilities.HighestDataLevel;
        FakeCommercialData.Check(request, highest, attempt.Amount is { IsSpecified: true }, problems);
        if (attempt.Amount is { } amount && !IsSendable(amount, request, gateway.Capabilities))
        {
            problems.Add("Amount", "must be given and greater than zero, in a currency that can be charged.");
        }

        if (
            request is PaymentMethodRequest { NetworkTransactionId: not null }
            && !gateway.Capabilities.NetworkTransactionId
        )
        {
            problems.Add(nameof(PaymentMethodRequest.NetworkTransactionId), "cannot be sent; leave it out.");
        }

        if (request is PaymentMethodRequest { ThreeDSecure: not null } && !gateway.Capabilities.ExternalThreeDSecure)
        {
            problems.Add(nameof(PaymentMethodRequest.ThreeDSecure), "cannot be sent; leave it out.");
        }

        if (request is ChargeRequest { OrderReference.IsSpecified: false })
        {
            problems.Add(nameof(ChargeRequest.OrderReference), "is missing; give the order that is paid.");
        }

        if (attempt.Original is { } original && original.Gateway != gateway.Name && books.Find(original) is null)
        {
            problems.Add("Transaction", $"belongs to the gateway '{original.Gateway}', not to '{gateway.Name}'.");
        }

        problems.ThrowIfAny();
    }

    public static void ThrowIfInvalid(FindRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((request.Transaction is null) == (request.Attempt is null))
        {
            throw new PaymentRequestException(
                nameof(FindRequest),
                "needs either Transaction or Attempt, and not both."
            );
        }
    }

    private static bool IsSendable(Money amount, PaymentRequest request, GatewayCapabilities capabilities) =>
        amount.IsSpecified
        && amount.Currency.IsChargeable
        && (capabilities.Currencies.Count == 0 || capabilities.Currencies.Contains(amount.Currency))
        && (amount.IsPositive || (amount.IsZero && Verifies(request) && capabilities.ZeroAmountVerification));

    private static bool Verifies(PaymentRequest request) =>
        request.Operation is PaymentOperation.Authorize or PaymentOperation.Setup;
}
