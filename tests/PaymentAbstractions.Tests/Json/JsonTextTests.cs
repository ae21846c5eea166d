using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Tests;

public sealed class JsonTextTests
{
    private static readonly Currency[] Moneys = [.. Currency.All.Where(currency => currency.Exponent >= 0)];

    private static readonly CardBrand[] Brands =
    [
        default,
        CardBrand.Visa,
        CardBrand.Mastercard,
        CardBrand.Maestro,
        CardBrand.AmericanExpress,
        CardBrand.Discover,
        CardBrand.FromProvider("Some new brand"),
    ];

    [Fact]
    public void Values_are_written_as_people_write_them()
    {
        var fingerprint = AccountFingerprint.Of("p", "e", "a");
        var reference = new TransactionReference("cards_eu", fingerprint, "txn_01");

        Assert.Equal("\"49.90 USD\"", JsonSerializer.Serialize(Money.Usd(49.9m)));
        Assert.Equal("\"0.1275 USD\"", JsonSerializer.Serialize(UnitPrice.Of(0.1275m, "USD")));
        Assert.Equal("\"KWD\"", JsonSerializer.Serialize(Currency.Parse("KWD")));
        Assert.Equal("\"order-1-1\"", JsonSerializer.Serialize(new IdempotencyKey("order-1-1")));
        Assert.Equal("\"order-1\"", JsonSerializer.Serialize(new OrderReference("order-1")));
        Assert.Equal($"\"{fingerprint}\"", JsonSerializer.Serialize(fingerprint));
        Assert.Equal($"\"cards_eu:{fingerprint}:txn_01\"", JsonSerializer.Serialize(reference));
        Assert.Equal("\"American Express\"", JsonSerializer.Serialize(CardBrand.FromProvider("AMEX")));
        Assert.Equal("\"PartiallyApproved\"", JsonSerializer.Serialize(PaymentOutcome.PartiallyApproved));
        Assert.Equal(
            "[\"Sale\",\"Void\"]",
            JsonSerializer.Serialize<ValueList<PaymentOperation>>([PaymentOperation.Sale, PaymentOperation.Void])
        );
        Assert.Equal(
            """{"Value":"79","Source":"Provider","Brand":"Mastercard"}""",
            JsonSerializer.Serialize(ResponseCode.FromProvider("79").ForBrand(CardBrand.Mastercard))
        );
        Assert.Equal(
            """{"Code":"A","Street":"Match","PostalCode":"NoMatch"}""",
            JsonSerializer.Serialize(AvsResult.FromProvider("a", default))
        );
        Assert.Equal(
            """{"Code":"M","Status":"Match"}""",
            JsonSerializer.Serialize(CvvResult.FromProvider("m", default))
        );
    }

    [Fact]
    public void Every_amount_survives_in_every_culture()
    {
        using var culture = CultureScope.Enter("hostile");
        var amounts =
            from units in ArbMap.Default.GeneratorFor<long>()
            from currency in Gen.Elements(Moneys)
            select Money.FromMinorUnits(units, currency);

        Check.QuickThrowOnFailure(
            Prop.ForAll(
                amounts.ToArbitrary(),
                amount => JsonSerializer.Deserialize<Money>(JsonSerializer.Serialize(amount)) == amount
            )
        );
    }

    [Fact]
    public void The_greatest_and_the_least_amount_survive() =>
        Assert.All(
            from currency in Moneys
            from units in (long[])[long.MinValue, long.MaxValue, -1, 0, 1]
            select Money.FromMinorUnits(units, currency),
            amount => Assert.Equal(amount, JsonSerializer.Deserialize<Money>(JsonSerializer.Serialize(amount)))
        );

    [Fact]
    public void Every_unit_price_survives()
    {
        var prices =
            from tenThousandths in Gen.Choose(0, int.MaxValue)
            from currency in Gen.Elements(Moneys)
            select new UnitPrice(tenThousandths / 10_000m, currency);

        Check.QuickThrowOnFailure(
            Prop.ForAll(
                prices.ToArbitrary(),
                price => JsonSerializer.Deserialize<UnitPrice>(JsonSerializer.Serialize(price)) == price
            )
        );
    }

    [Fact]
    public void Every_currency_survives() =>
        Assert.All(
            Currency.All,
            currency => Assert.Equal(currency, JsonSerializer.Deserialize<Currency>(JsonSerializer.Serialize(currency)))
        );

    [Fact]
    public void A_response_code_keeps_its_source_and_the_schemes_reading() =>
        Assert.All(
            from code in ResponseCode.All.Append(ResponseCode.Unmapped)
            from brand in Brands
            from source in Enum.GetValues<ResponseCodeSource>()
            select code.WithSource(source).ForBrand(brand),
            code =>
            {
                var back = JsonSerializer.Deserialize<ResponseCode>(JsonSerializer.Serialize(code));

                Assert.Equal(
                    (code.Value, code.Meaning, code.Category, code.Advice, code.Source),
                    (back.Value, back.Meaning, back.Category, back.Advice, back.Source)
                );
            }
        );

