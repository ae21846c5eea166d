namespace PaymentAbstractions.Conformance;

/// <summary>A value for every member of every request, and the members that are not intended for a provider.</summary>
internal static partial class FieldSamples
{
    /// <summary>The members that need not reach the provider, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> NotSent { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [nameof(PaymentRequest.IdempotencyKey)] =
                "Sent in a provider-specific format, or kept by the journal: KeysSuite.",
            [nameof(PaymentRequest.ProviderOptions)] = "By contract, options of other providers are ignored.",
            [nameof(ChargeRequest.AdditionalPayment)] = "Used by the journal only.",
            [nameof(ChargeRequest.AllowPartialApproval)] = "A permission that is applied to the answer: OutcomesSuite.",
            [nameof(ChargeRequest.CommercialCardData)] = "Reported in DroppedFields: CommercialDataSuite.",
            [nameof(CaptureRequest.Authorization)] = "The provider's record shows what is captured: LookupsSuite.",
            [nameof(VoidRequest.Transaction)] = "The provider's record shows what is given back: LookupsSuite.",
            [nameof(VoidRequest.IfSettled)] = "Determines the operation that is sent: OperationsSuite.",
            [nameof(CreditRequest.PayoutId)] = "The payout request is read first and must be open: PayoutSuite.",
            [nameof(VoidRequest.RefundedElsewhere)] = "Used by the journal only.",
        };

    /// <summary>The settable members of a request of an operation.</summary>
    public static IEnumerable<string> MembersOf(PaymentOperation operation)
    {
        var members = operation switch
        {
            PaymentOperation.Sale => typeof(SaleRequest).GetProperties(),
            PaymentOperation.Authorize => typeof(AuthorizeRequest).GetProperties(),
            PaymentOperation.Capture => typeof(CaptureRequest).GetProperties(),
            PaymentOperation.Void => typeof(VoidRequest).GetProperties(),
            PaymentOperation.Refund => typeof(RefundRequest).GetProperties(),
            PaymentOperation.Credit => typeof(CreditRequest).GetProperties(),
            PaymentOperation.Setup => typeof(SetupRequest).GetProperties(),
            _ => [],
        };
        return members.Where(member => member.CanWrite).Select(member => member.Name).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The values of a member; empty when the member is not known here.</summary>
    /// <param name="member">The member of the request.</param>
    /// <param name="example">A request of the operation that is valid at the provider.</param>
    public static IReadOnlyList<FieldSample> Of(string member, PaymentRequest example) =>
        member switch
        {
            nameof(PaymentRequest.Description) =>
            [
                Text<PaymentRequest>(
                    member,
                    (request, text) => request with { Description = text },
                    "Spring parcel 7731"
                ),
            ],
            nameof(PaymentRequest.Metadata) => [MetadataSample],
            nameof(PaymentRequest.Amount) => [AmountSample],
            nameof(ChargeRequest.OrderReference) => [OrderSample],
            nameof(PaymentMethodRequest.PaymentMethod) => Methods(example),
            nameof(PaymentMethodRequest.Customer) => Customers,
            nameof(PaymentMethodRequest.BillingAddress) => Addresses(
                member,
                (request, address) =>
                    request is PaymentMethodRequest payment ? payment with { BillingAddress = address } : request
            ),
            nameof(ChargeRequest.ShippingAddress) => Addresses(
                member,
                (request, address) =>
                    request is ChargeRequest charge ? charge with { ShippingAddress = address } : request
            ),
            nameof(ChargeRequest.StatementDescriptor) =>
            [
                Text<ChargeRequest>(
                    member,
                    (request, text) => request with { StatementDescriptor = text },
                    "SHOP 7731"
                ),
            ],
            nameof(PaymentMethodRequest.StoredCredentialUse) => Uses,
            nameof(PaymentMethodRequest.NetworkTransactionId) =>
            [
                Text<PaymentMethodRequest>(
                    member,
                    (request, text) => request with { NetworkTransactionId = text },
                    "016153570198200"
                ),
            ],
            nameof(PaymentMethodRequest.ThreeDSecure) => Authentications,
            nameof(PaymentMethodRequest.Shopper) => Shoppers,
            nameof(PaymentMethodRequest.ReturnUrl) =>
            [
                Page(member, (request, uri) => request with { ReturnUrl = uri }, "back7731"),
            ],
            nameof(PaymentMethodRequest.NotificationUrl) =>
            [
                Page(member, (request, uri) => request with { NotificationUrl = uri }, "told7731"),
            ],
            _ => [],
        };

    private static FieldSample MetadataSample =>
        new(
            nameof(PaymentRequest.Metadata),
            request => request with { Metadata = [] },
            request =>
                request with
                {
                    Metadata = Metadata.From([new("channel", "web7731"), new("branch", "north7732")]),
                },
            _ => ["web7731", "north7732"]
        );

    // Uses less than the whole amount, which also applies to a partial capture or refund.
    private static FieldSample AmountSample =>
        new(
            nameof(PaymentRequest.Amount),
            request => request,
            request =>
                request switch
                {
                    PaymentMethodRequest payment => payment with { Amount = new Money(7, payment.Amount.Currency) },
                    CaptureRequest capture => capture with { Amount = new Money(7, capture.Amount.Currency) },
                    RefundRequest refund => refund with { Amount = new Money(7, refund.Amount.Currency) },
                    _ => request,
                },
            _ => []
        );

    private static FieldSample OrderSample =>
        new(
            nameof(ChargeRequest.OrderReference),
            request => request,
            request => request,
            request => OrderOf(request) is { } order ? [order] : []
        );

    /// <summary>The order reference of a request; null when it has none.</summary>
    public static string? OrderOf(PaymentRequest request) =>
        request switch
        {
            ChargeRequest { OrderReference: { IsSpecified: true } order } => order.Value,
            CreditRequest { OrderReference: { IsSpecified: true } order } => order.Value,
            _ => null,
        };

    private static FieldSample Text<TRequest>(string path, Func<TRequest, string?, TRequest> with, string text)
        where TRequest : PaymentRequest =>
        new(
            path,
            request => request is TRequest own ? with(own, null) : request,
            request => request is TRequest own ? with(own, text) : request,
            _ => [text]
        );

    private static FieldSample Page(
        string path,
        Func<PaymentMethodRequest, Uri?, PaymentMethodRequest> with,
        string page
    ) =>
        new(
            path,
            request => request is PaymentMethodRequest own ? with(own, null) : request,
            request =>
                request is PaymentMethodRequest own ? with(own, new Uri($"https://shop.example.com/{page}")) : request,
            _ => [page]
        );

    private static FieldSample[] Uses =>
        [
            .. Enum.GetValues<StoredCredentialUse>()
                .Where(use => use != StoredCredentialUse.None)
                .Select(use => new FieldSample(
                    nameof(PaymentMethodRequest.StoredCredentialUse),
                    request => request,
                    request =>
                        request is PaymentMethodRequest payment ? payment with { StoredCredentialUse = use } : request,
                    _ => []
                )),
        ];
}
