namespace PaymentAbstractions.Conformance;

internal static partial class FieldSamples
{
    private static readonly Address Dock = new()
    {
        FirstName = "Grace",
        LastName = "Loading Dock",
        Organization = "Dock and Sons",
        Line1 = "17 Elmwood Street",
        Line2 = "Gate 4",
        City = "Poughkeepsie",
        Region = "NY",
        PostalCode = "12180",
        Country = "US",
        Phone = "5185550173",
        Email = "dock@example.com",
    };

    private static readonly (string Part, Func<Address, Address> Change, string? Text)[] Parts =
    [
        (nameof(Address.FirstName), address => address with { FirstName = "Odile" }, "Odile"),
        (nameof(Address.LastName), address => address with { LastName = "Quayside" }, "Quayside"),
        (nameof(Address.Organization), address => address with { Organization = "Wharf Works" }, "Wharf Works"),
        (nameof(Address.Line1), address => address with { Line1 = "31 Maple Lane" }, "31 Maple Lane"),
        (nameof(Address.Line2), address => address with { Line2 = "Ramp 9" }, "Ramp 9"),
        (nameof(Address.City), address => address with { City = "Schenectady" }, "Schenectady"),
        (nameof(Address.Region), address => address with { Region = "NJ" }, null),
        (nameof(Address.PostalCode), address => address with { PostalCode = "12305" }, "12305"),
        (nameof(Address.Country), address => address with { Country = "CA" }, null),
        (nameof(Address.Phone), address => address with { Phone = "5185550199" }, null),
        (nameof(Address.Email), address => address with { Email = "wharf7731@example.com" }, "wharf7731"),
    ];

    private static readonly ShopperContext Device = new()
    {
        IpAddress = "192.0.2.1",
        DeviceFingerprint = "f0e1d2c3b4a5",
        Browser = new BrowserInfo
        {
            ColorDepth = 24,
            IsJavaEnabled = false,
            Language = "en",
            ScreenWidth = 1280,
            ScreenHeight = 720,
            TimeZoneOffsetMinutes = 60,
        },
    };

    private static readonly ThreeDSecureAuthentication Authentication = new()
    {
        Status = ThreeDSecureStatus.Authenticated,
        Version = "2.1.0",
        Eci = "05",
        Cavv = new AuthenticationValue("AJkBBkhgQQAAAE4gSEJydQAAAAA="),
        DirectoryServerTransactionId = "f25084f0-5b16-4c0a-ae5d-b24808a95e4b",
    };

    private static FieldSample[] Addresses(string path, Func<PaymentRequest, Address, PaymentRequest> with) =>
        [
            .. Parts.Select(part => new FieldSample(
                $"{path}.{part.Part}",
                request => with(request, Dock),
                request => with(request, part.Change(Dock)),
                // A request without a customer has no field for the customer's address.
                request =>
                    part.Text is { } text && !with(request, Dock).Equals(with(request, part.Change(Dock))) ? [text] : []
            )),
        ];

    private static PaymentRequest Creating(PaymentRequest request, bool isCreating) =>
        request is PaymentMethodRequest { Customer: { } customer } payment
            ? payment with
            {
                Customer = customer with { CreateOrUpdate = isCreating },
            }
            : request;

    private static FieldSample[] Customers =>
        [
            new(
                "Customer.Id",
                request => request,
                request => request,
                request => request.CustomerId is { } id ? [id] : []
            ),
            new(
                "Customer.CreateOrUpdate",
                request => Creating(request, false),
                request => Creating(request, true),
                _ => []
            ),
            .. Addresses(
                "Customer.Address",
                (request, address) =>
                    request is PaymentMethodRequest { Customer: { } customer } payment
                        ? payment with
                        {
                            Customer = customer with { Address = address },
                        }
                        : request
            ),
        ];

