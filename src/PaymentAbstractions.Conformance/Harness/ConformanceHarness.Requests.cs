namespace PaymentAbstractions.Conformance;

public abstract partial class ConformanceHarness
{
    private static int _last;

    /// <summary>Creates a valid sale that is approved, with a new key, order and customer.</summary>
    /// <param name="amount">The amount; by default about 19.99 of <see cref="Currency"/>, which cannot be represented exactly in
    /// binary.</param>
    /// <returns>The request.</returns>
    public abstract Task<SaleRequest> NewSaleAsync(Money? amount = null);

    /// <summary>Creates a valid authorization that is approved, with a new key, order and customer.</summary>
    /// <param name="amount">The amount; by default about 19.99 of <see cref="Currency"/>, which cannot be represented exactly in
    /// binary.</param>
    /// <returns>The request.</returns>
    public abstract Task<AuthorizeRequest> NewAuthorizationAsync(Money? amount = null);

    /// <summary>Creates a valid credit that is approved, with a new key and customer. Required if credits are supported.</summary>
    /// <param name="amount">The amount; by default about 19.99 of <see cref="Currency"/>, which cannot be represented exactly in
    /// binary.</param>
    /// <returns>The request.</returns>
    public virtual Task<CreditRequest> NewCreditAsync(Money? amount = null) => throw Missing(nameof(NewCreditAsync));

    /// <summary>Creates a valid set-up that is approved, with a new key and customer. Required if set-ups are supported.</summary>
    /// <returns>The request.</returns>
    public virtual Task<SetupRequest> NewSetupAsync() => throw Missing(nameof(NewSetupAsync));

    /// <summary>Creates a valid sale with a kind of payment method that the gateway claims.</summary>
    /// <param name="kind">The kind of payment method.</param>
    /// <returns>The request.</returns>
    public abstract Task<SaleRequest> NewSaleAsync(PaymentMethodKind kind);

    /// <summary>
    /// Creates a customer that the vault can store, with a name, a telephone number and an email address. Required if the vault stores
    /// customers.
    /// </summary>
    /// <returns>By default, a new customer with an id of the merchant.</returns>
    public virtual Customer NewCustomer() =>
        new()
        {
            Id = $"shopper-{NewId()}",
            Address = new Address
            {
                FirstName = "Mary",
                LastName = "Somerville",
                Phone = "5185550199",
                Email = "mary@example.com",
            },
        };

    /// <summary>Creates a payment method that the vault can store, for an existing customer.</summary>
    /// <param name="kind">A kind of payment method that the vault claims.</param>
    /// <returns>By default, the payment method of a new sale, for <see cref="NewCustomer"/>, which is stored first.</returns>
    public virtual async Task<StorePaymentMethodRequest> NewStorableAsync(PaymentMethodKind kind)
    {
        var (customer, sale) = (NewCustomer(), await NewSaleAsync(kind).ConfigureAwait(false));
        if (!Gateway.TryGet<ICustomerVault>(out var vault))
        {
            throw new InvalidOperationException("The gateway offers no vault.");
        }

        await vault.UpsertCustomerAsync(customer).ConfigureAwait(false);
        return new StorePaymentMethodRequest
        {
            CustomerId = customer.Id,
            PaymentMethod = sale.PaymentMethod,
            BillingAddress = kind == PaymentMethodKind.Token ? null : sale.BillingAddress,
        };
    }

    /// <summary>
    /// Performs a next action as the customer's browser would: enters a valid card or approves, and returns. Required if
    /// <see cref="GatewayCapabilities.Hosted"/> is set.
    /// </summary>
    /// <param name="action">The action of a charge or of storing a payment method.</param>
    /// <returns>The fields that the browser sends to the return URL; secret fields are named accordingly.</returns>
    public virtual Task<IReadOnlyDictionary<string, string>> EnterPaymentMethodAsync(NextAction action) =>
        throw Missing(nameof(EnterPaymentMethodAsync));

    /// <summary>The id of a customer that the provider does not know.</summary>
    /// <value>Default <c>shopper-nobody</c>.</value>
    public virtual string UnknownCustomerId => "shopper-nobody";

    /// <summary>The id of a stored payment method that the provider does not know.</summary>
    /// <value>Default <c>999999</c>.</value>
    public virtual string UnknownPaymentMethodId => "999999";

    /// <summary>Changes a sale so that the provider declines it with a code.</summary>
    /// <param name="request">A sale.</param>
    /// <param name="code">The response code (ISO 8583 field 39), or a text that is not such a code.</param>
    /// <returns>The changed request; null when the provider cannot decline, or does not report such a code.</returns>
    public virtual SaleRequest? Declining(SaleRequest request, string code) => null;

    /// <summary>Changes a sale so that the provider declines it, with any code.</summary>
    /// <param name="request">A sale.</param>
    /// <returns>The changed request. By default, it is declined with <c>05</c>. Override one of the two overloads.</returns>
    public virtual SaleRequest Declining(SaleRequest request) =>
        Declining(request, "05") ?? throw Missing(nameof(Declining));

    /// <summary>Changes a sale so that it is partially approved.</summary>
    /// <param name="request">A sale.</param>
    /// <param name="approved">The approved amount.</param>
    /// <returns>The changed request; null when the provider does not support it.</returns>
    public virtual SaleRequest? ApprovingPartially(SaleRequest request, Money approved) => null;

    /// <summary>Changes a sale so that it waits for the customer.</summary>
    /// <param name="request">A sale.</param>
    /// <returns>The changed request; null when the provider does not support it.</returns>
    public virtual SaleRequest? WaitingForCustomer(SaleRequest request) => null;

    /// <summary>Changes a sale so that the provider accepts it but does not finish it.</summary>
    /// <param name="request">A sale.</param>
    /// <returns>The changed request; null when the provider does not support it.</returns>
    public virtual SaleRequest? Processing(SaleRequest request) => null;

    /// <summary>Changes a refund so that the provider accepts it but does not finish it.</summary>
    /// <param name="request">A refund.</param>
    /// <returns>The changed request; null when the provider does not support it.</returns>
    public virtual RefundRequest? Processing(RefundRequest request) => null;

    /// <summary>Changes a refund so that it fails and the money stays with the merchant.</summary>
    /// <param name="request">A refund.</param>
    /// <returns>The changed request; null when the provider does not support it.</returns>
    public virtual RefundRequest? Declining(RefundRequest request) => null;

    /// <summary>Creates an amount in <see cref="Currency"/>.</summary>
    /// <param name="amount">The amount in major units.</param>
    /// <returns>The amount.</returns>
    public Money AmountOf(decimal amount) => new(amount, Currency);

    /// <summary>Creates an unused key.</summary>
    /// <returns>The key.</returns>
    public static IdempotencyKey NewKey() => new($"key-{NewId()}");

    /// <summary>Creates an unused order reference.</summary>
    /// <returns>The order reference.</returns>
    public static OrderReference NewOrder() => new($"order-{NewId()}");

    /// <summary>Creates a text that is unique within this process, for ids of customers and orders.</summary>
    /// <returns>A number of at least four digits.</returns>
    public static string NewId() =>
        (1000 + Interlocked.Increment(ref _last)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private NotSupportedException Missing(string member) =>
        new($"{GetType().Name} must override {member}: its gateway claims the operation.");
}
