using PaymentAbstractions.Adapters;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Reads a transaction in Rebilly's own terms. Source: core API reference, transaction.</summary>
/// <param name="mask">Masks secrets in a text of the answer.</param>
internal sealed class RebillyTransactionReader(Func<string?, string?> mask)
{
    public RebillyTransaction Read(JsonFields fields)
    {
        var (instrument, gateway) = (fields.Inside("paymentInstrument"), fields.Inside("gateway"));
        return OfHistory(fields) with
        {
            Id = Text(fields, "id"),
            OrganizationId = Text(fields, "organizationId"),
            WebsiteId = Text(fields, "websiteId"),
            CustomerId = Text(fields, "customerId"),
            Type = Text(fields, "type"),
            Status = Text(fields, "status"),
            Result = Text(fields, "result"),
            Amount = Pair(fields, "amount", "currency"),
            RequestAmount = Pair(fields, "requestAmount", "requestCurrency"),
            PurchaseAmount = Pair(fields, "purchaseAmount", "purchaseCurrency"),
            ReportAmount = Pair(fields, "reportAmount", "reportCurrency"),
            HasAmountAdjustment = fields.Flag("hasAmountAdjustment"),
            ParentTransactionId = Text(fields, "parentTransactionId"),
            ChildTransactions = Texts(fields, "childTransactions"),
            InvoiceIds = Texts(fields, "invoiceIds"),
            SubscriptionIds = Texts(fields, "subscriptionIds"),
            PlanIds = Texts(fields, "planIds"),
            PayoutRequestId = Text(fields, "payoutRequestId"),
            DepositRequestId = Text(fields, "depositRequestId"),
            TransferId = Text(fields, "transferId"),
            RequestId = Text(fields, "requestId"),
            Description = Text(fields, "description"),
            BillingAddress = Masked(AddressReader.Read(fields.Inside("billingAddress"))),
            GatewayName = Text(fields, "gatewayName"),
            GatewayAccountId = Text(fields, "gatewayAccountId"),
            AcquirerName = Text(fields, "acquirerName"),
            Method = Text(instrument, "method") ?? Text(fields, "method"),
            ReceivedBy = Text(instrument, "receivedBy"),
            Reference = Text(instrument, "reference"),
            CustomFields = Members(fields, "customFields"),
            ReferenceData = Members(fields, "referenceData"),
            Risk = fields.Has("riskMetadata") ? Risk(fields.Inside("riskMetadata")) : null,
            Response = ResponseOf(gateway, "response"),
            AvsResponse = ResponseOf(gateway, "avsResponse"),
            CvvResponse = ResponseOf(gateway, "cvvResponse"),
            ThreeDSecure = fields.Has("3ds") ? ThreeDSecure(fields.Inside("3ds")) : null,
            CurrencyConversion = fields.Has("dcc") ? Conversion(fields.Inside("dcc")) : null,
            Limit = LimitOf(fields.Inside("limits")),
            RedirectUrl = Text(fields, "redirectUrl"),
            NotificationUrl = Text(fields, "notificationUrl"),
            Links = LinksOf(fields),
            Embedded = Members(fields, "_embedded"),
        };
    }

    private static RebillyTransaction OfHistory(JsonFields fields) =>
        new()
        {
            IsRebill = fields.Flag("isRebill"),
            RebillNumber = fields.Whole("rebillNumber"),
            IsRetry = fields.Flag("isRetry"),
            RetryNumber = fields.Whole("retryNumber"),
            IsMerchantInitiated = fields.Flag("isMerchantInitiated"),
            IsProcessedOutside = fields.Flag("isProcessedOutside"),
            IsReconciled = fields.Flag("isReconciled"),
            HadDiscrepancy = fields.Flag("hadDiscrepancy"),
            IsDisputed = fields.Flag("isDisputed"),
            HasThreeDSecure = fields.Flag("has3ds"),
            HasCurrencyConversion = fields.Flag("hasDcc"),
            Velocity = fields.Whole("velocity"),
            RiskScore = fields.Whole("riskScore"),
            Revision = fields.Whole("revision"),
            CreatedAt = fields.Time("createdTime"),
            UpdatedAt = fields.Time("updatedTime"),
            ProcessedAt = fields.Time("processedTime"),
            SettledAt = fields.Time("settlementTime"),
            DisputedAt = fields.Time("disputeTime"),
            DiscrepancyAt = fields.Time("discrepancyTime"),
        };

