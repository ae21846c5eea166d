using PaymentAbstractions.Rebilly;

namespace PaymentAbstractions.Conventions;

/// <summary>Values with every member set, for <see cref="BadInput"/> to break.</summary>
internal static class BadInputSamples
{
    public static Address Address { get; } =
        new()
        {
            FirstName = "Ada",
            LastName = "Byron",
            Organization = "Engines",
            Line1 = "1 High Street",
            Line2 = "Floor 2",
            City = "Springfield",
            Region = "IL",
            PostalCode = "62701",
            Country = "US",
            Phone = "555 0100",
            Email = "ada@example.com",
        };

    public static Customer Customer { get; } = new() { Id = "77", Address = Address };

    public static PaymentMethod[] Methods { get; } =
    [
        PaymentMethod.Stored("12"),
        PaymentMethod.Token("tok_1"),
        new PaymentCard
        {
            Number = new CardNumber("4111111111111111"),
            ExpiryMonth = 12,
            ExpiryYear = 2031,
            SecurityCode = new SecurityCode("123"),
        },
        new BbanBankAccount
        {
            AccountNumber = new BankAccountNumber("123456789"),
            RoutingNumber = "110000000",
            AccountType = BankAccountType.Checking,
            BankName = "Bank",
        },
        new IbanBankAccount
        {
            AccountNumber = new BankAccountNumber("DE89370400440532013000"),
            Bic = "COBADEFF",
            BankName = "Bank",
        },
        new CustomerDefaultPaymentMethod(),
        new CustomerChoicePaymentMethod
        {
            Methods = ["cash"],
            ReceivedBy = "Ada",
            Reference = "1",
        },
    ];

    public static CommercialCardData Order { get; } =
        new()
        {
            WhenNotExpressible = WhenNotExpressible.DropAndReport,
            CustomerReference = "PO-1",
            InvoiceNumber = "R-1",
            OrderDate = new DateOnly(2030, 1, 1),
            Tax = new CommercialTax
            {
                Amount = Money.Usd(1m),
                Treatment = TaxTreatment.Taxable,
                NationalAmount = Money.Usd(1m),
                NationalRate = 5m,
            },
            Freight = Money.Usd(1m),
            FreightTax = Money.Usd(0m),
            FreightTaxRate = 0m,
            Duty = Money.Usd(0m),
            Discount = Money.Usd(0m),
            ShipTo = Address,
            ShipFromPostalCode = "62701",
            MerchantTaxId = "12-3",
            MerchantVatNumber = "DE1",
            CustomerVatNumber = "DE2",
            VatInvoiceReference = "V-1",
            SummaryCommodityCode = "4410",
            RequesterName = "Ada",
            AdviceTexts = ["Thanks"],
            LineItems =
            [
                new CommercialLineItem
                {
                    ProductCode = "SKU-1",
                    CommodityCode = "44103103",
                    Description = "Toner cartridge",
                    Quantity = 1m,
                    UnitOfMeasure = "EA",
                    UnitPrice = UnitPrice.Of(47.90m, "USD"),
                    NetAmount = Money.Usd(47.90m),
                    Discount = Money.Usd(0m),
                    DiscountRate = 0m,
                    Tax = Money.Usd(1m),
                    TaxRate = 2m,
                    TaxType = "VAT",
                    PurchaseOrderNumber = "PO-1",
                    CatalogNumber = "C-1",
                },
            ],
        };

    public static PaymentMethodRequest Fill(PaymentMethodRequest request, PaymentMethod method) =>
        request with
        {
            Description = "Order",
            Metadata = Metadata.From([new("channel", "web")]),
            ProviderOptions = [new RebillyRequestOptions { GatewayAccountId = "gw_1", InvoiceIds = ["in_1"] }],
            PaymentMethod = method,
            Customer = Customer,
            BillingAddress = Address,
            NetworkTransactionId = null,
            Shopper = new ShopperContext
            {
                IpAddress = "203.0.113.5",
                DeviceFingerprint = "f",
                Browser = new BrowserInfo
                {
                    ColorDepth = 24,
                    IsJavaEnabled = false,
                    Language = "en-US",
                    ScreenWidth = 1,
                    ScreenHeight = 1,
                    TimeZoneOffsetMinutes = 0,
                },
            },
            ReturnUrl = new Uri("https://shop.example/return"),
            NotificationUrl = new Uri("https://shop.example/notify"),
        };
}
