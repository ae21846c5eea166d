namespace PaymentAbstractions.Conformance;

public abstract partial class SandboxHarness<TSandbox, TProvider>
{
    /// <summary>A card with a valid number. Its number and security code must not appear anywhere.</summary>
    protected PaymentCard Card =>
        new()
        {
            Number = new CardNumber(Secret("4539578763621486")),
            ExpiryMonth = 12,
            ExpiryYear = 2049,
            SecurityCode = new SecurityCode(Secret("8361")),
        };

    /// <inheritdoc />
    public override async Task<SaleRequest> NewSaleAsync(Money? amount = null) =>
        SaleBy(
            await NewPayerAsync(MethodFor(PaymentOperation.Sale), HarnessAccount.Main).ConfigureAwait(false),
            amount
        );

    /// <inheritdoc />
    public override async Task<SaleRequest> NewSaleAsync(PaymentMethodKind kind) =>
        SaleBy(await NewPayerAsync(kind, HarnessAccount.Main).ConfigureAwait(false), null);

    /// <inheritdoc />
    public override async Task<AuthorizeRequest> NewAuthorizationAsync(Money? amount = null)
    {
        var payer = await NewPayerAsync(MethodFor(PaymentOperation.Authorize), HarnessAccount.Main)
            .ConfigureAwait(false);
        return new AuthorizeRequest
        {
            IdempotencyKey = NewKey(),
            OrderReference = NewOrder(),
            Amount = amount ?? AmountOf(19.99m),
            PaymentMethod = payer.PaymentMethod,
            Customer = payer.Customer,
            BillingAddress = payer.BillingAddress,
        };
    }

    /// <inheritdoc />
    public override async Task<CreditRequest> NewCreditAsync(Money? amount = null)
    {
        var payer = await NewPayerAsync(MethodFor(PaymentOperation.Credit), HarnessAccount.Main).ConfigureAwait(false);
        return new CreditRequest
        {
            IdempotencyKey = NewKey(),
            OrderReference = NewOrder(),
            Amount = amount ?? AmountOf(19.99m),
            PaymentMethod = payer.PaymentMethod,
            Customer = payer.Customer,
            BillingAddress = payer.BillingAddress,
        };
    }

    /// <inheritdoc />
    public override async Task<SetupRequest> NewSetupAsync()
    {
        var payer = await NewPayerAsync(MethodFor(PaymentOperation.Setup), HarnessAccount.Main).ConfigureAwait(false);
        return new SetupRequest
        {
            IdempotencyKey = NewKey(),
            Amount = AmountOf(0),
            PaymentMethod = payer.PaymentMethod,
            Customer = payer.Customer,
            BillingAddress = payer.BillingAddress,
        };
    }

    /// <inheritdoc />
    public override async Task<TransactionReference> SellAtOtherAccountAsync()
    {
        var payer = await NewPayerAsync(MethodFor(PaymentOperation.Sale), HarnessAccount.Other).ConfigureAwait(false);
        var result = await Get(HarnessAccount.Other).SaleAsync(SaleBy(payer, null)).ConfigureAwait(false);
        return result is { Outcome: PaymentOutcome.Approved, Transaction: { } transaction }
            ? transaction
            : throw new InvalidOperationException($"A sale at the other account was not approved: {result}");
    }

    /// <summary>
    /// Creates a new payer whose payment the provider approves. A payer who paid before may look like a duplicate charge.
    /// </summary>
    /// <param name="kind">The kind of payment method, which the gateway claims.</param>
    /// <param name="account">The account at which the payer is known.</param>
    /// <returns>
    /// The payer. Register tokens and similar secrets that you create for it with <see cref="Secret"/>. Default: a new token, or
    /// <see cref="Card"/>, for an emulator that approves any; override it for the other kinds.
    /// </returns>
    protected virtual Task<HarnessPayer> NewPayerAsync(PaymentMethodKind kind, HarnessAccount account)
    {
        PaymentMethod method = kind switch
        {
            PaymentMethodKind.Token => PaymentMethod.Token(Secret($"tok_canary_{NewId()}")),
            PaymentMethodKind.PaymentCard => Card,
            _ => throw new NotSupportedException($"Override {nameof(NewPayerAsync)}: {kind} has no default."),
        };
        return Task.FromResult(new HarnessPayer { PaymentMethod = method });
    }

    /// <summary>The kind of payment method for an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>By default, the first kind that the gateway claims.</returns>
    protected virtual PaymentMethodKind MethodFor(PaymentOperation operation) => Gateway.Capabilities.PaymentMethods[0];

    /// <summary>Returns the same request with another description, from which the emulator takes its instructions.</summary>
    /// <typeparam name="TRequest">The type of request.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="description">The description.</param>
    /// <returns>The changed request.</returns>
    protected static TRequest Described<TRequest>(TRequest request, string description)
        where TRequest : PaymentRequest => request with { Description = description };

    /// <summary>Returns the same sale, paid with a token that has a special meaning for the emulator.</summary>
    /// <param name="request">The sale.</param>
    /// <param name="token">The token.</param>
    /// <returns>The changed sale.</returns>
    protected static SaleRequest PaidBy(SaleRequest request, string token)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request with { PaymentMethod = PaymentMethod.Token(token) };
    }

    private SaleRequest SaleBy(HarnessPayer payer, Money? amount) =>
        new()
        {
            IdempotencyKey = NewKey(),
            OrderReference = NewOrder(),
            Amount = amount ?? AmountOf(19.99m),
            PaymentMethod = payer.PaymentMethod,
            Customer = payer.Customer,
            BillingAddress = payer.BillingAddress,
        };
}