    private static FieldSample[] Shoppers =>
        [
            Shopper("IpAddress", device => device with { IpAddress = "192.0.2.77" }, "192.0.2.77"),
            Shopper("DeviceFingerprint", device => device with { DeviceFingerprint = "a9b8c7d6" }, "a9b8c7d6"),
            Browser("ColorDepth", browser => browser with { ColorDepth = 32 }),
            Browser("IsJavaEnabled", browser => browser with { IsJavaEnabled = true }),
            Browser("Language", browser => browser with { Language = "fr" }),
            Browser("ScreenWidth", browser => browser with { ScreenWidth = 1377 }),
            Browser("ScreenHeight", browser => browser with { ScreenHeight = 833 }),
            Browser("TimeZoneOffsetMinutes", browser => browser with { TimeZoneOffsetMinutes = -300 }),
        ];

    private static FieldSample[] Authentications =>
        [
            ThreeDSecure("Status", one => one with { Status = ThreeDSecureStatus.Attempted }),
            ThreeDSecure("Version", one => one with { Version = "2.2.0" }),
            ThreeDSecure("Eci", one => one with { Eci = "06" }),
            ThreeDSecure("Cavv", one => one with { Cavv = new AuthenticationValue("BKkBBkhgQQAAAE4gSEJydQAAAAA=") }),
            ThreeDSecure(
                "DirectoryServerTransactionId",
                one => one with { DirectoryServerTransactionId = "a1b2c3d4-5b16-4c0a-ae5d-b24808a95e4b" }
            ),
        ];

    // A payment method that the harness created is known to the provider, so it is not changed.
    private static FieldSample[] Methods(PaymentRequest example) =>
        example is PaymentMethodRequest { PaymentMethod: PaymentCard }
            ?
            [
                new("PaymentMethod.Number", Same, Same, request => [CardOf(request)!.Number.Reveal()]),
                Card("ExpiryMonth", card => card with { ExpiryMonth = 11 }),
                Card("ExpiryYear", card => card with { ExpiryYear = 2047 }),
                new(
                    "PaymentMethod.SecurityCode",
                    request => WithCard(request, card => card with { SecurityCode = null }),
                    Same,
                    _ => []
                ),
            ]
            :
            [
                new(
                    "PaymentMethod",
                    Same,
                    Same,
                    request =>
                        request switch
                        {
                            PaymentMethodRequest { PaymentMethod: StoredPaymentMethod stored } => [stored.Id],
                            PaymentMethodRequest { PaymentMethod: TokenPaymentMethod token } => [token.Token.Reveal()],
                            _ => [],
                        }
                ),
            ];

    private static PaymentRequest Same(PaymentRequest request) => request;

    private static PaymentCard? CardOf(PaymentRequest request) =>
        (request as PaymentMethodRequest)?.PaymentMethod as PaymentCard;

    private static PaymentRequest WithCard(PaymentRequest request, Func<PaymentCard, PaymentCard> change) =>
        request is PaymentMethodRequest payment && CardOf(request) is { } card
            ? payment with
            {
                PaymentMethod = change(card),
            }
            : request;

    private static FieldSample Card(string part, Func<PaymentCard, PaymentCard> change) =>
        new($"PaymentMethod.{part}", Same, request => WithCard(request, change), _ => []);

    private static FieldSample Shopper(string part, Func<ShopperContext, ShopperContext> change, string? text = null)
    {
        return new FieldSample(
            $"Shopper.{part}",
            request => With(request, Device),
            request => With(request, change(Device)),
            _ => text is null ? [] : [text]
        );

        static PaymentRequest With(PaymentRequest request, ShopperContext shopper) =>
            request is PaymentMethodRequest payment ? payment with { Shopper = shopper } : request;
    }

    private static FieldSample Browser(string part, Func<BrowserInfo, BrowserInfo> change) =>
        Shopper($"Browser.{part}", device => device with { Browser = change(device.Browser!) });

    private static FieldSample ThreeDSecure(
        string part,
        Func<ThreeDSecureAuthentication, ThreeDSecureAuthentication> change
    )
    {
        return new FieldSample(
            $"ThreeDSecure.{part}",
            request => With(request, Authentication),
            request => With(request, change(Authentication)),
            _ => []
        );

        static PaymentRequest With(PaymentRequest request, ThreeDSecureAuthentication authentication) =>
            request is PaymentMethodRequest payment ? payment with { ThreeDSecure = authentication } : request;
    }
}
