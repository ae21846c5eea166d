namespace PaymentAbstractions.Conformance;

public abstract partial class ConformanceHarness
{
    private static int _last;

    /// <summary>A valid sale that is approved, with a new key, order and customer.</summary>
    /// <param name="amount">How much; none for 19.99 or so of <see cref="Currency"/>, which is no exact binary fraction.</param>
    /// <returns>The request.</returns>
    public abstract Task<SaleRequest> NewSaleAsync(Money? amount = null);

    /// <summary>A valid authorization that is approved, with a new key, order and customer.</summary>
    /// <param name="amount">How much; none for 19.99 or so of <see cref="Currency"/>, which is no exact binary fraction.</param>
    /// <returns>The request.</returns>
    public abstract Task<AuthorizeRequest> NewAuthorizationAsync(Money? amount = null);

    /// <summary>A valid credit that is approved, with a new key and customer. Needed where credits are supported.</summary>
    /// <param name="amount">How much; none for 19.99 or so of <see cref="Currency"/>, which is no exact binary fraction.</param>
    /// <returns>The request.</returns>
    public virtual Task<CreditRequest> NewCreditAsync(Money? amount = null) => throw Missing(nameof(NewCreditAsync));

    /// <summary>A valid set-up that is approved, with a new key and customer. Needed where set-ups are supported.</summary>
    /// <returns>The request.</returns>
    public virtual Task<SetupRequest> NewSetupAsync() => throw Missing(nameof(NewSetupAsync));

    /// <summary>A valid sale with a form of payment method that the gateway claims.</summary>
    /// <param name="kind">The form.</param>
    /// <returns>The request.</returns>
    public abstract Task<SaleRequest> NewSaleAsync(PaymentMethodKind kind);

    /// <summary>
    /// A customer that the vault can store, with a name, a telephone number and an e-mail address. Needed where the vault stores customers.
    /// </summary>
    /// <returns>Default: a new customer with an id of the merchant.</returns>
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

    /// <summary>A payment method that the vault can store, of a customer that is there.</summary>
    /// <param name="kind">A form that the vault claims.</param>
    /// <returns>Default: the method of a new sale, for <see cref="NewCustomer"/>, who is stored first.</returns>
    public virtual async Task<StorePaymentMethodRequest> NewStorableAsync(PaymentMethodKind kind)
    {
        var (customer, sale) = (NewCustomer(), await NewSaleAsync(kind).ConfigureAwait(false));
        if (!Gateway.TryGet<ICustomerVault>(out var vault))
        {
            throw new InvalidOperationException("There is no vault.");
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
    /// Does what a next action asks of the customer, as their browser would: enters a good card or approves, and comes back. Needed where
    /// <see cref="GatewayCapabilities.Hosted"/> is given.
    /// </summary>
    /// <param name="action">The action of a charge or of a method to store.</param>
    /// <returns>The fields that the browser brings to the return address; what is secret among them is named as such.</returns>
    public virtual Task<IReadOnlyDictionary<string, string>> EnterPaymentMethodAsync(NextAction action) =>
        throw Missing(nameof(EnterPaymentMethodAsync));

    /// <summary>The id of a customer that the provider does not know.</summary>
    /// <value>Default <c>shopper-nobody</c>.</value>
    public virtual string UnknownCustomerId => "shopper-nobody";

    /// <summary>The id of a stored payment method that the provider does not know.</summary>
    /// <value>Default <c>999999</c>.</value>
    public virtual string UnknownPaymentMethodId => "999999";

    /// <summary>Turns a sale into one that the provider declines.</summary>
    /// <param name="request">A sale.</param>
    /// <param name="code">The response code (ISO 8583 field 39), or a text that is no such code.</param>
    /// <returns>The changed request; null when the provider cannot, or tells no such code.</returns>
    public virtual SaleRequest? Declining(SaleRequest request, string code) => null;

    /// <summary>Turns a sale into one that the provider declines, whatever it tells about it.</summary>
    /// <param name="request">A sale.</param>
    /// <returns>The changed request. Default: declined with <c>05</c>. Override one of the two.</returns>
    public virtual SaleRequest Declining(SaleRequest request) =>
        Declining(request, "05") ?? throw Missing(nameof(Declining));

    /// <summary>Turns a sale into one that is approved for a part.</summary>
    /// <param name="request">A sale.</param>
    /// <param name="approved">The part.</param>
    /// <returns>The changed request; null when the provider cannot.</returns>
    public virtual SaleRequest? ApprovingPartially(SaleRequest request, Money approved) => null;

    /// <summary>Turns a sale into one that waits for the customer.</summary>
    /// <param name="request">A sale.</param>
    /// <returns>The changed request; null when the provider cannot.</returns>
    public virtual SaleRequest? WaitingForCustomer(SaleRequest request) => null;

    /// <summary>Turns a sale into one that the provider has taken and not finished.</summary>
    /// <param name="request">A sale.</param>
    /// <returns>The changed request; null when the provider cannot.</returns>
    public virtual SaleRequest? Processing(SaleRequest request) => null;

    /// <summary>Turns a refund into one that the provider has taken and not finished.</summary>
    /// <param name="request">A refund.</param>
    /// <returns>The changed request; null when the provider cannot.</returns>
    public virtual RefundRequest? Processing(RefundRequest request) => null;

    /// <summary>Turns a refund into one that fails: the money stays with the merchant.</summary>
    /// <param name="request">A refund.</param>
    /// <returns>The changed request; null when the provider cannot.</returns>
    public virtual RefundRequest? Declining(RefundRequest request) => null;

    /// <summary>An amount of <see cref="Currency"/>.</summary>
    /// <param name="amount">How much, in major units.</param>
    /// <returns>The amount.</returns>
    public Money AmountOf(decimal amount) => new(amount, Currency);

    /// <summary>A key that nobody used before.</summary>
    /// <returns>The key.</returns>
    public static IdempotencyKey NewKey() => new($"key-{NewId()}");

    /// <summary>An order that nobody used before.</summary>
    /// <returns>The order.</returns>
    public static OrderReference NewOrder() => new($"order-{NewId()}");

    /// <summary>A text that is different at each call in this process, for ids of customers and orders.</summary>
    /// <returns>A number of at least four digits.</returns>
    public static string NewId() =>
        (1000 + Interlocked.Increment(ref _last)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private NotSupportedException Missing(string member) =>
        new($"{GetType().Name} must override {member}: its gateway claims the operation.");
}
