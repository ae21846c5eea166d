using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.CommercialCards.Tests;

public sealed class LevelPropertyTests
{
    // Each removes one field from an order that has all of them.
    private static readonly Func<CommercialCardData, CommercialCardData>[] Without =
    [
        data => data with { CustomerReference = null },
        data => data with { Tax = null },
        data => data with { Tax = data.Tax is { } tax ? tax with { Amount = null } : null },
        data => data with { Tax = data.Tax is { } tax ? tax with { Treatment = default } : null },
        data => data with { Tax = data.Tax is { } tax ? tax with { Calculation = default } : null },
        data => data with { Freight = null },
        data => data with { Duty = null },
        data => data with { Discount = null },
        data => data with { ShipTo = null },
        data => data with { ShipTo = data.ShipTo is { } to ? to with { PostalCode = null } : null },
        data => data with { ShipTo = data.ShipTo is { } to ? to with { Country = null } : null },
        data => data with { ShipTo = data.ShipTo is { } to ? to with { City = null } : null },
        data => data with { ShipToStoredAddressId = null },
        data => data with { ShipFromPostalCode = null },
        data => data with { InvoiceNumber = null },
        data => data.Lines(line => line with { ProductCode = null }),
        data => data.Lines(line => line with { CommodityCode = null }),
        data => data.Lines(line => line with { Description = null }),
        data => data.Lines(line => line with { UnitOfMeasure = null }),
        data => data.Lines(line => line with { Tax = null }),
        data => data.Lines(line => line with { Discount = null }),
        data => data with { LineItems = [] },
    ];

    private static readonly CommercialCardData Whole = Orders.Bolts with
    {
        Tax = Orders.Bolts.Tax! with { Calculation = TaxCalculation.NetPerLine },
        ShipToStoredAddressId = "771",
        InvoiceNumber = "R-2041",
    };

    // Only a few fields are missing; otherwise the level would almost always be the lowest.
    private static readonly Arbitrary<(HashSet<int> Missing, int One)> Any = (
        from count in Gen.Choose(0, 3)
        from missing in Gen.Choose(0, Without.Length - 1).ArrayOf(count)
        from one in Gen.Choose(0, Without.Length - 1)
        select (missing.ToHashSet(), one)
    ).ToArbitrary();

    [Fact]
    public void A_field_more_never_lowers_the_level_and_one_less_never_raises_it() =>
        Prop.ForAll(
                Any,
                any =>
                {
                    var without = CommercialCardClassifier.Classify(Data([.. any.Missing, any.One]));
                    var with = CommercialCardClassifier.Classify(Data(any.Missing.Where(i => i != any.One)));

                    return without.Level <= with.Level;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Everything_that_the_lists_name_is_missing_and_nothing_else() =>
        Prop.ForAll(
                Any,
                any =>
                {
                    var data = Data(any.Missing);
                    var classification = CommercialCardClassifier.Classify(data);
                    var told = Orders
                        .Validate(data, level: classification.NextLevel ?? CommercialDataLevel.LevelIII)
                        .Where(finding => finding.Rule == CommercialCardRule.RequiredForLevel)
                        .Select(finding => finding.Field);

                    Assert.Equal(classification.MissingFields, told);
                }
            )
            .QuickCheckThrowOnFailure();

    private static CommercialCardData Data(IEnumerable<int> missing) =>
        missing.Aggregate(Whole, (data, i) => Without[i](data));
}