    private RebillyRisk Risk(JsonFields fields) =>
        new()
        {
            IpAddress = Text(fields, "ipAddress"),
            Fingerprint = Text(fields, "fingerprint"),
            IsProxy = fields.Flag("isProxy"),
            IsVpn = fields.Flag("isVpn"),
            IsTor = fields.Flag("isTor"),
            IsHosting = fields.Flag("isHosting"),
            HostingName = Text(fields, "hostingName"),
            Isp = Text(fields, "isp"),
            Country = Text(fields, "country"),
            Region = Text(fields, "region"),
            City = Text(fields, "city"),
            PostalCode = Text(fields, "postalCode"),
            TimeZone = Text(fields, "timeZone"),
            Latitude = fields.Figure("latitude"),
            Longitude = fields.Figure("longitude"),
            AccuracyRadius = fields.Whole("accuracyRadius"),
            Distance = fields.Figure("distance"),
            HasMismatchedBillingAddressCountry = fields.Flag("hasMismatchedBillingAddressCountry"),
            HasMismatchedBankCountry = fields.Flag("hasMismatchedBankCountry"),
            HasMismatchedTimeZone = fields.Flag("hasMismatchedTimeZone"),
            HasMismatchedHolderName = fields.Flag("hasMismatchedHolderName"),
            HasFakeName = fields.Flag("hasFakeName"),
            IsHighRiskCountry = fields.Flag("isHighRiskCountry"),
            PaymentInstrumentVelocity = fields.Whole("paymentInstrumentVelocity"),
            DeclinedPaymentInstrumentVelocity = fields.Whole("declinedPaymentInstrumentVelocity"),
            DeviceVelocity = fields.Whole("deviceVelocity"),
            IpVelocity = fields.Whole("ipVelocity"),
            EmailVelocity = fields.Whole("emailVelocity"),
            BillingAddressVelocity = fields.Whole("billingAddressVelocity"),
            PaymentInstrumentApprovedTransactionCount = fields.Whole("paymentInstrumentApprovedTransactionCount"),
            Score = fields.Whole("score"),
        };

    private RebillyResponse? ResponseOf(JsonFields gateway, string name)
    {
        var shown = gateway.Inside(name);
        var response = new RebillyResponse
        {
            Code = Text(shown, "code"),
            Message = Text(shown, "message"),
            Type = Text(shown, "type"),
            OriginalCode = Text(shown, "originalCode"),
            OriginalMessage = Text(shown, "originalMessage"),
        };
        return response == new RebillyResponse() ? null : response;
    }

    private RebillyThreeDSecure ThreeDSecure(JsonFields fields) =>
        new()
        {
            Server = Text(fields, "server"),
            Version = Text(fields, "version"),
            Enrolled = Text(fields, "enrolled"),
            Authenticated = Text(fields, "authenticated"),
            Liability = Text(fields, "liability"),
            Flow = Text(fields, "flow"),
            IsDowngraded = fields.Flag("isDowngraded"),
        };

    private RebillyCurrencyConversion Conversion(JsonFields fields) =>
        new()
        {
            Base = Pair(fields.Inside("base"), "amount", "currency"),
            Quote = Pair(fields.Inside("quote"), "amount", "currency"),
            UsdMarkup = fields.Figure("usdMarkup"),
            Outcome = Text(fields, "outcome"),
            IsForced = fields.Flag("isForceDcc"),
        };

    private static RebillyLimit? LimitOf(JsonFields fields) =>
        Pair(fields, "amount", "currency") is { } amount
            ? new RebillyLimit { Amount = amount, ResetAt = fields.Time("resetTime") }
            : null;

    private Metadata LinksOf(JsonFields fields) =>
        Metadata.From(
            fields
                .Objects("_links")
                .Select(link => (Rel: Text(link, "rel"), Address: Text(link, "href")))
                .Where(link => !string.IsNullOrEmpty(link.Rel) && link.Address is not null)
                .DistinctBy(link => link.Rel, StringComparer.Ordinal)
                .Select(link => KeyValuePair.Create(link.Rel!, link.Address!))
        );

    private Metadata Members(JsonFields fields, string name) =>
        Metadata.From(
            fields
                .Members(name)
                .Select(pair => KeyValuePair.Create(mask(pair.Key) ?? "", MaskedMember(pair.Key, pair.Value)))
                .Where(pair => pair.Key.Length > 0)
                .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
        );

    // If the name suggests that the value is a secret, the whole value is masked, regardless of its characters.
    private string MaskedMember(string name, string value)
    {
        var harmless = $"{name}=0";
        return mask(harmless) == harmless ? mask(value)! : "***";
    }

    private Address? Masked(Address? address) =>
        address is null
            ? null
            : address with
            {
                FirstName = mask(address.FirstName),
                LastName = mask(address.LastName),
                Organization = mask(address.Organization),
                Line1 = mask(address.Line1),
                Line2 = mask(address.Line2),
                City = mask(address.City),
                Region = mask(address.Region),
                PostalCode = mask(address.PostalCode),
                Country = mask(address.Country),
                Phone = mask(address.Phone),
                Email = mask(address.Email),
            };

    private static Money? Pair(JsonFields fields, string amount, string currency) =>
        ProviderMoney.Read(fields.Figure(amount), fields.Text(currency)?.ToUpperInvariant());

    private string? Text(JsonFields fields, string name) => mask(fields.Text(name));

    private ValueList<string> Texts(JsonFields fields, string name) =>
        [.. fields.Texts(name).Select(text => mask(text)!)];
}
