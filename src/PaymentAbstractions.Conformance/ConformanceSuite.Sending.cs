using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class ConformanceSuite<THarness>
{
    /// <summary>The operations that move or hold money.</summary>
    private protected static readonly PaymentOperation[] Operations =
    [
        PaymentOperation.Sale,
        PaymentOperation.Authorize,
        PaymentOperation.Capture,
        PaymentOperation.Void,
        PaymentOperation.Refund,
        PaymentOperation.Credit,
    ];

    /// <summary>Sends a request of any kind through a gateway, by default the one under test.</summary>
    private protected Task<PaymentResult> SendAsync(
        PaymentRequest request,
        IPaymentGateway? gateway = null,
        CancellationToken? cancellationToken = null
    )
    {
        var chosen = gateway ?? Gateway;
        var token = cancellationToken ?? Token;
        return request switch
        {
            SaleRequest sale => chosen.SaleAsync(sale, token),
            AuthorizeRequest authorization => chosen.AuthorizeAsync(authorization, token),
            CaptureRequest capture => chosen.CaptureAsync(capture, token),
            VoidRequest voiding => chosen.VoidAsync(voiding, token),
            RefundRequest refund => chosen.RefundAsync(refund, token),
            CreditRequest credit => chosen.CreditAsync(credit, token),
            SetupRequest setup when chosen.TryGet<IPaymentMethodSetup>(out var service) => service.SetupAsync(
                setup,
                token
            ),
            _ => throw new ArgumentException($"{request.GetType().Name} cannot be sent here.", nameof(request)),
        };
    }

    /// <summary>
    /// Sends a request that the provider approves, and asserts the evidence. Returns null if and only if the harness states that the
    /// provider cannot prove it; in that case it asserts that the gateway claims nothing.
    /// </summary>
    private protected async Task<PaymentResult?> ApproveAsync(PaymentRequest request)
    {
        var mark = Now();
        var result = await SendAsync(request);
        if (Harness.CanProve(request.Operation))
        {
            Assert.True(result.Outcome == PaymentOutcome.Approved, $"{request.Operation} was not approved: {result}");
            AssertEvidence(result, request);
            return result;
        }

        var moved = await Since(mark);
        Assert.True(IsCareful(result, moved.Count), $"{request.Operation} cannot be proven: {result}");
        return null;
    }

    /// <summary>Creates the prerequisites of an operation, and a request for it that the provider approves.</summary>
    private protected async Task<PaymentRequest> PrepareAsync(PaymentOperation operation)
    {
        switch (operation)
        {
            case PaymentOperation.Capture:
                var authorization = await Harness.NewAuthorizationAsync();
                return Capture(await TransactionOfAsync(authorization), authorization.Amount);
            case PaymentOperation.Void:
                return Void(await TransactionOfAsync(await VoidableAsync()));
            case PaymentOperation.Refund:
                var sale = await Harness.NewSaleAsync();
                var paid = await TransactionOfAsync(sale);
                await Harness.SettleAsync();
                return Refund(paid, sale.Amount);
            default:
                return await AnyRequestAsync(operation);
        }
    }

    /// <summary>A sale if sales can be voided, otherwise an authorization.</summary>
    private protected async Task<PaymentRequest> VoidableAsync() =>
        Capabilities.Voidable.Contains(PaymentOperation.Sale) || !Capabilities.Supports(PaymentOperation.Authorize)
            ? await Harness.NewSaleAsync()
            : await Harness.NewAuthorizationAsync();

    /// <summary>The transaction of a sale or authorization. Every provider must prove it, because later operations need it.</summary>
    private protected async Task<TransactionReference> TransactionOfAsync(PaymentRequest original)
    {
        var result = await ApproveAsync(original);
        Assert.NotNull(result);
        return result.Transaction!;
    }

    /// <summary>A well-formed request; captures, voids and refunds refer to a transaction that does not exist.</summary>
    private protected async Task<PaymentRequest> AnyRequestAsync(PaymentOperation operation)
    {
        var nowhere = new TransactionReference(Gateway.Name, default, "none");
        var sale = await Harness.NewSaleAsync();
        return operation switch
        {
            PaymentOperation.Sale => sale,
            PaymentOperation.Capture => Capture(nowhere, sale.Amount),
            PaymentOperation.Void => Void(nowhere),
            PaymentOperation.Refund => Refund(nowhere, sale.Amount),
            PaymentOperation.Authorize when Capabilities.Supports(operation) => await Harness.NewAuthorizationAsync(),
            PaymentOperation.Credit when Capabilities.Supports(operation) => await Harness.NewCreditAsync(),
            PaymentOperation.Setup when Capabilities.Supports(operation) => await Harness.NewSetupAsync(),
            PaymentOperation.Authorize => new AuthorizeRequest
            {
                IdempotencyKey = sale.IdempotencyKey,
                OrderReference = sale.OrderReference,
                Amount = sale.Amount,
                PaymentMethod = sale.PaymentMethod,
                Customer = sale.Customer,
                BillingAddress = sale.BillingAddress,
            },
            PaymentOperation.Credit => new CreditRequest
            {
                IdempotencyKey = sale.IdempotencyKey,
                Amount = sale.Amount,
                PaymentMethod = sale.PaymentMethod,
                Customer = sale.Customer,
                BillingAddress = sale.BillingAddress,
            },
            _ => new SetupRequest
            {
                IdempotencyKey = sale.IdempotencyKey,
                Amount = sale.Amount,
                PaymentMethod = sale.PaymentMethod,
                Customer = sale.Customer,
                BillingAddress = sale.BillingAddress,
            },
        };
    }

    private protected static CaptureRequest Capture(TransactionReference authorization, Money amount) =>
        new()
        {
            IdempotencyKey = ConformanceHarness.NewKey(),
            Authorization = authorization,
            Amount = amount,
        };

    private protected static VoidRequest Void(TransactionReference transaction) =>
        new() { IdempotencyKey = ConformanceHarness.NewKey(), Transaction = transaction };

    /// <summary>A refund of a transaction that has no refunds yet; some providers do not keep track of refunds.</summary>
    private protected static RefundRequest Refund(TransactionReference transaction, Money amount) =>
        new()
        {
            IdempotencyKey = ConformanceHarness.NewKey(),
            Transaction = transaction,
            Amount = amount,
            RefundedElsewhere = new Money(0, amount.Currency),
        };

    /// <summary>Reads a transaction by its reference; it must exist.</summary>
    private protected async Task<TransactionState> FindAsync(TransactionReference transaction)
    {
        var found = await Gateway.FindAsync(FindRequest.For(transaction), Token);
        Assert.True(found.IsFound, $"{transaction} was not found: {found}");
        Assert.Equal(transaction, found.State.Transaction);
        return found.State;
    }

    /// <summary>Whether the result is Unknown, or proves correctly that nothing happened.</summary>
    private protected static bool IsCareful(PaymentResult result, int movements) =>
        result.Outcome == PaymentOutcome.Unknown
        || (result.Outcome is PaymentOutcome.NotSent or PaymentOutcome.Rejected && movements == 0);

    /// <summary>Asserts the evidence of an approval.</summary>
    private protected void AssertEvidence(PaymentResult result, PaymentRequest request)
    {
        Assert.Equal(request.Operation, result.Operation);
        Assert.Equal(request.IdempotencyKey, result.IdempotencyKey);
        Assert.Equal(Gateway.Name, result.Gateway);
        Assert.NotNull(result.Transaction);
        Assert.Null(result.Anomaly);
        if (request.Amount is { } amount)
        {
            Assert.True(result.IsApproved);
            Assert.Equal(amount, result.ApprovedAmount);
        }
    }

    /// <summary>Asserts a refusal by the provider or by a guard: Rejected, without any movement.</summary>
    private protected async Task AssertRefused(PaymentRequest request)
    {
        var mark = Now();
        var result = await SendAsync(request);
        Assert.Empty(await Since(mark));
        var careful = !Harness.CanProve(request.Operation) && IsCareful(result, 0);
        Assert.True(careful || result.Outcome == PaymentOutcome.Rejected, $"Not refused: {result}");
        Assert.True(careful || result.Reason != PaymentReason.None, "A refusal must have a reason.");
    }
}
