namespace PaymentAbstractions.Rebilly.Tests;

public class CatalogTests
{
    private const string Route = "POST ready-to-pay";

    private static readonly PaymentMethodQuery Query = new() { Amount = Some.Amount };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"Lunar\"", "Lunar")]
    [InlineData("{\"name\":7}", "7")]
    [InlineData("{\"name\":[]}", null)]
    [InlineData("[]", null)]
    public async Task A_feature_of_an_odd_form_hides_no_method(string feature, string? expected)
    {
        var offers = await ListAsync($$"""[{"method":"paypal","feature":{{feature}} },{"method":"ach"}]""");

        Assert.Equal(["paypal", "ach"], offers.Select(offer => offer.Method));
        Assert.Equal(expected, offers[0].Feature);
    }

    [Theory]
    [InlineData("\"Visa\"", 0)]
    [InlineData("[7]", 0)]
    [InlineData("[null,\"Visa\"]", 0)]
    [InlineData("[\" \",\"Visa\"]", 1)]
    [InlineData("[\"Visa\",\"Electron\"]", 1)]
    public async Task Brands_of_an_odd_form_hide_no_method(string brands, int count)
    {
        var offers = await ListAsync($$"""[{"method":"payment-card","brands":{{brands}} },{"method":"ach"}]""");

        Assert.Equal(["payment-card", "ach"], offers.Select(offer => offer.Method));
        Assert.Equal(Enumerable.Repeat(CardBrand.Visa, count), offers[0].Brands);
    }

    [Fact]
    public async Task Methods_come_in_the_order_of_the_answer_with_what_charges_them()
    {
        var offers = await ListAsync(
            """
            [{"method":"paypal","feature":null},
             {"method":"payment-card","feature":{"name":"Google Pay","merchantName":"x"},"brands":["Visa"]},
             {"method":"payment-card","feature":null,"brands":["Visa","MasterCard","American Express","China UnionPay"]},
             {"method":"ach","filters":["amount:1..10","currency:USD"]}]
            """
        );

        Assert.Equal(
            [
                new PaymentMethodOffer { Method = "paypal", Kind = PaymentMethodKind.CustomerChoice },
                new PaymentMethodOffer
                {
                    Method = "payment-card",
                    Kind = PaymentMethodKind.Token,
                    Feature = "Google Pay",
                    Brands = [CardBrand.Visa],
                },
                new PaymentMethodOffer
                {
                    Method = "payment-card",
                    Kind = PaymentMethodKind.PaymentCard,
                    Brands = [CardBrand.Visa, CardBrand.Mastercard, CardBrand.AmericanExpress, CardBrand.UnionPay],
                },
                new PaymentMethodOffer
                {
                    Method = "ach",
                    Kind = PaymentMethodKind.BbanBankAccount,
                    Filters = ["amount:1..10", "currency:USD"],
                },
            ],
            offers
        );
    }

    [Fact]
    public async Task Unknown_values_are_kept_unchanged()
    {
        var offers = await ListAsync(
            """
            [{"method":"moon-money","feature":{"name":"Lunar"},"brands":["AstroPay Card"],"filters":[],"new":{"a":1}},
             {"method":"payment-card","feature":{"name":"Ring Pay"}},
             {"method":"payment-card","feature":{},"brands":[],"filters":null}]
            """
        );

        Assert.Equal(
            [
                ("moon-money", PaymentMethodKind.CustomerChoice, "Lunar"),
                ("payment-card", PaymentMethodKind.None, "Ring Pay"),
                ("payment-card", PaymentMethodKind.PaymentCard, null),
            ],
            offers.Select(offer => (offer.Method, offer.Kind, offer.Feature))
        );
        Assert.Equal("AstroPay Card", Assert.Single(offers[0].Brands).Value);
    }

    [Fact]
    public async Task An_empty_list_is_no_offer() => Assert.Empty(await ListAsync("[]"));

    public static TheoryData<string> Hostile =>
        [
            .. HostileBodies.Common.Where(body => body != "[]"),
            "[[]]",
            "[null]",
            "[{}]",
            """[{"method":null}]""",
            """[{"method":" "}]""",
            """[{"method":7}]""",
            """[{"method":"\ud800"}]""",
            """[{"method":"paypal","method":"ach"}]""",
            """[{"method":"paypal","filters":{}}]""",
            """[{"method":"paypal","filters":[null]}]""",
            """[{"method":"paypal"},{"Method":"ach"}]""",
            $$"""[{"method":"{{new string('x', 5000)}}"}]""",
        ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task An_unreadable_answer_is_not_an_empty_list(string body)
    {
        var failure = await Assert.ThrowsAsync<PaymentReadException>(() => ListAsync(body));

        Assert.Equal(PaymentReason.NoTrustworthyAnswer, failure.Reason);
    }

    [Theory]
    [InlineData(401, PaymentReason.InvalidCredentials)]
    [InlineData(429, PaymentReason.RateLimited)]
    [InlineData(500, PaymentReason.NoTrustworthyAnswer)]
    [InlineData(302, PaymentReason.NoTrustworthyAnswer)]
    public async Task A_refusal_says_why_and_repeats_nothing_that_was_written(int status, PaymentReason reason)
    {
        var failure = await Assert.ThrowsAsync<PaymentReadException>(() =>
            ListAsync($$"""{"status":{{status}},"detail":"{{RebillyFixture.ApiKey}}"}""", status)
        );

        Assert.Equal(reason, failure.Reason);
        Assert.DoesNotContain(RebillyFixture.ApiKey, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_Rebilly_would_refuse_is_named_and_nothing_is_sent()
    {
        await using var fixture = new RebillyFixture();
        var query = new PaymentMethodQuery
        {
            Amount = Some.Usd(-1),
            CustomerId = "a b",
            BillingAddress = new Address
            {
                FirstName = new string('x', 46),
                Country = "UK",
                Email = "none",
            },
            Shopper = new ShopperContext
            {
                IpAddress = "localhost",
                DeviceFingerprint = new string('x', 51),
                Browser = Browser("en", colorDepth: 0),
            },
        };

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() => fixture.Catalog.ListAsync(query, Token));

        Assert.Equal(
            [
                "Amount",
                "BillingAddress.Country",
                "BillingAddress.Email",
                "BillingAddress.FirstName",
                "CustomerId",
                "Shopper.Browser",
                "Shopper.DeviceFingerprint",
                "Shopper.IpAddress",
            ],
            refusal.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal)
        );
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public async Task A_long_language_is_shortened_and_not_refused()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On(Route, StubAnswer.Text(200, "[]"));
        var shopper = new ShopperContext { Browser = Browser("zh-Hans-CN", colorDepth: 24) };

        await fixture.Catalog.ListAsync(Query with { Shopper = shopper }, Token);

        Assert.Contains("\"zh-Hans\"", Assert.Single(fixture.Stub.Requests).Body, StringComparison.Ordinal);
    }

    private static BrowserInfo Browser(string language, int colorDepth) =>
        new()
        {
            ColorDepth = colorDepth,
            IsJavaEnabled = false,
            Language = language,
            ScreenWidth = 1920,
            ScreenHeight = 1080,
            TimeZoneOffsetMinutes = 0,
        };

    private static async Task<ValueList<PaymentMethodOffer>> ListAsync(string body, int status = 200)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On(Route, StubAnswer.Text(status, body));
        return await fixture.Catalog.ListAsync(Query, Token);
    }
}
