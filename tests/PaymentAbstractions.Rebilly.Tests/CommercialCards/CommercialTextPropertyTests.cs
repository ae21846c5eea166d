using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Rebilly.Tests.CommercialCards;

public class CommercialTextPropertyTests
{
    private static readonly Currency[] Currencies =
    [
        Currency.Usd,
        Currency.Jpy,
        Currency.Parse("KWD"),
        Currency.Parse("CLF"),
    ];

    [Fact]
    public void Any_data_is_read_back_exactly()
    {
        Prop.ForAll(
                Data().ToArbitrary(),
                given => CommercialTextReader.Read(CommercialDataText.Of(given.Data, given.Currency)) == given.Data
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [Fact]
    public void The_sent_and_the_dropped_fields_are_all_given_fields()
    {
        var cases =
            from given in Data()
            from level in Gen.Elements(Enum.GetValues<RequestedDataLevel>())
            from length in Gen.Elements(1, 60, 255, 1000, 4000)
            select (Data: given.Data with { RequestedLevel = level }, given.Currency, Length: length);

        Prop.ForAll(
                cases.ToArbitrary(),
                one =>
                {
                    var options = new RebillyOptions
                    {
                        CommercialDataCustomField = "level_data",
                        MaxCommercialDataLength = one.Length,
                    };
                    var sale = Some.Sale() with { Amount = Money.Zero(one.Currency), CommercialCardData = one.Data };

                    var passed = PassedData.Of(sale, options)!;

                    var text = passed.Data is { } data ? CommercialDataText.Of(data, one.Currency) : null;
                    var sent = text is null ? [] : CommercialTextReader.Read(text).GivenFields();
                    var dropped = PassedData.Report(passed).DroppedFields;
                    var both = sent.Concat(dropped).Order(StringComparer.Ordinal);
                    return (text?.Length ?? 0) <= one.Length
                        && both.SequenceEqual(one.Data.GivenFields().Order(StringComparer.Ordinal));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    private static Gen<(CommercialCardData Data, Currency Currency)> Data() =>
        from currency in Gen.Elements(Currencies)
        let money = OrNothing(Minor().Select(units => Money.FromMinorUnits(units, currency)))
        from texts in Texts().OrNull().ArrayOf(6)
        from amounts in money.ArrayOf(6)
        from rates in OrNothing(Fraction(1_000_000)).ArrayOf(2)
        from hasTax in Gen.Elements(true, false)
        from treatment in Gen.Elements(Enum.GetValues<TaxTreatment>())
        from calculation in Gen.Elements(Enum.GetValues<TaxCalculation>())
        from day in OrNothing(Gen.Choose(1, 3_652_059).Select(number => DateOnly.FromDayNumber(number - 1)))
        from advice in Texts().ListOf().Select(list => list.Take(4))
        from lines in Line(currency).ListOf()
        select (
            new CommercialCardData
            {
                CustomerReference = texts[0],
                OrderDate = day,
                Tax = hasTax
                    ? new CommercialTax
                    {
                        Amount = amounts[0],
                        NationalAmount = amounts[1],
                        NationalRate = rates[0],
                        Treatment = treatment,
                        Calculation = calculation,
                    }
                    : null,
                Freight = amounts[2],
                FreightTax = amounts[3],
                FreightTaxRate = rates[1],
                Duty = amounts[4],
                Discount = amounts[5],
                ShipTo = texts[1] is null ? null : new Address { Line1 = texts[1], PostalCode = texts[2] },
                MerchantTaxId = texts[3],
                RequesterName = texts[4],
                ShipFromPostalCode = texts[5],
                AdviceTexts = [.. advice],
                LineItems = [.. lines],
            },
            currency
        );

    private static Gen<CommercialLineItem> Line(Currency currency) =>
        from quantity in Fraction(long.MaxValue)
        from price in Fraction(long.MaxValue)
        from amounts in OrNothing(Minor().Select(units => Money.FromMinorUnits(units, currency))).ArrayOf(2)
        from rates in OrNothing(Fraction(1_000_000)).ArrayOf(2)
        from text in Texts().OrNull()
        from included in Gen.Elements(true, false)
        from kind in Gen.Elements(Enum.GetValues<LineItemKind>())
        select new CommercialLineItem
        {
            Description = text,
            Quantity = quantity,
            UnitPrice = new UnitPrice(price, currency),
            Discount = amounts[0],
            Tax = amounts[1],
            DiscountRate = rates[0],
            TaxRate = rates[1],
            TaxIncluded = included,
            Kind = kind,
        };

    // Amounts from zero to the maximum, with all orders of magnitude equally likely.
    private static Gen<long> Minor(long most = long.MaxValue) =>
        from bits in Gen.Choose(0, 63)
        from high in Gen.Choose(0, int.MaxValue)
        from low in Gen.Choose(0, int.MaxValue)
        let figure = (((long)high << 32) | (uint)low) >> (63 - bits)
        select most == long.MaxValue ? figure : figure % (most + 1);

    private static Gen<decimal> Fraction(long mostTenThousandths) =>
        Minor(mostTenThousandths).Select(units => units / 10_000m);

    private static Gen<string> Texts() =>
        ArbMap.Default.GeneratorFor<string>().Where(text => text is not null && RebillyFieldRules.IsUnicode(text));

    private static Gen<T?> OrNothing<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(Gen.Constant<T?>(null), gen.Select(value => (T?)value));
}