    [Fact]
    public void A_code_that_the_table_does_not_know_is_not_lost_where_none_is_possible()
    {
        var result = new PaymentResult
        {
            Outcome = PaymentOutcome.Declined,
            Operation = PaymentOperation.Sale,
            Code = ResponseCode.Unmapped,
        };

        Assert.Equal(
            ResponseCode.Unmapped,
            JsonSerializer.Deserialize<PaymentResult>(JsonSerializer.Serialize(result))!.Code
        );
    }

    [Fact]
    public void A_verification_keeps_its_letter_and_what_it_says() =>
        Assert.All(
            from letter in Enumerable
                .Range(' ', 95)
                .Select(character => ((char)character).ToString())
                .Append("long text")
            from brand in Brands
            select (Avs: AvsResult.FromProvider(letter, brand), Cvv: CvvResult.FromProvider(letter, brand)),
            one =>
            {
                Assert.Equal(one.Avs, JsonSerializer.Deserialize<AvsResult>(JsonSerializer.Serialize(one.Avs)));
                Assert.Equal(one.Cvv, JsonSerializer.Deserialize<CvvResult>(JsonSerializer.Serialize(one.Cvv)));
            }
        );

    [Fact]
    public void Metadata_keeps_its_order_and_its_names()
    {
        var metadata = Metadata.From([KeyValuePair.Create("zeta", "1"), KeyValuePair.Create("Alpha Beta", "2")]);

        var text = JsonSerializer.Serialize(metadata, JsonSerializerOptions.Web);

        Assert.Equal("""{"zeta":"1","Alpha Beta":"2"}""", text);
        Assert.Equal(metadata, JsonSerializer.Deserialize<Metadata>(text));
        Assert.Empty(JsonSerializer.Deserialize<Metadata>("null")!);
    }

    [Fact]
    public void A_list_of_anything_survives_and_null_is_empty()
    {
        ValueList<Money> amounts = [Money.Usd(1m), default, Money.Eur(2m)];

        Assert.Equal(amounts, JsonSerializer.Deserialize<ValueList<Money>>(JsonSerializer.Serialize(amounts)));
        Assert.Empty(JsonSerializer.Deserialize<ValueList<Money>>("null")!);
        Assert.Empty(JsonSerializer.Deserialize<ValueList<Money>>("[]")!);
    }

    [Fact]
    public void Texts_name_the_members_of_a_dictionary()
    {
        var amounts = new Dictionary<IdempotencyKey, Money> { [new IdempotencyKey("order-1-1")] = Money.Usd(1m) };

        var text = JsonSerializer.Serialize(amounts, AllValuesJsonContext.Default.DictionaryIdempotencyKeyMoney);

        Assert.Equal("""{"order-1-1":"1.00 USD"}""", text);
        Assert.Equal(amounts, JsonSerializer.Deserialize<Dictionary<IdempotencyKey, Money>>(text));
        Assert.Throws<NotSupportedException>(() =>
            JsonSerializer.Serialize(new Dictionary<IdempotencyKey, int> { [default] = 1 })
        );
    }

    [Fact]
    public void Members_that_follow_from_others_are_not_written()
    {
        var result = (PaymentResult)SampleValues.Of(typeof(PaymentResult));
        var sale = (SaleRequest)SampleValues.Of(typeof(SaleRequest));

        string[] names =
        [
            .. NamesOf(JsonSerializer.SerializeToElement(result)),
            .. NamesOf(JsonSerializer.SerializeToElement(result.CommercialData)),
            .. NamesOf(JsonSerializer.SerializeToElement(FindResult.NotSeen("nowhere"))),
            .. NamesOf(JsonSerializer.SerializeToElement(sale)),
            .. NamesOf(JsonSerializer.SerializeToElement(sale.PaymentMethod, sale.PaymentMethod.GetType())),
        ];

        string[] computed =
        [
            nameof(PaymentResult.IsApproved),
            nameof(CommercialDataResult.LevelWasChanged),
            nameof(PaymentResult.MaySendAgain),
            nameof(PaymentResult.MoneyMayHaveMoved),
            nameof(FindResult.IsFound),
            nameof(PaymentRequest.CustomerId),
            nameof(PaymentRequest.Original),
            nameof(PaymentMethod.Kind),
        ];
        Assert.Contains(nameof(PaymentResult.Outcome), names);
        Assert.DoesNotContain(names, computed.Contains);
    }

    private static IEnumerable<string> NamesOf(JsonElement json) =>
        json.EnumerateObject().Select(member => member.Name);
}
